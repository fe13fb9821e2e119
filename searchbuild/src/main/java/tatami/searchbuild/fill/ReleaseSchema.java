package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchtable.layout.ColumnOrder;
import tatami.searchtable.layout.TableColumn;

/** Creates and fills tables in the schema of one release, and remembers the SQL. */
final class ReleaseSchema {

  private final Connection connection;
  private final String schema;
  private final Map<String, TypeWidth> types;
  private final List<String> statements = new ArrayList<>();
  private final List<String> tables = new ArrayList<>();

  ReleaseSchema(Connection connection, String schema) throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.types = readTypes();
  }

  private record TypeWidth(int lengthBytes, int alignmentBytes) {}

  /** Facts about PostgreSQL are read from PostgreSQL. */
  private Map<String, TypeWidth> readTypes() throws SQLException {
    String sql =
        """
        SELECT typname, typlen,
          CASE typalign WHEN 'c' THEN 1 WHEN 's' THEN 2 WHEN 'i' THEN 4 ELSE 8 END
        FROM pg_type
        WHERE typnamespace = 'pg_catalog'::regnamespace
        """;
    Map<String, TypeWidth> widths = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String name = rows.getString(1);
        String ddlName = name.startsWith("_") ? name.substring(1) + "[]" : name;
        widths.put(ddlName, new TypeWidth(rows.getInt(2), rows.getInt(3)));
      }
    }
    return widths;
  }

  /** Drops what an earlier try left, and creates the schema. */
  void create() throws SQLException {
    execute("DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE");
    execute("CREATE SCHEMA \"" + schema + '"');
  }

  String quoted(String table) {
    return '"' + schema + "\".\"" + table + '"';
  }

  static String quote(String identifier) {
    return '"' + identifier + '"';
  }

  void execute(String sql) throws SQLException {
    statements.add(sql);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the SQL that was run, ready for psql. */
  String statements() {
    return String.join(";\n\n", statements) + ";\n";
  }

  /** Creates, fills, keys and analyses a table. */
  void fill(PlannedTable table) throws SQLException {
    List<PlannedColumn> order = create(table.name(), table.columns());
    String target = copyTarget(table.name(), order.stream().map(PlannedColumn::name).toList());
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, target)) {
      for (int row = 0; row < table.rows(); row++) {
        writer.startRow(order.size());
        for (PlannedColumn column : order) {
          column.value().write(writer, row);
        }
      }
      writer.finish();
    }
    finish(table.name(), table.key());
  }

  /**
   * Creates a table with its columns in the order that wastes the fewest bytes, and returns them.
   */
  List<PlannedColumn> create(String table, List<PlannedColumn> columns) throws SQLException {
    List<TableColumn> physical = new ArrayList<>();
    for (PlannedColumn column : columns) {
      TypeWidth width = types.get(column.type());
      physical.add(
          new TableColumn(
              column.name(),
              column.type(),
              width.lengthBytes(),
              width.alignmentBytes(),
              column.nullable()));
    }
    List<String> names = ColumnOrder.plan(physical).stream().map(TableColumn::name).toList();
    List<PlannedColumn> order =
        columns.stream()
            .sorted(Comparator.comparingInt(column -> names.indexOf(column.name())))
            .toList();
    String list =
        order.stream()
            .map(
                column ->
                    quote(column.name())
                        + " "
                        + column.type()
                        + (column.nullable() ? "" : " NOT NULL"))
            .collect(Collectors.joining(",\n  "));
    execute("CREATE TABLE " + quoted(table) + " (\n  " + list + "\n)");
    tables.add(table);
    return order;
  }

  String copyTarget(String table, List<String> columns) {
    return quoted(table)
        + columns.stream().map(ReleaseSchema::quote).collect(Collectors.joining(", ", " (", ")"));
  }

  /** Adds the primary key and analyses. */
  void finish(String table, List<String> key) throws SQLException {
    String columns = key.stream().map(ReleaseSchema::quote).collect(Collectors.joining(", "));
    execute("ALTER TABLE " + quoted(table) + " ADD PRIMARY KEY (" + columns + ")");
    execute("ANALYZE " + quoted(table));
  }

  /** Counts the rows of a table that a condition holds for. */
  long count(String table, String condition) throws SQLException {
    String sql = "SELECT count(*) FROM " + quoted(table) + " WHERE " + condition;
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Returns rows and bytes, indexes included, of each table. */
  Map<String, TableSize> sizes() throws SQLException {
    Map<String, TableSize> sizes = new LinkedHashMap<>();
    for (String table : tables) {
      String sql = "SELECT count(*), pg_total_relation_size(?::regclass) FROM " + quoted(table);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, quoted(table));
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          sizes.put(table, new TableSize(result.getLong(1), result.getLong(2)));
        }
      }
    }
    return sizes;
  }
}
