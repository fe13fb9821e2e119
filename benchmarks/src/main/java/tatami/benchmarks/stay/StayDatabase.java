package tatami.benchmarks.stay;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.form.CalendarForms;
import tatami.benchmarks.form.CalendarForms.FormResult;

/**
 * The schema {@code tatami_benchmark}: made, checked and dropped here, and nothing else is touched.
 *
 * <p>A schema of an earlier run with the same number of offers is used again. Not thread-safe; one
 * run at a time in a database.
 */
public final class StayDatabase implements AutoCloseable {

  /** Number of nights that searches are measured for. */
  public static final List<Integer> STAYS = List.of(1, 3, 7);

  private static final int CHECKED_SEARCHES = 20;

  private final Connection connection;
  private final int offers;

  private StayDatabase(Connection connection, int offers) {
    this.connection = connection;
    this.offers = offers;
  }

  /**
   * What a form takes.
   *
   * @param rows rows of its tables
   * @param bytes bytes on disk: tables, indexes and everything else that belongs to them
   */
  public record FormSize(long rows, long bytes) {}

  /** Connects; nothing is made yet. */
  public static StayDatabase open(StayDatabaseAddress address, int offers) throws SQLException {
    if (offers < 1) {
      throw new IllegalArgumentException("at least one offer is needed: offers=" + offers);
    }
    return new StayDatabase(address.connect(), offers);
  }

  /** Makes and fills the schema, unless it is there with so many offers. */
  public void prepare() throws SQLException, IOException {
    if (isPrepared()) {
      return;
    }
    createSchema();
    new StayTables(connection, offers).create();
    execute("COMMENT ON SCHEMA tatami_benchmark IS '" + mark() + "'");
  }

  /** Makes the schema anew, empty. */
  public void createSchema() throws SQLException {
    drop();
    execute("CREATE SCHEMA tatami_benchmark");
    execute("COMMENT ON SCHEMA tatami_benchmark IS 'tatami bench: being filled'");
  }

  /** Compares forms of calendars; the schema is there. */
  public List<FormResult> measureForms(int offers, int rounds) throws SQLException, IOException {
    return CalendarForms.measure(connection, offers, rounds);
  }

  /**
   * Compares the answers of all forms for a seeded set of searches.
   *
   * @return how many searches were compared
   * @throws IllegalStateException if an answer differs
   */
  public int check() throws SQLException {
    List<StaySearch> searches = new ArrayList<>();
    STAYS.forEach(nights -> searches.addAll(StaySearch.list(nights, CHECKED_SEARCHES)));
    StayCheck.compareForms(connection, searches);
    return searches.size();
  }

  /** Returns what each form takes. */
  public Map<StayForm, FormSize> measure() throws SQLException {
    Map<StayForm, FormSize> sizes = new EnumMap<>(StayForm.class);
    for (StayForm form : StayForm.values()) {
      long rows = 0;
      long bytes = 0;
      for (String table : form.tables()) {
        String name = "tatami_benchmark." + table;
        rows += queryLong("SELECT count(*) FROM " + name);
        bytes += queryLong("SELECT pg_total_relation_size('" + name + "')");
      }
      sizes.put(form, new FormSize(rows, bytes));
    }
    return sizes;
  }

  /** Returns how many prices every form holds. */
  public long prices() {
    return (long) offers * Dataset.NIGHTS;
  }

  /** Returns the server's version, such as {@code 18.6}. */
  public String version() throws SQLException {
    return connection.getMetaData().getDatabaseProductVersion();
  }

  /**
   * Drops the schema if it is there.
   *
   * @throws IllegalStateException if it was not made by a benchmark
   */
  public void drop() throws SQLException {
    String comment = findComment();
    if (comment == null) {
      return;
    }
    if (!comment.startsWith("tatami bench")) {
      throw new IllegalStateException(
          "the schema tatami_benchmark is there and was not made by a benchmark; rename it, or"
              + " measure in another database");
    }
    execute("DROP SCHEMA tatami_benchmark CASCADE");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  Connection connection() {
    return connection;
  }

  private boolean isPrepared() throws SQLException {
    return mark().equals(findComment());
  }

  private String mark() {
    return "tatami bench: offers=" + offers;
  }

  /** Returns the schema's comment, empty if it has none; null if there is no schema. */
  private String findComment() throws SQLException {
    String sql =
        """
        SELECT coalesce(obj_description(oid, 'pg_namespace'), '')
        FROM pg_namespace WHERE nspname = 'tatami_benchmark'
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private long queryLong(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
