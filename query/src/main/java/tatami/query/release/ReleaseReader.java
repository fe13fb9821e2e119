package tatami.query.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.expression.NumberExpression;

/** Reads what an opened release keeps in memory. */
final class ReleaseReader {

  private static final int FETCH_ROWS = 10_000;

  private ReleaseReader() {}

  static Map<String, Dictionary> readDictionaries(
      Connection connection, ReleaseDescription description) throws SQLException {
    List<FilterLayout> filters = new ArrayList<>(description.property().filters());
    if (description.offer() != null) {
      filters.addAll(description.offer().filters());
    }
    Map<String, Dictionary> dictionaries = new HashMap<>();
    for (FilterLayout filter : filters) {
      String schema = description.schema();
      if (filter instanceof FilterLayout.Path path) {
        dictionaries.put(path.name(), readPaths(connection, schema, path.dictionary()));
      } else if (filter instanceof FilterLayout.Category category) {
        dictionaries.put(category.name(), readFlat(connection, schema, category.dictionary()));
      } else if (filter instanceof FilterLayout.Tags tags) {
        dictionaries.put(tags.name(), readFlat(connection, schema, tags.dictionary()));
      }
    }
    return dictionaries;
  }

  private static Dictionary readPaths(Connection connection, String schema, String table)
      throws SQLException {
    return readDictionary(
        connection,
        table,
        "SELECT code, last_code, value FROM " + qualified(schema, table) + " ORDER BY code");
  }

  private static Dictionary readFlat(Connection connection, String schema, String table)
      throws SQLException {
    return readDictionary(
        connection,
        table,
        "SELECT code, code AS last_code, value FROM "
            + qualified(schema, table)
            + " ORDER BY code");
  }

  private static Dictionary readDictionary(Connection connection, String table, String sql)
      throws SQLException {
    List<String> values = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    List<Integer> lastCodes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          codes.add(rows.getInt("code"));
          values.add(rows.getString("value"));
          lastCodes.add(rows.getInt("last_code"));
        }
      }
    }
    return new Dictionary(values, array(codes), array(lastCodes));
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  static Points readPoints(
      Connection connection, String schema, GrainTable property, FilterLayout.Point filter)
      throws SQLException {
    String latitude = NumberExpression.value(filter.latitude(), "");
    String longitude = NumberExpression.value(filter.longitude(), "");
    String sql =
        "SELECT id, "
            + latitude
            + ", "
            + longitude
            + " FROM "
            + qualified(schema, property.table())
            + " WHERE "
            + NumberExpression.isPresent(filter.latitude(), "")
            + " AND "
            + NumberExpression.isPresent(filter.longitude(), "");
    int[] latitudes = new int[property.rows()];
    int[] longitudes = new int[property.rows()];
    Arrays.fill(latitudes, Points.ABSENT);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          latitudes[rows.getInt(1)] = rows.getInt(2);
          longitudes[rows.getInt(1)] = rows.getInt(3);
        }
      }
    }
    return new Points(latitudes, longitudes);
  }

  private static String qualified(String schema, String table) {
    return quoted(schema) + "." + quoted(table);
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
