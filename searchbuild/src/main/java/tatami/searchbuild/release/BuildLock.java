package tatami.searchbuild.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One build per catalog: a session-level advisory lock on a connection of its own.
 *
 * <p>PostgreSQL frees it when the connection ends, however the builder dies.
 */
public final class BuildLock implements AutoCloseable {

  private final Connection connection;

  private BuildLock(Connection connection) {
    this.connection = connection;
  }

  /** Takes the lock of a catalog, or gives nothing if another build holds it; never waits. */
  public static Optional<BuildLock> tryAcquire(DataSource dataSource, String catalog)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_try_advisory_lock(hashtextextended('tatami build ' || ?, 0))")) {
      statement.setString(1, catalog);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        if (result.getBoolean(1)) {
          return Optional.of(new BuildLock(connection));
        }
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Frees the lock. */
  @Override
  public void close() throws SQLException {
    try (connection;
        PreparedStatement statement =
            connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
      statement.execute();
    }
  }
}
