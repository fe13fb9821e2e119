package tatami.searchbuild.encoding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.searchbuild.database.TestDatabase;

/** Writes columns to a real table and reads them back. */
final class WrittenColumns {

  private WrittenColumns() {}

  /** Returns one text per row, its values joined by a bar. */
  static List<String> rows(List<PlannedColumn> columns, int count) throws SQLException {
    try (Connection connection = TestDatabase.shared().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", ", "CREATE TEMPORARY TABLE written (", ")")));
        write(connection, columns, count);
        return read(statement, columns.size());
      } finally {
        connection.rollback();
      }
    }
  }

  private static void write(Connection connection, List<PlannedColumn> columns, int count)
      throws SQLException {
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, "written")) {
      for (int row = 0; row < count; row++) {
        writer.startRow(columns.size());
        for (PlannedColumn column : columns) {
          column.value().write(writer, row);
        }
      }
      writer.finish();
    }
  }

  private static List<String> read(Statement statement, int columns) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery("SELECT * FROM written ORDER BY ctid")) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(result.getString(column));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
