package tatami.query.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** Runs work in one transaction that sees one state and cannot write. */
public final class ReadTransaction {

  private final DataSource dataSource;
  private final Duration statementTimeout;

  /**
   * Binds to a pool.
   *
   * @param statementTimeout longest time of one statement; zero for no limit
   */
  public ReadTransaction(DataSource dataSource, Duration statementTimeout) {
    this.dataSource = dataSource;
    this.statementTimeout = statementTimeout;
  }

  /** Work on a connection. */
  public interface Work<T> {
    /** Does the work. */
    T run(Connection connection) throws SQLException;
  }

  /** Runs work on a connection of the pool, and ends the transaction. */
  public <T> T run(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      return run(connection, statementTimeout, work);
    }
  }

  /**
   * Runs work with the settings of a search and ends the transaction; nothing was written, so there
   * is nothing to commit.
   *
   * @param connection not in auto-commit mode, and at no work
   * @param statementTimeout longest time of one statement; zero for no limit
   */
  public static <T> T run(Connection connection, Duration statementTimeout, Work<T> work)
      throws SQLException {
    T result;
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings(statementTimeout));
      result = work.run(connection);
    } catch (SQLException | RuntimeException failure) {
      rollBack(connection, failure);
      throw failure;
    }
    connection.rollback();
    return result;
  }

  private static String settings(Duration statementTimeout) {
    return """
        SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
        SET LOCAL jit = off;
        SET LOCAL work_mem = '32MB';
        SET LOCAL plan_cache_mode = force_custom_plan;
        SET LOCAL statement_timeout = %d
        """
        .formatted(statementTimeout.toMillis());
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
