package tatami.benchmarks.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.stay.StayDatabase.FormSize;
import tatami.benchmarks.stay.StayTotalBenchmark.Searches;

/** Set-up and invocations of the stay benchmark on a real PostgreSQL. */
class StayTotalBenchmarkIT {

  private static EmbeddedPostgres postgres;
  private static StayDatabaseAddress address;

  private final StayTotalBenchmark benchmark = new StayTotalBenchmark();

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
    address =
        new StayDatabaseAddress(
            postgres.getJdbcUrl("postgres", "postgres"), Map.of("user", "postgres"));
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  @AfterEach
  void dropSchema() throws SQLException {
    execute("DROP SCHEMA IF EXISTS tatami_benchmark CASCADE");
    System.clearProperty(StayDatabaseAddress.URL_PROPERTY);
  }

  @Test
  void everyFormGivesTheStoredAnswers() throws Exception {
    List<String> packed = StayAnswers.header();
    List<String> rows = StayAnswers.header();
    List<String> rowsByNight = StayAnswers.header();
    System.setProperty(StayDatabaseAddress.URL_PROPERTY, address.jdbcUrl());
    for (int nights : StayDatabase.STAYS) {
      askAll(nights, packed, benchmark::packedArrays);
      askAll(nights, rows, benchmark::nightRows);
      askAll(nights, rowsByNight, benchmark::nightRowsByNight);
    }
    List<String> expected = StayAnswers.expected();
    assertThat(packed).isEqualTo(expected);
    assertThat(rows).isEqualTo(expected);
    assertThat(rowsByNight).isEqualTo(expected);
    assertThat(hasSchema()).isFalse();
  }

  /** A benchmark's method. */
  private interface Asking {
    Object ask(Searches searches) throws SQLException;
  }

  private static void askAll(int nights, List<String> lines, Asking asking) throws Exception {
    Searches searches = new Searches();
    searches.offers = StayAnswers.OFFERS;
    searches.nights = nights;
    searches.open();
    for (StaySearch search : StaySearch.list(nights, StayAnswers.SEARCHES)) {
      List<PropertyTotal> answer =
          ((List<?>) asking.ask(searches)).stream().map(PropertyTotal.class::cast).toList();
      lines.add(StayAnswers.line(search, answer));
    }
    searches.close();
  }

  @Test
  void aWrongPriceInOneFormFailsTheCheck() throws Exception {
    try (StayDatabase database = StayDatabase.open(address, StayAnswers.OFFERS)) {
      database.prepare();
      assertThat(database.check()).isEqualTo(60);
      execute(
          "UPDATE tatami_benchmark.price SET cells = array_fill(1::int2, ARRAY[366])"
              + " WHERE offer = 3");
      assertThatThrownBy(database::check)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("answers differ: search=StaySearch[")
          .hasMessageContaining("PACKED_ARRAYS=");
    }
  }

  @Test
  void searchesThatFindNothingProveNothing() throws Exception {
    try (StayDatabase database = StayDatabase.open(address, 2)) {
      database.prepare();
      assertThatThrownBy(
              () -> StayCheck.compareForms(database.connection(), List.of(new StaySearch(0, 1, 1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no search finds anything, so nothing was compared: searches=1");
    }
  }

  @Test
  void tablesOfTheSameSizeAreUsedAgainAndOthersReplaced() throws Exception {
    try (StayDatabase database = StayDatabase.open(address, 3)) {
      database.prepare();
      execute("DELETE FROM tatami_benchmark.offer WHERE id = 0");
      database.prepare();
      assertThat(rows(database)).isEqualTo(3 + 3 + 2);
    }
    try (StayDatabase database = StayDatabase.open(address, 4)) {
      database.prepare();
      assertThat(rows(database)).isEqualTo(4 + 4 + 4);
      Map<StayForm, FormSize> sizes = database.measure();
      assertThat(sizes.get(StayForm.NIGHT_ROWS).rows()).isEqualTo(4 * 366);
      assertThat(sizes.get(StayForm.NIGHT_ROWS_BY_NIGHT).rows()).isEqualTo(4 * 366);
      assertThat(sizes.get(StayForm.NIGHT_ROWS).bytes())
          .isGreaterThan(sizes.get(StayForm.PACKED_ARRAYS).bytes());
    }
  }

  @Test
  void aSchemaOfSomebodyElseIsNeverDropped() throws Exception {
    execute("CREATE SCHEMA tatami_benchmark");
    try (StayDatabase database = StayDatabase.open(address, 3)) {
      assertThatThrownBy(database::prepare)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was not made by a benchmark");
    }
    assertThat(hasSchema()).isTrue();
  }

  private static long rows(StayDatabase database) throws SQLException {
    return database.measure().get(StayForm.PACKED_ARRAYS).rows();
  }

  private static boolean hasSchema() throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM pg_namespace WHERE nspname = 'tatami_benchmark'")) {
      return rows.next();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
