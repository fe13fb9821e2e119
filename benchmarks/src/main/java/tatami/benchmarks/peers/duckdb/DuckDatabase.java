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

  /** Two threads: as many as there are where figures are taken. Hotels are grouped by an array. */
  private static final String SETTINGS =
      "SET threads = 2; SET memory_limit = '3GB'; SET perfect_ht_threshold = 20";

  /** Threads share the work by row groups, and a filter leaves out whole ones. */
  private static final String ATTACH = "ATTACH '%s' AS peer (ROW_GROUP_SIZE 16384); USE peer";

  private final DuckDBConnection connection;

  private DuckDatabase(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Opens the database, which is made if it is not there. */
  static DuckDatabase open(Path file) throws SQLException {
    DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    DuckDatabase database = new DuckDatabase(connection);
    database.execute(SETTINGS);
    database.execute(ATTACH.formatted(file));
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
            statement.executeQuery(
                "SELECT used_blocks * block_size FROM pragma_database_size()"
                    + " WHERE database_name = 'peer'")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
