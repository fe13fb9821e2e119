package tatami.query.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Runs a fragment that is a whole statement. */
final class StatementRunner {

  private StatementRunner() {}

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(Connection connection, Fragment fragment, RowReader<T> reader)
      throws SQLException {
    List<T> list = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(fragment.text())) {
      for (int index = 0; index < fragment.parameters().size(); index++) {
        bind(statement, index + 1, fragment.parameters().get(index));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          list.add(reader.read(rows));
        }
      }
    }
    return list;
  }

  /** Returns a number, or null. */
  static Long findLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static void bind(PreparedStatement statement, int position, Object value)
      throws SQLException {
    if (value instanceof Short number) {
      statement.setShort(position, number);
    } else if (value instanceof Integer number) {
      statement.setInt(position, number);
    } else if (value instanceof Long number) {
      statement.setLong(position, number);
    } else if (value instanceof LocalDate date) {
      statement.setObject(position, date, Types.DATE);
    } else if (value instanceof IntArray array) {
      statement.setObject(position, array.values());
    } else if (value instanceof ShortArray array) {
      statement.setObject(position, array.values());
    } else if (value instanceof LongArray array) {
      statement.setObject(position, array.values());
    } else if (value instanceof TextArray array) {
      statement.setArray(position, statement.getConnection().createArrayOf("text", array.values()));
    } else {
      throw new IllegalArgumentException("cannot be bound: " + value.getClass());
    }
  }
}
