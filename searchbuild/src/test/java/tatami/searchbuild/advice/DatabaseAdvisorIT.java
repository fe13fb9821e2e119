package tatami.searchbuild.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;
import tatami.searchbuild.advice.DatabaseAdvice.Proposal;
import tatami.searchbuild.database.TestDatabase;
import tatami.searchbuild.release.ReleaseRegister;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.CurrencyUnit;
import tatami.searchtable.layout.ExpectedShare;
import tatami.searchtable.layout.IndexEvidence;
import tools.jackson.databind.json.JsonMapper;

/** Which filters of a release of 20,000 rows are worth an index, as the statistics show it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAdvisorIT {

  private static final int CALLS = 120;
  private static final String TABLE = "\"huts_r1\".\"hut\"";
  private static final long NO_CELL = Short.MIN_VALUE;

  private final DataSource database = TestDatabase.create();

  @BeforeAll
  void plant() throws SQLException {
    execute("CREATE EXTENSION pg_stat_statements");
    execute("CREATE SCHEMA huts_r1");
    execute(
        """
        CREATE TABLE huts_r1.hut AS
        SELECT
          i::int4 AS id, 0::int8 AS padding_1, 0::int8 AS padding_2,
          (i % 100)::int2 AS filter_kind,
          (i % 3)::int2 AS filter_size,
          (i % 50)::int2 AS filter_unasked,
          CASE WHEN i % 250 = 0 THEN i / 250 % 6 ELSE -32768 END::int2 AS filter_badge,
          (i % 200 / 20 * 40 + 1 + i % 20)::int2 AS filter_area
        FROM generate_series(0, 19999) AS i
        ORDER BY hashint4(i)
        """);
    execute(
        """
        CREATE TABLE huts_r1.area_dictionary AS
        SELECT region * 40 AS code, region * 40 + 39 AS last_code FROM generate_series(0, 9) AS region
        UNION ALL
        SELECT region * 40 + city, region * 40 + city
        FROM generate_series(0, 9) AS region, generate_series(1, 20) AS city
        """);
    execute("ANALYZE huts_r1.hut");
    ReleaseRegister register = new ReleaseRegister(database);
    register.migrate();
    register.start("huts", LocalDate.of(2026, 12, 1), Map.of());
    register.describe("huts", 1, JsonMapper.shared().writeValueAsString(description()), "");
    register.markVerified("huts", 1);
    register.publish("huts", 1);
    for (String condition :
        List.of(
            "property.\"filter_kind\" = ANY (?)",
            "property.\"filter_size\" = ANY (?)",
            "property.\"filter_badge\" = ANY (?)",
            "property.\"filter_area\" BETWEEN (?::int4[])[1] AND 59")) {
      search(condition);
    }
  }

  private static ReleaseDescription description() {
    List<FilterLayout> filters =
        List.of(
            new FilterLayout.Category("kind", codec("filter_kind", null), "kind_dictionary"),
            new FilterLayout.Category("size", codec("filter_size", null), "size_dictionary"),
            new FilterLayout.Category("unasked", codec("filter_unasked", null), "no_dictionary"),
            new FilterLayout.Category("badge", codec("filter_badge", NO_CELL), "badge_dictionary"),
            new FilterLayout.Path("area", codec("filter_area", null), "area_dictionary"),
            new FilterLayout.Number("height", codec("height", null), BigDecimal.ONE, List.of()));
    GrainTable hut =
        new GrainTable("hut", "hut", 20_000, "hut_page", List.of(), filters, List.of(), List.of());
    return new ReleaseDescription(
        ReleaseDescription.CURRENT_FORMAT,
        "huts",
        "huts_r1",
        "UTC",
        new CurrencyUnit("EUR", 2),
        null,
        1,
        hut,
        null,
        null,
        Map.of());
  }

  private static PlainNumber codec(String column, Long absent) {
    return new PlainNumber(column, IntegerWidth.INT2, 0, 1, absent, false);
  }

  @Test
  void saysWhenTheTextsOfStatementsAreHiddenFromTheAccount() throws SQLException {
    execute("CREATE ROLE advice_reader LOGIN");
    execute("GRANT USAGE ON SCHEMA tatami, huts_r1 TO advice_reader");
    execute("GRANT SELECT ON ALL TABLES IN SCHEMA tatami, huts_r1 TO advice_reader");
    PGSimpleDataSource reader = new PGSimpleDataSource();
    reader.setUrl(((PGSimpleDataSource) database).getUrl());
    reader.setUser("advice_reader");
    assertThat(new DatabaseAdvisor(reader).adviseOn("huts").notes())
        .anyMatch(note -> note.contains("hidden from this account"));
    assertThat(new DatabaseAdvisor(database).adviseOn("huts").notes())
        .noneMatch(note -> note.contains("hidden from this account"));
  }

  @Test
  void proposesTheIndexesThatTheRuleTakesForFiltersThatAreAskedFor() {
    DatabaseAdvice advice = new DatabaseAdvisor(database).adviseOn("huts");
    assertThat(advice.notes()).allMatch(note -> note.startsWith("each rebuild makes"));
    assertThat(advice.searches()).isEqualTo(4L * CALLS);
    assertThat(advice.proposals())
        .extracting(Proposal::statement)
        .containsExactlyInAnyOrder(
            "CREATE INDEX ON " + TABLE + " (\"filter_kind\");",
            "CREATE INDEX ON " + TABLE + " (\"filter_badge\") WHERE \"filter_badge\" <> -32768;",
            "CREATE INDEX ON " + TABLE + " (\"filter_area\");");
    assertThat(advice.proposals().get(0).evidence())
        .contains("480 sequential scans of", "9,600,000 rows", "120 statements", "filter \"kind\"");
  }

  @Test
  void theStatisticsTellAboutTheSharesThatTheRowsHave() {
    double[] kinds = IntStream.range(0, 100).mapToDouble(kind -> 0.01).toArray();
    assertThat(evidence("filter_kind").expectedShare().getAsDouble())
        .isBetween(ExpectedShare.ofValues(kinds).getAsDouble() * 0.9, 0.011);
    assertThat(evidence("filter_kind").distinct()).isEqualTo(100);
    // a region has a tenth of the rows, a city a twentieth of that
    assertThat(evidence("filter_area").expectedShare().getAsDouble()).isBetween(0.049, 0.056);
    assertThat(evidence("filter_badge").mostFrequent().value()).isEqualTo(NO_CELL);
    assertThat(evidence("filter_badge").expectedShare().getAsDouble()).isLessThan(0.002);
  }

  private IndexEvidence evidence(String column) {
    return Jdbi.create(database)
        .withHandle(
            handle -> {
              DatabaseState state = DatabaseState.read(new StatisticsReader(handle), "huts");
              SearchedColumn searched =
                  state.searchedColumns().stream()
                      .filter(candidate -> candidate.column().equals(column))
                      .findFirst()
                      .orElseThrow();
              TableUse table =
                  state.tables().stream().filter(searched::isOf).findFirst().orElseThrow();
              return new EvidenceReader(handle).find(searched, table).orElseThrow();
            });
  }

  private void search(String condition) throws SQLException {
    String sql = "SELECT count(*) FROM " + TABLE + " AS property WHERE " + condition;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int call = 0; call < CALLS; call++) {
        statement.setObject(1, new int[] {40});
        statement.execute();
      }
      try (Statement flush = connection.createStatement()) {
        flush.execute("SELECT pg_stat_force_next_flush()");
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
