package tatami.benchmarks.mixed;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a search as the requests that a caller would send. */
public final class MixedRequest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private MixedRequest() {}

  /** Returns the request of a page: neither offers nor columns are shown, as in the tables. */
  public static String page(MixedSearch search, List<String> facets) {
    ObjectNode request = request(search);
    ((ObjectNode) request.get("stay")).put("check_in", search.checkIn().toString());
    request.put("sort", search.byPrice() ? "price" : "recommended");
    request.put("size", MixedSearch.PAGE_SIZE).put("offers", 0).putArray("show");
    ArrayNode asked = request.putArray("facets");
    facets.forEach(asked::add);
    return MAPPER.writeValueAsString(request);
  }

  /** Returns the request of a calendar. */
  public static String calendar(MixedSearch search) {
    ObjectNode request = request(search);
    request.put("from", search.checkIn().toString());
    request.put("to", search.checkIn().plusDays(MixedSearch.CALENDAR_DAYS - 1L).toString());
    return MAPPER.writeValueAsString(request);
  }

  private static ObjectNode request(MixedSearch search) {
    ObjectNode request = MAPPER.createObjectNode();
    ObjectNode stay = request.putObject("stay");
    stay.put("nights", search.nights());
    stay.putArray("rooms").addObject().put("adults", search.adults());
    putWhere(search, request.putObject("where"));
    if (search.budget() != null) {
      request.putObject("price").put("max", search.budget());
    }
    return request;
  }

  private static void putWhere(MixedSearch search, ObjectNode where) {
    if (!search.path().isEmpty()) {
      where
          .putArray("area")
          .add(
              search.path().stream()
                  .map(name -> name.replace("~", "~0").replace("/", "~1"))
                  .collect(Collectors.joining("/")));
    }
    if (!search.rectangle().isEmpty()) {
      ArrayNode edges = where.putObject("location").putArray("within");
      search.rectangle().forEach(edges::add);
    }
    if (!search.amenities().isEmpty()) {
      ArrayNode all = where.putObject("amenity").putArray("all");
      search.amenities().forEach(all::add);
    }
    if (!search.meals().isEmpty()) {
      ArrayNode meals = where.putArray("meal");
      search.meals().forEach(meals::add);
    }
  }
}
