package tatami.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as one line that a test can show: hits, then facets. */
final class ScenarioAnswer {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ScenarioAnswer() {}

  /** Returns {@code key min..max offer=total …; key …} and {@code facet: value=count …}. */
  static String line(String json) {
    JsonNode answer = MAPPER.readTree(json);
    if (answer.has("status")) {
      return "problem " + answer.path("errors").path(0).path("pointer").asString("");
    }
    List<String> parts = new ArrayList<>();
    answer.path("hits").forEach(hit -> parts.add(hit(hit)));
    for (String facet : answer.path("facets").propertyNames()) {
      parts.add(facet + ": " + facet(answer.path("facets").path(facet)));
    }
    answer.path("warnings").forEach(warning -> parts.add("warning"));
    return String.join("; ", parts);
  }

  private static String hit(JsonNode hit) {
    StringBuilder line = new StringBuilder(key(hit.path("key")));
    JsonNode price = hit.path("price");
    if (!price.isNull() && !price.isMissingNode()) {
      long min = price.path("min").asLong(-1);
      long max = price.path("max").asLong(-1);
      line.append(' ').append(min).append(min == max ? "" : ".." + max);
    }
    for (JsonNode offer : hit.path("offers")) {
      line.append(' ').append(key(offer.path("key"))).append('=');
      line.append(offer.path("total").asString("none"));
    }
    return line.toString();
  }

  private static String key(JsonNode key) {
    if (key.isString()) {
      return key.stringValue();
    }
    return key.values().stream().map(part -> part.asString("?")).collect(Collectors.joining("/"));
  }

  private static String facet(JsonNode facet) {
    List<String> counts = new ArrayList<>();
    for (JsonNode value : facet.path("values")) {
      counts.add(value.path("value").asString("?") + "=" + value.path("count").asInt(-1));
    }
    return String.join(" ", counts);
  }
}
