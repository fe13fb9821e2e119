package tatami.endtoend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tatami.oracle.Listing;
import tatami.oracle.Oracle;
import tatami.oracle.OracleAnswer;
import tatami.oracle.OracleRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The oracle's own answers in the contract's form, to test the comparison itself. */
final class OracleSeam implements SearchSeam {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Oracle oracle;

  OracleSeam(Oracle oracle) {
    this.oracle = oracle;
  }

  @Override
  public List<String> answer(List<SearchCall> calls) {
    List<String> answers = new ArrayList<>();
    for (SearchCall call : calls) {
      answers.add(MAPPER.writeValueAsString(page(call)));
    }
    return answers;
  }

  private ObjectNode page(SearchCall call) {
    OracleAnswer answer = oracle.answer(call.request());
    int from = call.cursor() == null ? 0 : Integer.parseInt(call.cursor());
    int to = Math.min(from + call.request().pageSize(), answer.hits().size());
    ObjectNode page = MAPPER.createObjectNode();
    page.put("release", 1).put("position", 0).put("total", answer.hits().size());
    page.put("sort", call.request().sortName());
    ArrayNode hits = page.putArray("hits");
    answer.hits().subList(from, to).forEach(hit -> write(hits.addObject(), hit, call.request()));
    writeFacets(page.putObject("facets"), answer);
    ArrayNode warnings = page.putArray("warnings");
    answer.unknownValues().forEach(value -> warnings.add("nobody has " + value));
    page.put("next", to < answer.hits().size() ? Integer.toString(to) : null);
    page.putObject("data_age");
    return page;
  }

  private static void write(ObjectNode json, OracleAnswer.Hit hit, OracleRequest request) {
    String key = Long.toString(hit.listing().id());
    json.put("key", key).put("offers_matching", 1);
    if (hit.price() == null) {
      json.putNull("price").putArray("offers");
    } else {
      json.putObject("price")
          .put("min", hit.price().min())
          .put("max", hit.price().max())
          .put("currency", "USD");
      ObjectNode offer = json.putArray("offers").addObject();
      offer.putArray("key").add(key);
      offer.put("total", hit.price().min());
    }
    if (hit.millimetres() != null) {
      json.put("metres", Math.round(hit.millimetres() / 1000.0));
    }
    ObjectNode show = json.putObject("show");
    if (request.show() == null) {
      writeShow(show, hit.listing(), List.copyOf(hit.listing().row().keySet()));
    } else {
      writeShow(show, hit.listing(), request.show());
    }
  }

  private static void writeShow(ObjectNode show, Listing listing, List<String> columns) {
    for (String column : columns) {
      if (column.equals("amenities")) {
        ArrayNode tags = show.putArray(column);
        listing.amenities().forEach(tags::add);
      } else {
        show.put(column, listing.text(column));
      }
    }
  }

  private static void writeFacets(ObjectNode json, OracleAnswer answer) {
    answer
        .counts()
        .forEach(
            (name, values) -> {
              ObjectNode facet = json.putObject(name);
              ArrayNode listed = facet.putArray("values");
              int most = Math.min(50, values.size());
              for (OracleAnswer.ValueCount value : values.subList(0, most)) {
                listed.addObject().put("value", value.value()).put("count", value.count());
              }
              facet.put("more", values.size() - most);
            });
    answer.numbers().forEach((name, values) -> writeBuckets(json.putObject(name), values));
  }

  private static void writeBuckets(ObjectNode facet, List<BigDecimal> values) {
    ArrayNode buckets = facet.putArray("buckets");
    if (!values.isEmpty()) {
      BigDecimal min = values.get(0);
      BigDecimal max = values.get(values.size() - 1);
      facet.put("min", min).put("max", max);
      buckets.addObject().put("from", min).put("to", max).put("count", values.size());
    }
  }
}
