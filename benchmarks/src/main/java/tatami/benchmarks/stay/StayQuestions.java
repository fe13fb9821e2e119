package tatami.benchmarks.stay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks searches of one form and one number of nights, with one prepared statement.
 *
 * <p>Not thread-safe; closing it leaves the connection open.
 */
final class StayQuestions implements AutoCloseable {

  private final StayForm form;
  private final PreparedStatement statement;

  StayQuestions(Connection connection, StayForm form, int nights) throws SQLException {
    this.form = form;
    this.statement = connection.prepareStatement(form.sql(nights));
  }

  /** Returns the cheapest properties, by total and then by surrogate. */
  List<PropertyTotal> ask(StaySearch search) throws SQLException {
    form.bind(statement, search);
    List<PropertyTotal> answer = new ArrayList<>(StaySearch.PAGE_SIZE);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        answer.add(new PropertyTotal(rows.getInt(1), rows.getLong(2)));
      }
    }
    return answer;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
