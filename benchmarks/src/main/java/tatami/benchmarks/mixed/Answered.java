package tatami.benchmarks.mixed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What was answered: comparable, wherever it comes from.
 *
 * @param parts {@code page}, {@code calendar} or the name of a facet; one without a line is absent
 */
public record Answered(Map<String, Part> parts) {

  private static final String PAGE = "page";
  private static final String CALENDAR = "calendar";

  /**
   * A part of an answer.
   *
   * @param total how many lines there are, those that are not listed too
   */
  public record Part(long total, List<Line> lines) {}

  /**
   * One hotel, check-in date or value of a facet.
   *
   * @param value its key, its date, or itself
   * @param lowest lowest total in minor units; 0 for a value
   * @param highest highest total in minor units; 0 for a value
   * @param count offers of a hotel; hotels of a date or value
   */
  public record Line(String value, long lowest, long highest, long count) {}

  /** Reads the answer of the product to a page or a calendar. */
  public static Answered ofJson(JsonNode answer) {
    Map<String, Part> parts = new TreeMap<>();
    List<Line> hits = new ArrayList<>();
    for (JsonNode hit : answer.path("hits")) {
      long offers = hit.path("offers_matching").asLong();
      hits.add(priced(hit.path("key").asString(), hit.path("price"), offers));
    }
    put(parts, PAGE, answer.path("total").asLong(), hits);
    answer
        .path("facets")
        .forEachEntry((name, facet) -> put(parts, name, facet.path("more").asLong(), facet));
    List<Line> days = new ArrayList<>();
    for (JsonNode day : answer.path("days")) {
      long hotels = day.path("properties").asLong();
      if (hotels > 0) {
        days.add(priced(day.path("check_in").asString(), day.path("price"), hotels));
      }
    }
    put(parts, CALENDAR, days.size(), days);
    return new Answered(parts);
  }

  private static void put(Map<String, Part> parts, String name, long more, JsonNode facet) {
    List<Line> values = new ArrayList<>();
    for (JsonNode one : facet.path("values")) {
      values.add(new Line(one.path("value").asString(), 0, 0, one.path("count").asLong()));
    }
    put(parts, name, values.size() + more, values);
  }

  private static void put(Map<String, Part> parts, String name, long total, List<Line> lines) {
    if (!lines.isEmpty()) {
      parts.put(name, new Part(total, lines));
    }
  }

  private static Line priced(String value, JsonNode price, long count) {
    return new Line(value, price.path("min").asLong(), price.path("max").asLong(), count);
  }

  /** Adds the rows of a page or a facet. */
  public void addRows(ResultSet rows) throws SQLException {
    Map<String, Map<Long, Line>> lines = new TreeMap<>();
    Map<String, Long> totals = new TreeMap<>();
    while (rows.next()) {
      String part = rows.getString("part");
      lines
          .computeIfAbsent(part, absent -> new TreeMap<>())
          .put(
              rows.getLong("place"),
              new Line(
                  rows.getString("value"),
                  rows.getLong("lowest"),
                  rows.getLong("highest"),
                  rows.getLong("offers")));
      totals.put(part, rows.getLong("total"));
    }
    lines.forEach(
        (part, ordered) ->
            parts.put(part, new Part(totals.get(part), List.copyOf(ordered.values()))));
  }

  /** Reads the rows of a calendar. */
  public static Answered ofCalendar(ResultSet rows) throws SQLException {
    List<Line> days = new ArrayList<>();
    while (rows.next()) {
      days.add(
          new Line(
              rows.getString("check_in"),
              rows.getLong("lowest"),
              rows.getLong("highest"),
              rows.getLong("hotels")));
    }
    Map<String, Part> parts = new TreeMap<>();
    put(parts, CALENDAR, days.size(), days);
    return new Answered(parts);
  }

  /** Tells whether nothing is found. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }
}
