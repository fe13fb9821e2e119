package tatami.ingest.landing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tatami.ingest.feed.ColumnReference;

/**
 * The values of columns that other feeds refer to, as landed rows have them: what was rejected is
 * not among them. Held in memory, each once.
 */
public final class ReferencedValues {

  /** For a feed that refers to nothing. */
  public static final ReferencedValues NONE = new ReferencedValues(Map.of());

  private final Map<ColumnReference, Set<Object>> values;

  private ReferencedValues(Map<ColumnReference, Set<Object>> values) {
    this.values = values;
  }

  /**
   * Reads the values of columns.
   *
   * @param tables master table of each column's feed
   */
  public static ReferencedValues read(
      Connection connection, Map<ColumnReference, MasterTable> tables) throws SQLException {
    Map<ColumnReference, Set<Object>> values = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<ColumnReference, MasterTable> entry : tables.entrySet()) {
        values.put(entry.getKey(), read(statement, entry.getKey().column(), entry.getValue()));
      }
    }
    return new ReferencedValues(values);
  }

  private static Set<Object> read(Statement statement, String column, MasterTable table)
      throws SQLException {
    String name = MasterTable.quote(column);
    Set<Object> values = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT DISTINCT "
                + name
                + " FROM "
                + table.quoted()
                + " WHERE "
                + name
                + " IS NOT NULL")) {
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
    }
    return values;
  }

  /** Returns the values of a column: String, Integer or Long. */
  Set<Object> get(ColumnReference reference) {
    Set<Object> found = values.get(reference);
    if (found == null) {
      throw new IllegalArgumentException("values were not read: reference=" + reference);
    }
    return found;
  }
}
