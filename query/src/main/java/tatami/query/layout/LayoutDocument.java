package tatami.query.layout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the layout of a release into one document.
 *
 * <pre>
 *   {tables: {NAME: {rows, row_bytes, padding_bytes, declared_row_bytes, declared_padding_bytes,
 *                    page_bytes, declared_page_bytes, widest_row_bytes, disk_bytes,
 *                    columns: [{name, type, codec, bytes, why, alternatives: [{codec, bytes, form}], figures}],
 *                    indexes: [{columns, predicate, created, bytes, why, searches}], warnings}},
 *    totals: {page_bytes, declared_page_bytes, disk_bytes}}
 * </pre>
 */
public final class LayoutDocument {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Connection connection;
  private final String schema;

  private LayoutDocument(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Reads the layout of the release in a schema into a document. */
  public static void read(Connection connection, String schema, ObjectNode document)
      throws SQLException {
    new LayoutDocument(connection, schema).readInto(document);
  }

  private void readInto(ObjectNode document) throws SQLException {
    ObjectNode tables = document.putObject("tables");
    ObjectNode totals = document.putObject("totals");
    readTables(tables, totals);
    readLists(tables, "_layout_column", "columns");
    readLists(tables, "_layout_index", "indexes");
  }

  private void readTables(ObjectNode tables, ObjectNode totals) throws SQLException {
    long pageBytes = 0;
    long declaredPageBytes = 0;
    long diskBytes = 0;
    String sql = "SELECT * FROM " + quoted("_layout_table") + " ORDER BY position";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        JsonNode measure = MAPPER.readTree(rows.getString("measure"));
        writeTable(tables.putObject(rows.getString("name")), measure, rows);
        pageBytes += measure.path("pageBytes").asLong();
        declaredPageBytes += measure.path("declaredPageBytes").asLong();
        diskBytes += rows.getLong("disk_bytes");
      }
    }
    totals.put("page_bytes", pageBytes);
    totals.put("declared_page_bytes", declaredPageBytes);
    totals.put("disk_bytes", diskBytes);
  }

  private static void writeTable(ObjectNode table, JsonNode measure, ResultSet row)
      throws SQLException {
    table.put("rows", measure.path("rows").asLong());
    table.put("row_bytes", measure.path("rowBytes").asDouble());
    table.put("padding_bytes", row.getLong("padding_bytes"));
    table.put("declared_row_bytes", measure.path("declaredRowBytes").asDouble());
    table.put("declared_padding_bytes", row.getLong("declared_padding_bytes"));
    table.put("page_bytes", measure.path("pageBytes").asLong());
    table.put("declared_page_bytes", measure.path("declaredPageBytes").asLong());
    table.put("widest_row_bytes", measure.path("widestBytes").asLong());
    table.put("disk_bytes", row.getLong("disk_bytes"));
    table.putArray("columns");
    table.putArray("indexes");
    table.set("warnings", MAPPER.readTree(row.getString("warnings")));
  }

  private void readLists(ObjectNode tables, String from, String list) throws SQLException {
    String sql = "SELECT table_name, layout FROM " + quoted(from) + " ORDER BY position";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ArrayNode entries = (ArrayNode) tables.get(rows.getString(1)).get(list);
        entries.add(MAPPER.readTree(rows.getString(2)));
      }
    }
  }

  private String quoted(String table) {
    return '"' + schema.replace("\"", "\"\"") + "\".\"" + table + '"';
  }
}
