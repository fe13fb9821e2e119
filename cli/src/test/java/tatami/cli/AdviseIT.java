package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;

/** What {@code advise} says of a release of 2,000 inns that was searched a few hundred times. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdviseIT {

  private static final String NOW = "2026-12-01";
  private static final int SEARCHES = 130;
  private static final String COUNTED_STATEMENTS = "CREATE EXTENSION pg_stat_statements";

  /** Makes a small index large. */
  private static final String SPARSE = " WITH (fillfactor = 10)";

  private String database;

  @BeforeAll
  void build(@TempDir Path folder) throws SQLException {
    database = TestHome.shared().createDatabase();
    String feeds = folder.toString();
    run("generate", "ryokan", "--hotels=2000", "--days=6", "--start=" + NOW, "--out", feeds);
    run(
        "rebuild",
        "--catalog",
        Path.of("..", "catalogs", "ryokan").toString(),
        "--name=inns",
        "--feeds",
        feeds,
        "--now",
        NOW);
    execute(COUNTED_STATEMENTS);
  }

  @BeforeEach
  void forgetWhatWasCounted() throws SQLException {
    awaitStatistics();
    execute("SELECT pg_stat_reset()");
    execute(
        "SELECT pg_stat_statements_reset(0,"
            + " (SELECT oid FROM pg_database WHERE datname = current_database()), 0)");
  }

  @Test
  void proposesNothingOnAGoodDatabase() throws SQLException {
    search(SEARCHES);
    JsonNode advice = advise();
    assertThat(advice.path("proposals")).as("%s", advice).isEmpty();
    assertThat(advice.path("notes")).as("%s", advice).isEmpty();
    assertThat(advice.path("searches").asInt()).isGreaterThanOrEqualTo(SEARCHES);
    assertThat(advice.path("since").asString()).isGreaterThan(NOW.substring(0, 4));
  }

  @Test
  void findsThreePlantedFaultsAndIsContentWhenItsStatementsWereTyped() throws SQLException {
    execute("DROP INDEX inns_r1.offer_property_idx");
    execute("CREATE INDEX nobody_asks ON inns_r1.offer ((id % 7), stock)" + SPARSE);
    execute("ALTER TABLE inns_r1.stock SET (autovacuum_enabled = false)");
    execute("UPDATE inns_r1.stock SET plane = plane");
    search(SEARCHES);
    JsonNode advice = advise();
    assertThat(listed(advice))
        .containsExactly(
            "ADD_INDEX inns_r1.offer (property)",
            "DROP_INDEX inns_r1.nobody_asks",
            "ANALYZE inns_r1.stock");
    assertThat(evidence(advice, 0)).contains("sequential scans", "no index starts with the column");
    assertThat(evidence(advice, 1)).contains("MB on offer (", "searches of its table");
    assertThat(evidence(advice, 2)).contains("rows changed since it was analysed");
    for (JsonNode proposal : advice.path("proposals")) {
      assertThat(proposal.path("gain").asString()).containsPattern("[0-9]");
      execute(proposal.path("statement").asString());
    }
    assertThat(listed(advise())).isEmpty();
  }

  @Test
  void findsAnIndexThatAnotherOneStandsInFor() throws SQLException {
    execute("CREATE INDEX doubled ON inns_master.price_v1 (hotel_code, plan_code)" + SPARSE);
    JsonNode advice = advise();
    assertThat(listed(advice)).containsExactly("DROP_INDEX inns_master.doubled");
    assertThat(evidence(advice, 0)).contains("are the first ones of price_v1_pkey");
    execute(advice.path("proposals").path(0).path("statement").asString());
  }

  @Test
  void aTableThatWasNeverAnalysedIsNamed() throws SQLException {
    execute(
        """
        DELETE FROM pg_statistic WHERE starelid = 'inns_r1.offer_key'::regclass
        """);
    JsonNode advice = advise();
    assertThat(listed(advice)).containsExactly("ANALYZE inns_r1.offer_key");
    assertThat(evidence(advice, 0)).startsWith("the planner has no statistics of its columns");
    execute(advice.path("proposals").path(0).path("statement").asString());
  }

  @Test
  void aFewSearchesAreNoBaseForAdvice() throws SQLException {
    execute("CREATE INDEX young ON inns_r1.offer ((id % 7), property)" + SPARSE);
    search(3);
    JsonNode advice = advise();
    execute("DROP INDEX inns_r1.young");
    assertThat(advice.path("proposals")).isEmpty();
    assertThat(advice.path("notes").path(0).asString())
        .contains("searches are no base for advice on indexes; search at least 100 times");
  }

  @Test
  void saysWhatIsMissingWhereStatementsAreNotCounted() throws SQLException {
    execute("DROP EXTENSION pg_stat_statements");
    JsonNode advice = advise();
    CommandRun forPeople = CommandRun.of(environment(), "advise");
    execute(COUNTED_STATEMENTS);
    assertThat(advice.path("proposals")).isEmpty();
    assertThat(forPeople.exitCode()).isZero();
    assertThat(forPeople.out())
        .contains("proposals none", "note      statements are not counted", "CREATE EXTENSION");
  }

  @Test
  void aDatabaseWithoutReleasesIsNoFault() {
    CommandRun run =
        CommandRun.of(Map.of("DATABASE_URL", TestHome.shared().createDatabase()), "advise");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("there is no release to advise on");
    assertThat(run("advise", "elsewhere").out()).contains("no release of catalog elsewhere");
  }

  private static List<String> listed(JsonNode advice) {
    List<String> listed = new ArrayList<>();
    for (JsonNode proposal : advice.path("proposals")) {
      listed.add(proposal.path("kind").asString() + " " + proposal.path("object").asString());
    }
    return listed;
  }

  private static String evidence(JsonNode advice, int index) {
    return advice.path("proposals").path(index).path("evidence").asString();
  }

  private JsonNode advise() throws SQLException {
    awaitStatistics();
    return run("advise", "inns", "--output=json").document();
  }

  /**
   * Four of five searches find few properties, whose offers are looked up; the others nearly all.
   */
  private void search(int times) {
    StringJoiner lines = new StringJoiner("\n");
    for (int search = 0; search < times; search++) {
      lines.add(
          String.format(
              "{\"stay\":{\"check_in\":\"2026-12-0%d\",\"nights\":1},"
                  + "\"where\":{\"station_minutes\":{\"max\":%d},\"meal\":[\"none\"]},\"size\":3}",
              2 + search % 3, search % 5 == 0 ? 90 : 1));
    }
    CommandRun run =
        CommandRun.withInput(
            lines + "\n", environment(), "search", "-", "--name=inns", "--now", NOW);
    assertThat(run.exitCode()).as(run.out()).isZero();
  }

  private CommandRun run(String... arguments) {
    CommandRun run = CommandRun.of(environment(), arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private Map<String, String> environment() {
    return Map.of("DATABASE_URL", database);
  }

  /** A backend hands over what it counted before it is gone. */
  private void awaitStatistics() throws SQLException {
    String others =
        """
        SELECT count(*), pg_sleep(0.02) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend'
        """;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (int patience = 500; patience > 0; patience--) {
        try (ResultSet row = statement.executeQuery(others)) {
          row.next();
          if (row.getLong(1) == 0) {
            return;
          }
        }
      }
    }
    throw new AssertionError("somebody else stays connected");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    DatabaseAddress address = Database.findAddress(database, Map.of()).orElseThrow();
    return DriverManager.getConnection(address.jdbcUrl(), address.driverProperties());
  }
}
