package tatami.benchmarks.layout;

import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a search as the request that a caller would send. */
final class SearchRequestText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SearchRequestText() {}

  /** Returns the request: neither offers nor columns are shown, since plain tables show none. */
  static String of(LayoutSearch search, FilterNames filters) {
    ObjectNode request = MAPPER.createObjectNode();
    ObjectNode stay = request.putObject("stay");
    stay.put("check_in", search.checkIn().toString()).put("nights", search.nights());
    stay.putArray("rooms").addObject().put("adults", search.adults());
    putWhere(search, filters, request.putObject("where"));
    if (search.budget() != null) {
      request.putObject("price").put("max", search.budget());
    }
    request.put("sort", search.byPrice() ? "price" : "recommended");
    request.put("size", LayoutSearch.PAGE_SIZE).put("offers", 0).putArray("show");
    return MAPPER.writeValueAsString(request);
  }

  private static void putWhere(LayoutSearch search, FilterNames filters, ObjectNode where) {
    if (!search.path().isEmpty()) {
      String path =
          search.path().stream()
              .map(name -> name.replace("~", "~0").replace("/", "~1"))
              .collect(Collectors.joining("/"));
      where.putArray(filters.path().orElseThrow().name()).add(path);
    }
    if (!search.rectangle().isEmpty()) {
      ArrayNode edges = where.putObject(filters.point().orElseThrow().name()).putArray("within");
      search.rectangle().forEach(edges::add);
    }
    if (!search.tags().isEmpty()) {
      ArrayNode all = where.putObject(filters.tags().orElseThrow().name()).putArray("all");
      search.tags().forEach(all::add);
    }
  }
}
