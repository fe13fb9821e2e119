package tatami.query.sql;

import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tables without a database: each has one answer, whatever the statement says otherwise. What was
 * asked is kept.
 */
final class FakeTables {

  private final Map<String, Object[]> rowOfTable = new LinkedHashMap<>();
  private final Map<String, byte[]> blocksOfTable = new HashMap<>();
  private final List<String> statements = new ArrayList<>();
  private final List<Object> bound = new ArrayList<>();
  private int open;

  /**
   * Puts the answer of a table.
   *
   * @param table its name
   * @param columns the only row that comes back, from column 1
   */
  FakeTables put(String table, Object... columns) {
    Object[] row = new Object[columns.length + 1];
    System.arraycopy(columns, 0, row, 1, columns.length);
    rowOfTable.put(table, row);
    return this;
  }

  /**
   * Puts the blocks of a calendar table, as {@link BlockQuery} reads them. All of them are sent,
   * whatever planes are asked for.
   */
  FakeTables putBlocks(String table, byte[] blocks) {
    blocksOfTable.put(table, blocks);
    return this;
  }

  /** Returns the statements that ran. */
  List<String> statements() {
    return statements;
  }

  /** Returns what was bound, with the name of the method that bound it, in order. */
  List<Object> bound() {
    return bound;
  }

  /** Returns how many statements were not closed. */
  int open() {
    return open;
  }

  /** Returns a row by itself. */
  static ResultSet row(Object... columns) {
    return fake(ResultSet.class, columnsOf(columns));
  }

  Connection connection() {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    methods.put("prepareStatement", arguments -> prepare((String) arguments[0]));
    methods.put(
        "createArrayOf", arguments -> array((String) arguments[0], (Object[]) arguments[1]));
    return fake(Connection.class, methods);
  }

  private PreparedStatement prepare(String sql) {
    open++;
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    for (String setter : List.of("setShort", "setInt", "setLong", "setObject", "setArray")) {
      methods.put(setter, arguments -> bind(setter, arguments));
    }
    methods.put("setFetchSize", arguments -> null);
    methods.put("getConnection", arguments -> connection());
    methods.put("executeQuery", arguments -> execute(sql));
    methods.put("close", arguments -> open--);
    return fake(PreparedStatement.class, methods);
  }

  private Object bind(String setter, Object[] arguments) {
    bound.add(setter + " " + arguments[0]);
    return bound.add(arguments[1]);
  }

  private static Array array(String type, Object[] elements) {
    return fake(Array.class, Map.of("toString", arguments -> type + List.of(elements)));
  }

  private ResultSet execute(String sql) {
    statements.add(sql);
    return sql.contains(" AS part,") ? parts(sql) : rows(List.<Object[]>of(rowOf(sql)));
  }

  /** Each part of a union reads one calendar table. */
  private ResultSet parts(String sql) {
    List<Object[]> rows = new ArrayList<>();
    for (String part : sql.split("UNION ALL")) {
      String table = part.replaceFirst("(?s).*FROM \"\\w+\"\\.\"(\\w+)\".*", "$1").strip();
      rows.add(new Object[] {null, rows.size(), blocksOfTable.get(table)});
    }
    return rows(rows);
  }

  private Object[] rowOf(String sql) {
    return rowOfTable.entrySet().stream()
        .filter(table -> sql.contains("\"" + table.getKey() + "\""))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such table: " + sql));
  }

  private static ResultSet rows(List<Object[]> rows) {
    int[] at = {-1};
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    for (String name : columnsOf(new Object[0]).keySet()) {
      methods.put(name, arguments -> columnsOf(rows.get(at[0])).get(name).apply(arguments));
    }
    methods.put("next", arguments -> ++at[0] < rows.size());
    methods.put("close", arguments -> null);
    return fake(ResultSet.class, methods);
  }

  private static Map<String, Function<Object[], Object>> columnsOf(Object[] row) {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    methods.put("getLong", arguments -> ((Number) row[(int) arguments[0]]).longValue());
    methods.put("getInt", arguments -> row[(int) arguments[0]]);
    methods.put("getBytes", arguments -> row[(int) arguments[0]]);
    methods.put("getString", arguments -> row[(int) arguments[0]]);
    return methods;
  }

  private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = methods.get(method.getName());
              if (answer == null) {
                throw new SQLException("not faked: " + method);
              }
              return answer.apply(arguments);
            }));
  }
}
