package tatami.ingest.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import tatami.ingest.database.TestDatabase;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.TestFeed;
import tatami.ingest.quarantine.RejectedRow;
import tatami.ingest.source.FeedSource;

/** Lands one feed in a schema of its own, and drops it at the end. */
final class LandingBench implements AutoCloseable {

  static final Currency CURRENCY = Currency.getInstance("USD");

  private final Path folder;
  private final Connection connection;
  private final List<RejectedRow> quarantine = new ArrayList<>();

  LandingBench(Path folder) throws SQLException {
    this.folder = folder;
    this.connection = TestDatabase.shared().getConnection();
    connection.setAutoCommit(false);
    execute("CREATE SCHEMA landing");
  }

  LandingBench file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return this;
  }

  LandedFeed land(TestFeed feed) throws SQLException {
    return land(feed, ReferencedValues.NONE);
  }

  LandedFeed land(TestFeed feed, ReferencedValues referenced) throws SQLException {
    return new FeedLanding(connection, CURRENCY, quarantine::add)
        .land(
            FeedSource.open(feed.build(), folder),
            new MasterTable("landing", "rows_v1"),
            referenced);
  }

  /** Makes the table of a feed that others refer to, and reads the values of one of its columns. */
  ReferencedValues referenced(ColumnReference reference, String columnType, String values)
      throws SQLException {
    MasterTable table = new MasterTable("landing", reference.feed() + "_v1");
    execute("CREATE TABLE " + table.quoted() + " (" + reference.column() + " " + columnType + ")");
    execute("INSERT INTO " + table.quoted() + " VALUES " + values);
    return ReferencedValues.read(connection, Map.of(reference, table));
  }

  /** Returns {@code file:line} of every rejected row, in the order of rejection. */
  List<String> rejectedPlaces() {
    return quarantine.stream().map(row -> row.file() + ":" + row.line()).toList();
  }

  List<RejectedRow> rejected() {
    return List.copyOf(quarantine);
  }

  /** Returns the table's rows as PostgreSQL writes them, columns joined by a bar, in key order. */
  List<String> table(String columns) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + columns + " FROM landing.rows_v1 ORDER BY 1, 2")) {
      int count = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= count; column++) {
          texts.add(result.getString(column));
        }
        rows.add(String.join("|", texts));
      }
    }
    return rows;
  }

  String value(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
