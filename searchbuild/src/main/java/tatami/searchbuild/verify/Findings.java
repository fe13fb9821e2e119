package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a release: numbers that its tables give against those that are expected. */
final class Findings {

  private final Connection connection;
  private final String schema;
  private final List<String> findings = new ArrayList<>();

  Findings(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  void add(String finding) {
    findings.add(finding);
  }

  List<String> list() {
    return List.copyOf(findings);
  }

  void expect(long expected, String sql, String what) throws SQLException {
    long found = number(sql);
    if (found != expected) {
      findings.add(what + ": expected " + expected + ", found " + found);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Takes rows of a statement. */
  interface RowSink {
    void accept(ResultSet row) throws SQLException;
  }

  void each(String sql, RowSink sink) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        sink.accept(rows);
      }
    }
  }

  String quoted(String table) {
    return '"' + schema + "\".\"" + table + '"';
  }
}
