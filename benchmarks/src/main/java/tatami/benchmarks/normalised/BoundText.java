package tatami.benchmarks.normalised;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The text of a statement, and the values of its question marks in their order. */
final class BoundText {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Adds text with as many question marks as there are values. */
  BoundText add(String more, Object... bound) {
    text.append(more);
    values.addAll(List.of(bound));
    return this;
  }

  /** Adds a column that has one of some values. */
  BoundText addOneOf(String column, Collection<?> allowed) {
    String marks = String.join(", ", Collections.nCopies(allowed.size(), "?"));
    text.append(column).append(" IN (").append(marks).append(")");
    values.addAll(allowed);
    return this;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int index = 0; index < values.size(); index++) {
      statement.setObject(index + 1, values.get(index));
    }
    return statement;
  }

  /** Tells the statement with its values, for people who look for what differs. */
  @Override
  public String toString() {
    return text + "\n" + values;
  }
}
