package tatami.benchmarks.normalised;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.Question;

/** A connection to the normalised schema that plans in one of two ways. */
final class NormalisedSession implements AutoCloseable {

  /** The same as a search of the product has. */
  private static final String SETTINGS =
      "SET jit = off; SET work_mem = '32MB'; SET plan_cache_mode = force_custom_plan";

  private final Connection connection;

  private NormalisedSession(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a session.
   *
   * @param isNestedLoopAllowed false if the planner shall avoid nested loops
   */
  static NormalisedSession open(DataSource dataSource, boolean isNestedLoopAllowed)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          SETTINGS + "; SET enable_nestloop = " + (isNestedLoopAllowed ? "on" : "off"));
      return new NormalisedSession(connection);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** Asks a question and reads all that is answered. */
  Answered ask(AskedQuestion one) throws SQLException {
    Answered answered = new Answered(new TreeMap<>());
    for (BoundText text : one.statements()) {
      try (PreparedStatement statement = text.prepare(connection);
          ResultSet rows = statement.executeQuery()) {
        if (one.question() == Question.CALENDAR) {
          answered = Answered.ofCalendar(rows);
        } else {
          answered.addRows(rows);
        }
      }
    }
    return answered;
  }

  /** Ends the statement that another thread runs here, if it runs one at the moment. */
  void cancel() throws SQLException {
    connection.unwrap(PGConnection.class).cancelQuery();
  }

  /** Gives the connection back as it was. */
  @Override
  public void close() throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("RESET ALL");
    }
  }
}
