package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What must hold of a release's tables where the catalog pins nothing. */
final class DefaultLayout {

  /** Longer rows are compressed or moved, so PostgreSQL finds them shorter. */
  private static final int WIDE_ROW_BYTES = 2_032;

  private DefaultLayout() {}

  /** No table has padding, and rows are as long as the layout says. */
  static void assertTight(Commands commands, String catalog) throws SQLException {
    JsonNode layout = commands.document("layout", catalog, "--output=json");
    String schema = catalog + "_r" + layout.path("release").asInt();
    assertThat(layout.path("tables")).isNotEmpty();
    for (Map.Entry<String, JsonNode> table : layout.path("tables").properties()) {
      String name = table.getKey();
      assertThat(table.getValue().path("padding_bytes").asInt(-1)).as(name).isZero();
      if (table.getValue().path("widest_row_bytes").asInt() <= WIDE_ROW_BYTES) {
        assertThat(table.getValue().path("row_bytes").asDouble())
            .as(name)
            .isEqualTo(rowBytes(commands, schema, name), within(0.001));
      }
    }
  }

  /** Sizes are taken row by row: inside an aggregate the first row counts 3 bytes less. */
  private static double rowBytes(Commands commands, String schema, String table)
      throws SQLException {
    String sql =
        "SELECT coalesce(avg(size), 0) FROM (SELECT pg_column_size(t.*) AS size FROM \""
            + schema
            + "\".\""
            + table
            + "\" AS t OFFSET 0) AS sizes";
    try (Connection connection = commands.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }
}
