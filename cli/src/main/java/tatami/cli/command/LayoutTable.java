package tatami.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The layout of a release, for people. */
final class LayoutTable {

  private static final double MEGABYTE = 1e6;

  private LayoutTable() {}

  /** Returns the lines: each table with its columns and indexes, then the totals. */
  static List<String> lines(JsonNode layout) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "catalog %s, release %d",
            layout.path("catalog").asString(), layout.path("release").asInt()));
    for (Map.Entry<String, JsonNode> table : layout.path("tables").properties()) {
      lines.add("");
      lines.addAll(table(table.getKey(), table.getValue()));
    }
    if (layout.has("totals")) {
      JsonNode totals = layout.path("totals");
      lines.add("");
      lines.add(
          format(
              "all rows %.2f MB on their pages, %.2f MB in declared order; %.2f MB on disk with"
                  + " indexes",
              megabytes(totals, "page_bytes"),
              megabytes(totals, "declared_page_bytes"),
              megabytes(totals, "disk_bytes")));
    }
    return lines;
  }

  private static List<String> table(String name, JsonNode table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%s: %,d rows of %.1f bytes, padding %d; declared order %.1f bytes, padding %d",
            name,
            table.path("rows").asLong(),
            table.path("row_bytes").asDouble(),
            table.path("padding_bytes").asLong(),
            table.path("declared_row_bytes").asDouble(),
            table.path("declared_padding_bytes").asLong()));
    lines.add(
        format(
            "  %.2f MB of rows, %.2f in declared order; %.2f on disk with indexes",
            megabytes(table, "page_bytes"),
            megabytes(table, "declared_page_bytes"),
            megabytes(table, "disk_bytes")));
    table.path("columns").forEach(column -> lines.addAll(column(column)));
    table.path("indexes").forEach(index -> lines.add(index(index)));
    table.path("warnings").forEach(warning -> lines.add("  warning " + warning.asString()));
    return lines;
  }

  private static List<String> column(JsonNode column) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "  %-26s %-7s %-8s %8.2f  %s",
            column.path("name").asString(),
            column.path("type").asString(),
            column.path("codec").asString(),
            column.path("bytes").asDouble(),
            column.path("why").asString()));
    String alternatives =
        column
            .path("alternatives")
            .valueStream()
            .map(LayoutTable::alternative)
            .collect(Collectors.joining("; "));
    if (!alternatives.isEmpty()) {
      lines.add(format("  %-26s %-7s %-8s %8s  instead of %s", "", "", "", "", alternatives));
    }
    return lines;
  }

  private static String alternative(JsonNode alternative) {
    return format(
        "%s %.2f (%s)",
        alternative.path("codec").asString(),
        alternative.path("bytes").asDouble(),
        alternative.path("form").asString());
  }

  private static String index(JsonNode index) {
    String predicate = index.path("predicate").asString("");
    return format(
        "  %s on (%s)%s, %.2f MB: %s%s",
        index.path("created").asBoolean() ? "index" : "no index",
        index.path("columns").asString(),
        predicate.isEmpty() ? "" : " where " + predicate,
        megabytes(index, "bytes"),
        index.path("why").asString(),
        index.path("searches").asString("").isEmpty()
            ? ""
            : "; used by " + index.path("searches").asString());
  }

  private static double megabytes(JsonNode node, String name) {
    return node.path(name).asDouble() / MEGABYTE;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
