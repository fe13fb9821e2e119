package tatami.query.master;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.query.sql.SearchStatement;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.ShowColumn;

/** Reads master rows by surrogate. Stateless. */
public final class MasterRows {

  private MasterRows() {}

  /**
   * Reads rows by surrogate.
   *
   * @param schema schema of the release
   * @param show columns to read, in the order of {@link MasterRow#values()}
   * @param ids surrogates, all of which are there
   */
  public static Map<Integer, MasterRow> read(
      Connection connection, String schema, GrainTable grain, List<ShowColumn> show, int[] ids)
      throws SQLException {
    if (ids.length == 0) {
      return Map.of();
    }
    Asked asked = new Asked(grain, show, ids);
    return read(connection, schema, List.of(asked), Duration.ZERO).get(asked);
  }

  /**
   * Rows that are asked for.
   *
   * @param show columns to read, in the order of {@link MasterRow#values()}
   * @param ids surrogates, all of which are there
   */
  record Asked(GrainTable grain, List<ShowColumn> show, int[] ids) {}

  /**
   * Reads rows of several grains in one round trip.
   *
   * @param all at least one
   * @param timeout longest time of it all; zero for that of the transaction
   */
  static Map<Asked, Map<Integer, MasterRow>> read(
      Connection connection, String schema, List<Asked> all, Duration timeout) throws SQLException {
    String text =
        all.stream()
            .map(asked -> text(schema, asked.grain(), asked.show()))
            .collect(Collectors.joining(";\n"));
    Map<Asked, Map<Integer, MasterRow>> found = new IdentityHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setQueryTimeout(seconds(timeout));
      for (int place = 0; place < all.size(); place++) {
        statement.setObject(place + 1, all.get(place).ids());
      }
      statement.execute();
      for (Asked asked : all) {
        try (ResultSet rows = statement.getResultSet()) {
          found.put(asked, read(rows, asked));
        }
        statement.getMoreResults();
      }
    }
    return found;
  }

  private static Map<Integer, MasterRow> read(ResultSet rows, Asked asked) throws SQLException {
    Map<Integer, MasterRow> found = new HashMap<>();
    GrainTable grain = asked.grain();
    while (rows.next()) {
      found.put(rows.getInt(1), readRow(rows, grain.key().size(), asked.show()));
    }
    for (int id : asked.ids()) {
      if (!found.containsKey(id)) {
        throw new IllegalStateException(
            "the page view lacks a row: view=" + grain.pageView() + " id=" + id);
      }
    }
    return found;
  }

  /** Returns the statement that {@link #read} runs. */
  public static SearchStatement statement(
      String schema, GrainTable grain, List<ShowColumn> show, int[] ids) {
    return SearchStatement.ofMasterRows(text(schema, grain, show), ids);
  }

  /**
   * Finds the surrogate of a business key in the narrow table of keys, which it reads all.
   *
   * @param key components as texts, as many as the grain's key has
   * @param timeout longest time of it; zero for that of the transaction
   */
  static OptionalInt findId(
      Connection connection, String schema, GrainTable grain, List<String> key, Duration timeout)
      throws SQLException {
    String conditions =
        IntStream.rangeClosed(1, grain.key().size())
            .mapToObj(component -> "_key_" + component + "::text = ?")
            .collect(Collectors.joining(" AND "));
    String keys = quoted(schema) + "." + quoted(grain.keyTable());
    String text = "SELECT _id\nFROM " + keys + "\nWHERE " + conditions;
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setQueryTimeout(seconds(timeout));
      for (int component = 0; component < key.size(); component++) {
        statement.setString(component + 1, key.get(component));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  /** Part of a second counts as a whole one: none at all is no limit. */
  private static int seconds(Duration timeout) {
    return Math.toIntExact(timeout.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static String view(String schema, GrainTable grain) {
    return quoted(schema) + "." + quoted(grain.pageView());
  }

  private static String text(String schema, GrainTable grain, List<ShowColumn> show) {
    String keys =
        IntStream.rangeClosed(1, grain.key().size())
            .mapToObj(component -> ", _key_" + component)
            .collect(Collectors.joining());
    String columns =
        show.stream().map(column -> ", " + quoted(column.name())).collect(Collectors.joining());
    return "SELECT _id"
        + keys
        + columns
        + "\nFROM "
        + view(schema, grain)
        + "\nWHERE _id = ANY (?)";
  }

  private static MasterRow readRow(ResultSet row, int keys, List<ShowColumn> show)
      throws SQLException {
    List<String> key = new ArrayList<>();
    for (int component = 0; component < keys; component++) {
      key.add(row.getString(2 + component));
    }
    List<Object> values = new ArrayList<>();
    for (int index = 0; index < show.size(); index++) {
      values.add(readValue(row, 2 + keys + index, show.get(index)));
    }
    return new MasterRow(key, values);
  }

  private static Object readValue(ResultSet row, int position, ShowColumn column)
      throws SQLException {
    return switch (column.type()) {
      case TEXT, DATE -> row.getString(position);
      case NUMBER -> readNumber(row.getString(position));
      case BOOLEAN -> {
        boolean value = row.getBoolean(position);
        yield row.wasNull() ? null : value;
      }
      case TEXT_LIST -> readList(row.getArray(position));
    };
  }

  /** Exact numbers only: what PostgreSQL calls NaN or infinite has no JSON form. */
  private static BigDecimal readNumber(String text) {
    boolean isNumber = text != null && Character.isDigit(text.charAt(text.length() - 1));
    return isNumber ? new BigDecimal(text) : null;
  }

  private static List<String> readList(Array array) throws SQLException {
    if (array == null) {
      return null;
    }
    return Arrays.stream((Object[]) array.getArray())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
