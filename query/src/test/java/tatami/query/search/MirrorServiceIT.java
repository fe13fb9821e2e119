package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tatami.query.mirror.shelf.MemorySize;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.mirror.shelf.MirrorRefusedException;
import tatami.query.mirror.shelf.MirrorSettings;
import tatami.query.mirror.shelf.Mirrors;
import tatami.query.mirror.shelf.ShelfListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers from memory are those of SQL, byte by byte; what is not in memory is answered by SQL.
 *
 * <p>Repeat a failure with {@code mvn verify -pl query -am -Dit.test=MirrorServiceIT
 * -Dtatami.seed=SEED}; the seed is printed.
 */
class MirrorServiceIT {

  private static final int REQUESTS = 150;
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-22T15:00:00Z"));
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  private static RandomInns inns;
  private static DataSource database;

  @BeforeAll
  static void publish() throws SQLException {
    System.err.println("seed: -Dit.test=MirrorServiceIT -Dtatami.seed=" + SEED);
    inns = new RandomInns(SEED);
    database = TestDatabase.create("mirror_service");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, inns.catalog());
  }

  @Test
  void everyAnswerIsThatOfSql() throws SQLException {
    try (Mirrors mirrors = load("inns")) {
      SearchService memory = new SearchService(database, CLOCK, mirrors);
      SearchService sql = new SearchService(database, CLOCK);
      assertThat(memory.describe("inns")).isEqualTo(sql.describe("inns"));
      int[] answered = new int[2];
      for (int index = 0; index < REQUESTS; index++) {
        ObjectNode request = inns.request(TODAY);
        SearchReply found = sql.search("inns", request.toString());
        assertThat(memory.search("inns", request.toString())).isEqualTo(found);
        ObjectNode question = request.deepCopy();
        List.of("sort", "size", "offers", "show", "facets").forEach(question::remove);
        putKey(question, MAPPER.readTree(found.json()));
        SearchReply whyNot = sql.whyNot("inns", question.toString());
        assertThat(memory.whyNot("inns", question.toString())).isEqualTo(whyNot);
        answered[0] += whyNot.status() == 200 ? 1 : 0;
        question.remove("key");
        question.put("from", TODAY.plusDays(1).toString()).put("to", TODAY.plusDays(4).toString());
        Optional.ofNullable((ObjectNode) question.get("stay"))
            .ifPresent(stay -> stay.remove("check_in"));
        SearchReply calendar = sql.calendar("inns", question.toString());
        assertThat(memory.calendar("inns", question.toString())).isEqualTo(calendar);
        answered[1] += calendar.status() == 200 ? 1 : 0;
      }
      assertThat(answered[0]).as("seed=%d: why-not", SEED).isGreaterThan(REQUESTS / 4);
      assertThat(answered[1]).as("seed=%d: calendars", SEED).isGreaterThan(REQUESTS / 4);
      for (String bad : List.of("", "{", "{\"size\": 0}", "{\"cursor\": \"x\"}")) {
        assertThat(memory.search("inns", bad)).isEqualTo(sql.search("inns", bad));
      }
      assertThat(memory.search("inn", "{}")).isEqualTo(sql.search("inn", "{}"));
    }
  }

  private static void putKey(ObjectNode question, JsonNode answer) {
    if (answer.path("hits").size() > 1) {
      question.set("key", answer.at("/hits/0/key"));
    }
  }

  @Test
  void noConnectionIsTakenWhereTheRowsAreKept() throws SQLException {
    CountedConnections counted = new CountedConnections(database);
    try (Mirrors mirrors = load("inns")) {
      SearchService memory = new SearchService(counted, CLOCK, mirrors);
      SearchService sql = new SearchService(database, CLOCK);
      String request = "{\"size\": 5, \"offers\": 2}";
      assertThat(memory.search("inns", request)).isEqualTo(sql.search("inns", request));
      assertThat(counted.taken()).isEqualTo(1);
      assertThat(memory.search("inns", request)).isEqualTo(sql.search("inns", request));
      for (String show : List.of("[]", "[\"since\"]", "[\"rating\", \"name\"]")) {
        String fewer = "{\"size\": 3, \"offers\": 1, \"show\": " + show + "}";
        assertThat(memory.search("inns", fewer)).isEqualTo(sql.search("inns", fewer));
      }
      assertThat(memory.describe("inns").status()).isEqualTo(200);
      assertThat(memory.search("inns", "{\"size\": 0}").status()).isEqualTo(400);
      assertThat(counted.taken()).isZero();
    }
  }

  @Test
  void aCursorOfAKeptReleaseIsAnsweredBySql() throws SQLException {
    InnRelease.publish(database, "moving", 1, inns.catalog());
    SearchService sql = new SearchService(database, CLOCK);
    String cursor =
        MAPPER.readTree(sql.search("moving", "{\"size\": 1}").json()).get("next").stringValue();
    String request = "{\"size\": 1, \"cursor\": \"" + cursor + "\"}";
    InnRelease.publish(database, "moving", 2, inns.catalog());
    try (Mirrors mirrors = load("moving")) {
      SearchService memory = new SearchService(database, CLOCK, mirrors);
      assertThat(memory.search("moving", "{}").release()).isEqualTo(2);
      assertThat(memory.search("moving", request).release()).isEqualTo(1);
      assertThat(memory.search("moving", request)).isEqualTo(sql.search("moving", request));
      retire("moving", 1);
      assertThat(memory.search("moving", request).status()).isEqualTo(410);
      assertThat(memory.search("moving", request)).isEqualTo(sql.search("moving", request));
    }
  }

  @Test
  void whereTheRowsOfTheReleaseAreGoneTheNextOneAnswers() throws SQLException {
    InnRelease.publish(database, "leaving", 1, inns.catalog());
    try (Mirrors first = load("leaving")) {
      InnRelease.publish(database, "leaving", 2, inns.catalog());
      retire("leaving", 1);
      SearchService behind = new SearchService(database, CLOCK, first);
      assertThat(behind.search("leaving", "{}").release()).isEqualTo(2);
      try (Mirrors second = load("leaving")) {
        int[] asked = new int[1];
        MirrorLeases switching = name -> asked[0]++ == 0 ? first.find(name) : second.find(name);
        CountedConnections counted = new CountedConnections(database);
        SearchService service = new SearchService(counted, CLOCK, switching);
        assertThat(service.search("leaving", "{}").release()).isEqualTo(2);
        assertThat(asked[0]).isEqualTo(2);
        assertThat(counted.taken()).as("once for the first, once for the second").isEqualTo(2);
      }
    }
  }

  @Test
  void anAnswerThatTakesTooLongIsATimeout() throws SQLException {
    InnRelease.publish(database, "slow", 1, inns.catalog());
    try (Mirrors mirrors = load("slow")) {
      execute(
          """
          ALTER TABLE slow_r1.inn_page RENAME TO inn_table;
          CREATE VIEW slow_r1.inn_page AS
            SELECT inn_table.* FROM slow_r1.inn_table, pg_sleep(20) AS sleep
          """);
      SearchService memory = new SearchService(database, CLOCK, Duration.ofMillis(200), mirrors);
      assertThat(memory.search("slow", "{}").status()).isEqualTo(504);
      assertThat(memory.search("slow", "{\"size\": 0}").status()).isEqualTo(400);
    }
  }

  @Test
  void explainsBySpeed() throws SQLException {
    try (Mirrors mirrors = load("inns")) {
      SearchService memory = new SearchService(database, CLOCK, mirrors);
      SearchReply reply =
          memory.explain("inns", "{\"sort\": \"price\", \"where\": {\"kind\": [\"castle\"]}}");
      JsonNode document = MAPPER.readTree(reply.json());
      assertThat(document.path("catalog").asString()).isEqualTo("inns");
      assertThat(document.path("release").asInt()).isEqualTo(1);
      assertThat(document.path("engine").asString()).isEqualTo("memory");
      assertThat(document.path("runs").asInt()).isEqualTo(20);
      assertThat(document.path("lowest_microseconds").asDouble())
          .isPositive()
          .isLessThanOrEqualTo(document.path("microseconds").asDouble());
      assertThat(document.path("warnings").toString())
          .isEqualTo("[\"where.kind: unknown value \\\"castle\\\"\"]");
      assertThat(memory.explain("inns", "{\"size\": 0}").status()).isEqualTo(400);
    }
  }

  @Test
  void aReleaseThatIsRetiredBeforeItsTablesAreReadGivesWay() throws SQLException {
    InnRelease.publish(database, "hasty", 1, inns.catalog());
    Told told = new Told();
    told.onFirstLine =
        () -> {
          InnRelease.publish(database, "hasty", 2, inns.catalog());
          retire("hasty", 1);
        };
    try (Mirrors mirrors = Mirrors.load(settings("hasty", told))) {
      SearchService memory = new SearchService(database, CLOCK, mirrors);
      assertThat(memory.search("hasty", "{}").release()).isEqualTo(2);
      assertThat(told.progress)
          .anyMatch(line -> line.contains("release 1 was retired while it was loaded"))
          .anyMatch(line -> line.contains("release 2 is in memory"));
      assertThat(told.warnings).isEmpty();
    }
  }

  @Test
  void aServerSwitchesToTheNewReleaseByItself() throws SQLException {
    InnRelease.publish(database, "served", 1, inns.catalog());
    Told told = new Told();
    try (Mirrors mirrors = Mirrors.open(settings("served", told))) {
      SearchService memory = new SearchService(database, CLOCK, mirrors);
      assertThat(memory.search("served", "{}").release()).isEqualTo(1);
      assertThat(told.progress).anyMatch(line -> line.contains("served, release 1 takes about"));
      assertThat(told.progress).anyMatch(line -> line.matches(".*: price_2, .* million values/s"));
      assertThat(told.progress).anyMatch(line -> line.contains("release 1 is in memory: "));
      InnRelease.publish(database, "served", 2, inns.catalog());
      while (memory.search("served", "{}").release() < 2) {
        Thread.onSpinWait();
      }
      assertThat(told.progress).anyMatch(line -> line.contains("release 2 is in memory: "));
      publishWithoutManifest("served", 3);
      while (memory.search("served", "{}").release() < 3) {
        Thread.onSpinWait();
      }
      assertThat(told.warnings).hasSize(1);
      assertThat(told.warnings.get(0))
          .contains("release 3 is not held: searches are answered by the sql engine")
          .contains("has no table \"_manifest\"");
    }
  }

  /** Nobody sees it before it is as it should be. */
  private static void publishWithoutManifest(String catalog, int number) throws SQLException {
    InnRelease.publish(database, "hidden", number, inns.catalog());
    String schema = catalog + "_r" + number;
    execute(
        """
        ALTER SCHEMA hidden_r%2$d RENAME TO %1$s;
        DROP TABLE %1$s._manifest;
        UPDATE tatami.release SET live = FALSE WHERE catalog = '%3$s';
        UPDATE tatami.release SET catalog = '%3$s',
          description = replace(description, 'hidden', '%3$s') WHERE catalog = 'hidden'
        """
            .formatted(schema, number, catalog));
  }

  @Test
  void aReleaseThatIsDamagedOrTooLargeIsRefused() throws SQLException {
    InnRelease.publish(database, "damaged", 1, inns.catalog());
    assertRefused("damaged", 1, "too little memory", "TATAMI_JAVA_OPTIONS=-Xmx");
    execute(
        """
        UPDATE damaged_r1.price_2
        SET cells = set_byte(cells, length(cells) - 1, get_byte(cells, length(cells) - 1) # 1)
        WHERE plane = 0 AND block = 0
        """);
    assertRefused(
        "damaged", Long.MAX_VALUE, "damaged, release 1 cannot be held", "price_2\" has checksum");
    execute("DROP TABLE damaged_r1._manifest");
    assertRefused("damaged", Long.MAX_VALUE, "has no table \"_manifest\"", "rebuild the catalog");
    SearchService sql = new SearchService(database, CLOCK);
    assertThat(sql.search("damaged", "{}").status()).isEqualTo(200);
  }

  private static void assertRefused(String catalog, long limit, String... reasons) {
    MirrorSettings settings =
        new MirrorSettings(database, Set.of(catalog), new MemorySize(limit), CLOCK, new Told());
    assertThatThrownBy(() -> Mirrors.load(settings))
        .isInstanceOf(MirrorRefusedException.class)
        .hasMessageContainingAll(reasons);
  }

  private static Mirrors load(String catalog) throws SQLException {
    return Mirrors.load(settings(catalog, new Told()));
  }

  private static MirrorSettings settings(String catalog, ShelfListener listener) {
    MemorySize half = new MemorySize(Runtime.getRuntime().maxMemory() / 2);
    return new MirrorSettings(database, Set.of(catalog), half, CLOCK, listener);
  }

  private static void retire(String catalog, int release) throws SQLException {
    execute(
        "DROP SCHEMA %1$s_r%2$d CASCADE; DELETE FROM tatami.release WHERE catalog = '%1$s' AND release = %2$d"
            .formatted(catalog, release));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }

  /** Notes what is said. */
  private static final class Told implements ShelfListener {

    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private Change onFirstLine = () -> {};

    /** A change in the database. */
    private interface Change {
      void make() throws SQLException;
    }

    @Override
    public void progress(String line) {
      progress.add(line);
      Change change = onFirstLine;
      onFirstLine = () -> {};
      try {
        change.make();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void warn(String line) {
      warnings.add(line);
    }
  }
}
