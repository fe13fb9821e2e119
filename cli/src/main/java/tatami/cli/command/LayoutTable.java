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
  private static final double KILOBYTE = 1e3;
  private static final int SHOWN_ALTERNATIVES = 3;

  /** Between the words and figures of a column, before it says why. */
  private static final int OTHER_CHARACTERS = 18;

  private static final int WHY_CHARACTERS = 92;

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
      lines.add("");
      lines.add("all rows " + sizes(layout.path("totals")));
    }
    return lines;
  }

  private static List<String> table(String name, JsonNode table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%s: %,d rows of %.1f bytes, padding %d; in declared order %.1f bytes, padding %d",
            name,
            table.path("rows").asLong(),
            table.path("row_bytes").asDouble(),
            table.path("padding_bytes").asLong(),
            table.path("declared_row_bytes").asDouble(),
            table.path("declared_padding_bytes").asLong()));
    lines.add("  rows " + sizes(table));
    Widths widths = Widths.of(table.path("columns"));
    table.path("columns").forEach(column -> lines.addAll(column(column, widths)));
    table.path("indexes").forEach(index -> lines.add(index(index)));
    table.path("warnings").forEach(warning -> lines.add("  warning " + warning.asString()));
    return lines;
  }

  private static String sizes(JsonNode measured) {
    return format(
        "%s on their pages, %s in declared order; %s on disk with indexes",
        size(measured, "page_bytes"),
        size(measured, "declared_page_bytes"),
        size(measured, "disk_bytes"));
  }

  /** How wide the words of a table's columns are. */
  private record Widths(int name, int type, int codec) {

    static Widths of(JsonNode columns) {
      return new Widths(widest(columns, "name"), widest(columns, "type"), widest(columns, "codec"));
    }

    private static int widest(JsonNode columns, String word) {
      return columns
          .valueStream()
          .mapToInt(column -> column.path(word).asString().length())
          .max()
          .orElse(1);
    }

    String line(JsonNode column) {
      return format(
          "  %-" + name + "s  %-" + type + "s  %-" + codec + "s  %8.2f  ",
          column.path("name").asString(),
          column.path("type").asString(),
          column.path("codec").asString(),
          column.path("bytes").asDouble());
    }

    String indent() {
      return " ".repeat(name + type + codec + OTHER_CHARACTERS);
    }
  }

  private static List<String> column(JsonNode column, Widths widths) {
    List<String> texts = new ArrayList<>(wrapped(column.path("why").asString()));
    JsonNode alternatives = column.path("alternatives");
    if (!alternatives.isEmpty()) {
      int more = alternatives.size() - SHOWN_ALTERNATIVES;
      String shown =
          alternatives
              .valueStream()
              .limit(SHOWN_ALTERNATIVES)
              .map(LayoutTable::alternative)
              .collect(Collectors.joining("; "));
      texts.addAll(wrapped("instead of " + shown + (more > 0 ? "; and " + more + " more" : "")));
    }
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add((lines.isEmpty() ? widths.line(column) : widths.indent()) + text);
    }
    return lines;
  }

  /** Breaks a text at blanks into lines. */
  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WHY_CHARACTERS) {
        lines.add(line);
        line = "";
      }
      line += line.isEmpty() ? word : " " + word;
    }
    lines.add(line);
    return lines;
  }

  private static String alternative(JsonNode alternative) {
    String codec = alternative.path("codec").asString();
    String form = alternative.path("form").asString();
    String bytes = format("%.2f", alternative.path("bytes").asDouble());
    if (form.startsWith(codec)) {
      return form + ": " + bytes;
    }
    return codec + " (" + form + "): " + bytes;
  }

  private static String index(JsonNode index) {
    String predicate = index.path("predicate").asString("");
    long bytes = index.path("bytes").asLong();
    String searches = index.path("searches").asString("");
    return format(
        "  %s on (%s)%s%s: %s%s",
        index.path("created").asBoolean() ? "index" : "no index",
        index.path("columns").asString(),
        predicate.isEmpty() ? "" : " where " + predicate,
        bytes == 0 ? "" : ", " + size(index, "bytes"),
        index.path("why").asString(),
        searches.isEmpty() ? "" : "; for " + searches);
  }

  private static String size(JsonNode node, String name) {
    double bytes = node.path(name).asDouble();
    return bytes < MEGABYTE
        ? format("%.1f kB", bytes / KILOBYTE)
        : format("%.2f MB", bytes / MEGABYTE);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
