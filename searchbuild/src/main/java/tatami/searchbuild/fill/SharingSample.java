package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import tatami.ingest.copy.BinaryCopyReader;
import tatami.searchtable.calendar.SharedEstimate;

/**
 * Some landed rows of a calendar, to see whether rows share calendars.
 *
 * <p>Drawn are all rows of some values of the first key column, by their hash: those are likely to
 * share, and rows that came in another order give the same sample.
 */
final class SharingSample {

  /** About so many rows are drawn. */
  private static final int SAMPLED_ROWS = 4_000;

  private final Connection reading;
  private final String table;
  private final List<String> key;

  /**
   * Samples a master table.
   *
   * @param table its quoted name
   * @param key its key columns
   */
  SharingSample(Connection reading, String table, List<String> key) {
    this.reading = reading;
    this.table = table;
    this.key = List.copyOf(key);
  }

  /**
   * Reads the sample.
   *
   * @param value column with the packed values
   * @param nights cuts them to the horizon
   */
  SharedEstimate read(String value, LandedNights nights) throws SQLException {
    long allRows = count();
    SharedEstimate estimate = new SharedEstimate(allRows);
    try (BinaryCopyReader reader = new BinaryCopyReader(reading, select(value, allRows))) {
      while (reader.nextRow()) {
        if (nights.read(reader) > 0) {
          estimate.add(nights.values());
        }
      }
    }
    return estimate;
  }

  private String select(String value, long allRows) {
    return "SELECT "
        + ReleaseSchema.quote(value)
        + " FROM "
        + table
        + " WHERE mod(hashtext("
        + ReleaseSchema.quote(key.get(0))
        + "::text)::int8 + 2147483648, "
        + Math.max(1, allRows / SAMPLED_ROWS)
        + ") = 0"
        + orderBy(key);
  }

  /** Rows that share are read by key: which calendars there are depends on their order. */
  static String orderBy(List<String> key) {
    return key.stream()
        .map(ReleaseSchema::quote)
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private long count() throws SQLException {
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
