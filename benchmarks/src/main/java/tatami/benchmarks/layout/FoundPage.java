package tatami.benchmarks.layout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a search found: comparable, wherever it comes from.
 *
 * @param total properties that match
 * @param properties those of the page, in order
 */
record FoundPage(long total, List<Found> properties) {

  /**
   * One property.
   *
   * @param key its business key, as text
   * @param lowest lowest total in minor units
   * @param highest highest total in minor units
   * @param offers how many offers match
   */
  record Found(List<String> key, long lowest, long highest, long offers) {}

  /** Reads an answer of the engine. */
  static FoundPage ofAnswer(JsonNode answer) {
    List<Found> properties = new ArrayList<>();
    for (JsonNode hit : answer.path("hits")) {
      JsonNode key = hit.path("key");
      properties.add(
          new Found(
              key.isArray()
                  ? key.valueStream().map(JsonNode::asString).toList()
                  : List.of(key.asString()),
              hit.path("price").path("min").asLong(),
              hit.path("price").path("max").asLong(),
              hit.path("offers_matching").asLong()));
    }
    return new FoundPage(answer.path("total").asLong(), properties);
  }

  /** Reads the rows of {@link PlainStatement}. */
  static FoundPage ofRows(ResultSet rows, int keyColumns) throws SQLException {
    List<Found> properties = new ArrayList<>();
    long total = 0;
    while (rows.next()) {
      List<String> key = new ArrayList<>();
      for (int column = 1; column <= keyColumns; column++) {
        key.add(rows.getString(column));
      }
      properties.add(
          new Found(key, rows.getLong("lowest"), rows.getLong("highest"), rows.getLong("offers")));
      total = rows.getLong("matching");
    }
    return new FoundPage(total, properties);
  }
}
