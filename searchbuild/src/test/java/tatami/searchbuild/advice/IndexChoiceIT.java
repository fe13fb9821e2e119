package tatami.searchbuild.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tatami.searchbuild.database.TestDatabase;
import tatami.searchtable.layout.ExpectedShare;
import tatami.searchtable.layout.IndexChoice;
import tatami.searchtable.layout.IndexChoice.Cost;
import tatami.searchtable.layout.IndexChoice.Decision;
import tatami.searchtable.layout.IndexEvidence;
import tatami.searchtable.layout.IndexEvidence.FrequentValue;
import tatami.searchtable.layout.IndexEvidence.Search;
import tatami.searchtable.layout.IndexPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The choice against what PostgreSQL reads on planted data: 40,000 rows strewn over 280 pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexChoiceIT {

  private static final int ROWS = 40_000;
  private static final int RARE_VALUES = 7;
  private static final String TABLE = "\"public\".\"planted\"";

  private Connection connection;
  private long tableBytes;

  @BeforeAll
  void plant() throws SQLException {
    connection = TestDatabase.create().getConnection();
    execute("SET random_page_cost = 1.1");
    execute("SET max_parallel_workers_per_gather = 0");
    execute("SET plan_cache_mode = force_custom_plan");
    execute(
        """
        CREATE TABLE planted AS
        SELECT
          i::int4 AS id, 0::int8 AS padding,
          (i % 400)::int2 AS many,
          (i % 4)::int2 AS few,
          (CASE WHEN i % 200 = 0 THEN i / 200 % 7 ELSE 100 END)::int2 AS rare,
          CASE WHEN i % 500 = 0 THEN (i % 7)::int4 END AS mostly_absent
        FROM generate_series(0, 39999) AS i
        ORDER BY hashint4(i)
        """);
    execute("ANALYZE planted");
    tableBytes = number("SELECT pg_relation_size('planted')");
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theFullIndexIsUsedAndReadsAsManyPagesAsEstimated() throws SQLException {
    IndexChoice choice = IndexPlan.choose(evenly("many", 400));
    assertThat(choice.decision()).isEqualTo(Decision.FULL);
    JsonNode scan = explain("SELECT count(padding) FROM planted WHERE many = ANY ('{17}'::int4[])");
    assertThat(nodeTypes(scan)).contains("Seq Scan");
    assertPages(scan, choice.without());
    execute(choice.createStatement(TABLE));
    JsonNode found =
        explain("SELECT count(padding) FROM planted WHERE many = ANY ('{17}'::int4[])");
    assertThat(nodeTypes(found)).contains("planted_many_idx");
    assertPages(found, choice.with());
    assertBytes("planted_many_idx", choice);
  }

  @Test
  void fewValuesGetNoIndexAndItWouldReadAsManyPagesAsTheScan() throws SQLException {
    IndexChoice choice = IndexPlan.choose(evenly("few", 4));
    assertThat(choice.decision()).isEqualTo(Decision.NONE);
    execute("CREATE INDEX planted_few_idx ON planted (few)");
    execute("SET enable_seqscan = off");
    JsonNode found = explain("SELECT count(padding) FROM planted WHERE few = ANY ('{3}'::int4[])");
    execute("SET enable_seqscan = on");
    assertThat(nodeTypes(found)).contains("planted_few_idx");
    assertPages(found, choice.with());
    assertPages(found, choice.without());
  }

  @Test
  void thePartialIndexIsProvenToHoldWhatASearchAsksFor() throws SQLException {
    IndexChoice choice =
        IndexPlan.choose(
            evidence(
                "rare",
                RARE_VALUES + 1,
                0,
                new FrequentValue(100, 0.995),
                OptionalDouble.of(0.99)));
    assertThat(choice.predicate()).isEqualTo("\"rare\" <> 100");
    execute(choice.createStatement(TABLE));
    for (String asked :
        List.of(
            "rare = ANY ('{3}'::int4[])",
            "rare = 3", "rare = ANY ('{1,3,6}'::int2[])", "rare BETWEEN 2 AND 4")) {
      JsonNode found = explain("SELECT count(padding) FROM planted WHERE " + asked);
      assertThat(nodeTypes(found)).as(asked).contains("planted_rare_idx");
      assertThat(buffers(found)).as(asked).isLessThanOrEqualTo(choice.with().pages());
    }
    for (String asked : List.of("rare = ANY ('{3,100}'::int4[])", "rare BETWEEN 2 AND 200")) {
      assertThat(nodeTypes(explain("SELECT count(padding) FROM planted WHERE " + asked)))
          .as(asked)
          .contains("Seq Scan");
    }
    assertBytes("planted_rare_idx", choice);
  }

  @Test
  void boundParametersProveItTooWhileThePlanIsMadeForThem() throws SQLException {
    execute("CREATE INDEX planted_bound_idx ON planted (rare) WHERE rare <> 100");
    try (var statement =
        connection.prepareStatement(
            "EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM planted WHERE rare = ANY (?)")) {
      for (int run = 0; run < 8; run++) {
        statement.setObject(1, new int[] {3});
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          assertThat(row.getString(1)).as("run %d", run).contains("Index Name");
        }
      }
    }
    execute("DROP INDEX planted_bound_idx");
  }

  @Test
  void theIndexOfWhatIsThereIsUsedWhereNearlyAllIsAbsent() throws SQLException {
    IndexChoice choice =
        IndexPlan.choose(evidence("mostly_absent", 7, 0.998, null, OptionalDouble.of(0.0003)));
    assertThat(choice.predicate()).isEqualTo("\"mostly_absent\" IS NOT NULL");
    execute(choice.createStatement(TABLE));
    JsonNode found =
        explain("SELECT count(padding) FROM planted WHERE mostly_absent = ANY ('{3}'::int4[])");
    assertThat(nodeTypes(found)).contains("planted_mostly_absent_idx");
    assertThat(buffers(found)).isLessThanOrEqualTo(choice.with().pages());
  }

  private IndexEvidence evenly(String column, int values) {
    double[] shares = IntStream.range(0, values).mapToDouble(value -> 1.0 / values).toArray();
    return evidence(column, values, 0, null, ExpectedShare.ofValues(shares));
  }

  private IndexEvidence evidence(
      String column, long distinct, double absent, FrequentValue frequent, OptionalDouble share) {
    return new IndexEvidence(
        column,
        Search.VALUES,
        ROWS,
        tableBytes,
        distinct,
        absent,
        frequent,
        share,
        List.of("filter \"" + column + '"'));
  }

  private static void assertPages(JsonNode plan, Cost estimated) {
    assertThat((double) buffers(plan))
        .isBetween(estimated.pages() * 0.85, estimated.pages() * 1.15);
  }

  private void assertBytes(String index, IndexChoice choice) throws SQLException {
    long bytes = number("SELECT pg_relation_size('" + index + "')");
    assertThat((double) bytes).isBetween(choice.indexBytes() * 0.6, choice.indexBytes() * 1.6);
  }

  private JsonNode explain(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)) {
      row.next();
      return JsonMapper.shared().readTree(row.getString(1)).path(0).path("Plan");
    }
  }

  private static long buffers(JsonNode plan) {
    return plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong();
  }

  /** Returns the types of all nodes and the names of all indexes in a plan. */
  private static List<String> nodeTypes(JsonNode plan) {
    List<String> types = new java.util.ArrayList<>();
    plan.findValues("Node Type").forEach(type -> types.add(type.asString()));
    plan.findValues("Index Name").forEach(name -> types.add(name.asString()));
    return types;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
