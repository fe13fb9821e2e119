package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** Runs work in one transaction that sees one state and cannot write. */
final class ReadTransaction {

  private final DataSource dataSource;
  private final String setup;

  /**
   * Binds to a pool.
   *
   * @param statementTimeout longest time of one statement
   */
  ReadTransaction(DataSource dataSource, Duration statementTimeout) {
    this.dataSource = dataSource;
    this.setup =
        """
        SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
        SET LOCAL jit = off;
        SET LOCAL work_mem = '32MB';
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = %d
        """
            .formatted(statementTimeout.toMillis());
  }

  /** Work on a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Runs work and ends the transaction; nothing was written, so there is nothing to commit. */
  <T> T run(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      T result;
      try {
        result = runInTransaction(connection, work);
      } catch (SQLException | RuntimeException failure) {
        rollBack(connection, failure);
        throw failure;
      }
      connection.rollback();
      return result;
    }
  }

  private <T> T runInTransaction(Connection connection, Work<T> work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(setup);
    }
    return work.run(connection);
  }

  /** What went wrong first is what counts: a connection that died cannot roll back either. */
  private static void rollBack(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }
}
