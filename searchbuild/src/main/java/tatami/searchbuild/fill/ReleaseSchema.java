package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.layout.MeasuredRows;
import tatami.searchtable.layout.TableColumn;
import tatami.searchtable.layout.TableLayout;

/** Creates and fills tables in the schema of one release, and remembers the SQL. */
final class ReleaseSchema {

  private static final int SAMPLED_ROWS = 1_000;

  private final Connection connection;
  private final String schema;
  private final Map<String, TypeWidth> types;
  private final List<String> statements = new ArrayList<>();
  private final List<LaidTable> tables = new ArrayList<>();

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
  LaidTable fill(PlannedTable table) throws SQLException {
    LaidTable laid = create(table);
    String target = copyTarget(table.name(), laid.columnNames());
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, target)) {
      MeasuredRows measured = laid.measured(writer);
      for (int row = 0; row < table.rows(); row++) {
        writer.startRow(laid.columns().size());
        for (PlannedColumn column : laid.columns()) {
          column.value().write(measured, row);
        }
        measured.endRow();
      }
      writer.finish();
    }
    finish(table.name(), table.key());
    return laid;
  }

  /** Creates a table with its columns in the order that wastes the fewest bytes. */
  LaidTable create(PlannedTable table) throws SQLException {
    LaidTable laid = LaidTable.plan(table, this::physical);
    execute(laid.createStatement(quoted(table.name())));
    tables.add(laid);
    return laid;
  }

  /** Returns what a planned column is on the target server. */
  TableColumn physical(PlannedColumn column) {
    TypeWidth width = types.get(column.type());
    return new TableColumn(
        column.name(),
        column.type(),
        width.lengthBytes(),
        width.alignmentBytes(),
        column.nullable(),
        column.plain());
  }

  String copyTarget(String table, List<String> columns) {
    return quoted(table)
        + columns.stream().map(ReleaseSchema::quote).collect(Collectors.joining(", ", " (", ")"));
  }

  /** Computes the average bytes of a row on its page, over at most a thousand rows of a table. */
  double rowBytes(List<PlannedColumn> columns, int rows) {
    LaidTable laid = LaidTable.plan(new PlannedTable("", columns, rows, List.of()), this::physical);
    MeasuredRows measured = laid.measured(FieldWriter.NOWHERE);
    int step = Math.max(1, rows / SAMPLED_ROWS);
    for (int row = 0; row < rows; row += step) {
      for (PlannedColumn column : laid.columns()) {
        column.value().write(measured, row);
      }
      measured.endRow();
    }
    return (double) measured.measure().pageBytes() / Math.max(1, measured.measure().rows());
  }

  /** Adds the primary key and analyses. */
  void finish(String table, List<String> key) throws SQLException {
    String columns = key.stream().map(ReleaseSchema::quote).collect(Collectors.joining(", "));
    execute("ALTER TABLE " + quoted(table) + " ADD PRIMARY KEY (" + columns + ")");
    execute("ANALYZE " + quoted(table));
  }

  /** Lets the planner know the values of expressions as it knows those of columns. */
  void createStatistics(String table, List<String> expressions) throws SQLException {
    for (String expression : expressions) {
      execute("CREATE STATISTICS ON " + expression + " FROM " + quoted(table));
    }
    if (!expressions.isEmpty()) {
      execute("ANALYZE " + quoted(table));
    }
  }

  /** Returns why each table looks as it does. */
  List<TableLayout> layouts() {
    return tables.stream().map(LaidTable::layout).toList();
  }

  /** Returns rows and bytes, indexes included, of each table. */
  Map<String, TableSize> sizes() throws SQLException {
    Map<String, TableSize> sizes = new LinkedHashMap<>();
    for (String table : tables.stream().map(LaidTable::name).toList()) {
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
