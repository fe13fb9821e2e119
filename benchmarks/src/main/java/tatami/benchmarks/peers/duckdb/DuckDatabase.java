package tatami.benchmarks.peers.duckdb;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** A database in a file, with the settings that were best. */
final class DuckDatabase implements AutoCloseable {

  /** Two threads: as many as there are where figures are taken. */
  private static final String SETTINGS =
      "SET threads = 2; SET memory_limit = '3GB'; SET preserve_insertion_order = true";

  private final DuckDBConnection connection;

  private DuckDatabase(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Opens the database, which is made if it is not there. */
  static DuckDatabase open(Path file) throws SQLException {
    DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class);
    DuckDatabase database = new DuckDatabase(connection);
    database.execute(SETTINGS);
    return database;
  }

  DuckDBConnection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /** Returns the bytes of the blocks in use, after what was written is in the file. */
  long bytes() throws SQLException {
    execute("CHECKPOINT");
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT used_blocks * block_size FROM pragma_database_size()")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
