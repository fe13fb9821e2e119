package tatami.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tatami.query.plan.PlanNode;
import tatami.query.plan.PlanTree;
import tools.jackson.databind.JsonNode;

/** How a search ran, for people: where each filter was decided, then a part for each statement. */
final class ExplanationTable {

  private static final int MOST_VALUES = 12;

  private ExplanationTable() {}

  /**
   * Returns the lines.
   *
   * @param explanation the document of {@code --output json}
   */
  static List<String> lines(JsonNode explanation) {
    return explanation.path("engine").asString().equals("memory")
        ? inMemory(explanation)
        : bySql(explanation);
  }

  private static List<String> inMemory(JsonNode explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "catalog %s, release %d in memory: %.1f µs, the median of %d runs; the first %.1f µs,"
                + " the fastest %.1f µs",
            explanation.path("catalog").asString(),
            explanation.path("release").asInt(),
            explanation.path("microseconds").asDouble(),
            explanation.path("runs").asInt(),
            explanation.path("first_microseconds").asDouble(),
            explanation.path("lowest_microseconds").asDouble()));
    lines.add("strategy " + explanation.path("strategy").asString());
    explanation.path("warnings").forEach(warning -> lines.add("warning " + warning.asString()));
    return lines;
  }

  private static List<String> bySql(JsonNode explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "catalog %s, release %d: %d statements, %s",
            explanation.path("catalog").asString(),
            explanation.path("release").asInt(),
            explanation.path("statements").size(),
            cost(explanation, explanation.path("milliseconds").asDouble())));
    explanation.path("warnings").forEach(warning -> lines.add("warning " + warning.asString()));
    lines.addAll(places(explanation));
    for (JsonNode statement : explanation.path("statements")) {
      lines.add("");
      lines.addAll(statement(statement));
    }
    return lines;
  }

  private static List<String> places(JsonNode explanation) {
    List<String> lines = new ArrayList<>();
    if (explanation.path("filters").isEmpty() && explanation.path("stay").isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add(format("%-16s %-9s %-9s %-30s %s", "filter", "kind", "grain", "table", "columns"));
    for (JsonNode filter : explanation.path("filters")) {
      lines.add(
          place(
              filter.path("filter").asString(),
              filter.path("kind").asString(),
              filter.path("grain").asString(),
              filter));
    }
    for (JsonNode part : explanation.path("stay")) {
      lines.add(place(part.path("part").asString(), "stay", "offer", part));
    }
    return lines;
  }

  private static String place(String name, String kind, String grain, JsonNode place) {
    List<String> columns = place.path("columns").valueStream().map(JsonNode::asString).toList();
    return format(
        "%-16s %-9s %-9s %-30s %s",
        name, kind, grain, place.path("table").asString(), String.join(", ", columns));
  }

  private static List<String> statement(JsonNode statement) {
    List<String> lines = new ArrayList<>();
    String purpose = statement.path("purpose").asString().replace('_', ' ');
    double planning = statement.path("planning_milliseconds").asDouble();
    double execution = statement.path("execution_milliseconds").asDouble();
    lines.add(
        format(
            "%s: %s, %.2f ms of it planning",
            purpose, cost(statement, planning + execution), planning));
    statement.path("sql").asString().lines().forEach(line -> lines.add("  " + line));
    if (!statement.path("values").isEmpty()) {
      lines.add("  values " + values(statement.path("values")));
    }
    lines.add("");
    PlanTree.lines(PlanNode.ofDocument(statement.path("plan")))
        .forEach(line -> lines.add("  " + line));
    return lines;
  }

  private static String cost(JsonNode node, double milliseconds) {
    JsonNode buffers = node.path("shared_buffers");
    return format(
        "%.2f ms, %,d pages hit, %,d read",
        milliseconds, buffers.path("hit").asLong(), buffers.path("read").asLong());
  }

  /** Long lists are cut: JSON has them whole. */
  private static String values(JsonNode values) {
    List<String> shown = new ArrayList<>();
    for (JsonNode value : values) {
      boolean isLong = value.isArray() && value.size() > MOST_VALUES;
      shown.add(
          isLong
              ? "["
                  + String.join(
                      ",", value.valueStream().limit(MOST_VALUES).map(JsonNode::toString).toList())
                  + ", … "
                  + value.size()
                  + " in all]"
              : value.toString());
    }
    return String.join("  ", shown);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
