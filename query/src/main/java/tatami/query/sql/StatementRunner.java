package tatami.query.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tatami.query.sql.SearchStatement.Purpose;

/** Runs fragments that are whole statements, and tells of each one. */
final class StatementRunner {

  private final Connection connection;
  private final Consumer<SearchStatement> listener;

  StatementRunner(Connection connection, Consumer<SearchStatement> listener) {
    this.connection = connection;
    this.listener = listener;
  }

  /** Returns a runner that tells of nothing: for what is read once a release, not once a search. */
  StatementRunner silent() {
    return new StatementRunner(connection, statement -> {});
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Reads the records of a statement that selects nothing else. */
  Records one(Purpose purpose, Fragment fragment, RecordText text) throws SQLException {
    return list(purpose, fragment, row -> text.read(row, 1)).get(0);
  }

  <T> List<T> list(Purpose purpose, Fragment fragment, RowReader<T> reader) throws SQLException {
    SearchStatement search = new SearchStatement(purpose, fragment);
    List<T> list = new ArrayList<>();
    try (PreparedStatement statement = search.prepare(connection, "");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        list.add(reader.read(rows));
      }
    }
    listener.accept(search);
    return list;
  }
}
