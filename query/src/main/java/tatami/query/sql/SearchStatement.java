package tatami.query.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One statement of a search, with its values and what it is for. Immutable. */
public final class SearchStatement {

  private final Purpose purpose;
  private final Fragment fragment;

  SearchStatement(Purpose purpose, Fragment fragment) {
    this.purpose = Objects.requireNonNull(purpose, "purpose");
    this.fragment = Objects.requireNonNull(fragment, "fragment");
  }

  /**
   * Returns a statement that reads master rows.
   *
   * @param text SQL with one place-holder, for the surrogates
   */
  public static SearchStatement ofMasterRows(String text, int[] ids) {
    return new SearchStatement(Purpose.MASTER_ROWS, Fragment.of(text, new IntArray(ids)));
  }

  /** Returns what it is for. */
  public Purpose purpose() {
    return purpose;
  }

  /** Returns the SQL as it runs, with a question mark for each value. */
  public String text() {
    return fragment.text();
  }

  /** Returns the values in the order of their place-holders: numbers, lists of them, and texts. */
  public List<Object> values() {
    return fragment.parameters().stream().map(SearchStatement::readable).toList();
  }

  /**
   * Asks PostgreSQL for the plan, with the values bound as a search binds them.
   *
   * @param connection inside a transaction with the settings of a search
   * @return what {@code EXPLAIN (FORMAT JSON)} says
   */
  public String explain(Connection connection, Depth depth) throws SQLException {
    try (PreparedStatement statement =
            prepare(connection, "EXPLAIN (" + depth.options + ", FORMAT JSON)\n");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  PreparedStatement prepare(Connection connection, String prefix) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(prefix + fragment.text());
    try {
      for (int index = 0; index < fragment.parameters().size(); index++) {
        bind(statement, index + 1, fragment.parameters().get(index));
      }
      return statement;
    } catch (SQLException | RuntimeException failure) {
      statement.close();
      throw failure;
    }
  }

  private static void bind(PreparedStatement statement, int position, Object value)
      throws SQLException {
    if (value instanceof Short number) {
      statement.setShort(position, number);
    } else if (value instanceof Integer number) {
      statement.setInt(position, number);
    } else if (value instanceof Long number) {
      statement.setLong(position, number);
    } else if (value instanceof IntArray array) {
      statement.setObject(position, array.values());
    } else if (value instanceof ShortArray array) {
      statement.setObject(position, array.values());
    } else if (value instanceof TextArray array) {
      statement.setArray(position, statement.getConnection().createArrayOf("text", array.values()));
    } else {
      throw new IllegalArgumentException("cannot be bound: " + value.getClass());
    }
  }

  private static Object readable(Object value) {
    if (value instanceof IntArray array) {
      return Arrays.stream(array.values()).boxed().toList();
    }
    if (value instanceof ShortArray array) {
      return List.of(array.values());
    }
    if (value instanceof TextArray array) {
      return List.of(array.values());
    }
    return value instanceof Number ? value : value.toString();
  }

  /** What a statement is for. */
  public enum Purpose {
    /** Finds the properties. */
    PROPERTIES,
    /** Finds the offers, with the numbers of their rules. */
    OFFERS,
    /** Reads calendars of offers, or what calendars share. */
    CELLS,
    /** Reads the rows that are shown. */
    MASTER_ROWS
  }

  /** How far PostgreSQL goes to tell of a plan. */
  public enum Depth {
    /** It plans and runs nothing. */
    PLANNED("VERBOSE"),
    /** It runs the statement too, and counts rows, times and buffers. */
    EXECUTED("ANALYZE, BUFFERS, VERBOSE");

    private final String options;

    Depth(String options) {
      this.options = options;
    }
  }
}
