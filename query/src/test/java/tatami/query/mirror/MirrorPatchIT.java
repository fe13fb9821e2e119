package tatami.query.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.query.TestDatabase;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.inns.InnCalendars;
import tatami.query.inns.InnCatalog;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tatami.query.mirror.patch.Change;
import tatami.query.mirror.patch.Change.GoneOffer;
import tatami.query.mirror.patch.Change.PriceCell;
import tatami.query.mirror.patch.Change.RuleCell;
import tatami.query.mirror.patch.Change.StockCell;

/**
 * A mirror that was changed, against the tables of a release that was built with the changes.
 *
 * <p>Repeat a failure with {@code mvn verify -pl query -am -Dit.test=MirrorPatchIT
 * -Dtatami.seed=SEED}; the seed is printed.
 */
class MirrorPatchIT {

  private static final int CHANGES = 400;
  private static final int REQUESTS = 200;
  private static final int READERS = 2;
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final Instant NOW = Instant.parse("2026-08-22T15:00:00Z");
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  private static RandomInns inns;
  private static DataSource database;
  private static final List<Change> CHANGED = new ArrayList<>();

  @BeforeAll
  static void publish() throws Exception {
    System.err.println("seed: -Dit.test=MirrorPatchIT -Dtatami.seed=" + SEED);
    inns = new RandomInns(SEED);
    InnCatalog before = inns.catalog();
    InnChanges changes = new InnChanges(before, new Random(SEED));
    for (int change = 0; change < CHANGES; change++) {
      CHANGED.add(changes.next());
    }
    database = TestDatabase.create("changed_inns");
    InnRelease.createControlTables(database);
    for (InnCalendars calendars : InnCalendars.values()) {
      InnRelease.publish(database, name("before", calendars), 1, before, calendars);
      InnRelease.publish(database, name("after", calendars), 1, changes.changed(), calendars);
    }
  }

  private static String name(String state, InnCalendars calendars) {
    return state + "_" + calendars.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void answersAsIfItWereBuiltWithTheChanges(InnCalendars calendars) throws Exception {
    try (Connection connection = database.getConnection()) {
      EngineAgreement engines =
          new EngineAgreement(connection, name("after", calendars), name("before", calendars), NOW);
      for (int index = 0; index < REQUESTS / 4; index++) {
        engines.findInMemory(engines.mirror().engine(), inns.request(TODAY).toString());
      }
      engines.mirror().apply(CHANGED, CHANGES);
      long found = 0;
      for (int index = 0; index < REQUESTS; index++) {
        found += engines.checkPages(inns.request(TODAY).toString());
      }
      assertThat(found).isGreaterThan(REQUESTS);
      Engine engine = engines.mirror().engine();
      assertThat((long) engine.reading(engine::position)).isEqualTo(CHANGES);
    }
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void aSearchSeesOnePosition(InnCalendars calendars) throws Exception {
    List<Change> changes = CHANGED.subList(0, 60);
    List<String> requests =
        IntStream.range(0, 12).mapToObj(index -> inns.request(TODAY).toString()).toList();
    try (Connection connection = database.getConnection()) {
      String name = name("before", calendars);
      EngineAgreement model = new EngineAgreement(connection, name, NOW);
      List<List<FoundPage>> expected = new ArrayList<>();
      expected.add(pages(model, requests));
      for (int change = 0; change < changes.size(); change++) {
        model.mirror().apply(changes.subList(change, change + 1), change + 1);
        expected.add(pages(model, requests));
      }
      for (int round = 0; round < 3; round++) {
        readWhileChanging(new EngineAgreement(connection, name, NOW), changes, requests, expected);
      }
    }
  }

  private static List<FoundPage> pages(EngineAgreement engines, List<String> requests)
      throws Exception {
    List<FoundPage> pages = new ArrayList<>();
    for (String request : requests) {
      pages.add(engines.findInMemory(engines.mirror().engine(), request));
    }
    return pages;
  }

  private static void readWhileChanging(
      EngineAgreement engines,
      List<Change> changes,
      List<String> requests,
      List<List<FoundPage>> expected)
      throws Exception {
    AtomicBoolean isDone = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(READERS);
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        int seed = reader;
        readers.add(threads.submit(() -> read(engines, requests, expected, seed, isDone, started)));
      }
      started.await();
      for (int change = 0; change < changes.size(); change++) {
        engines.mirror().apply(changes.subList(change, change + 1), change + 1);
        Thread.sleep(1);
      }
      isDone.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      isDone.set(true);
      threads.shutdownNow();
    }
  }

  private static int read(
      EngineAgreement engines,
      List<String> requests,
      List<List<FoundPage>> expected,
      int seed,
      AtomicBoolean isDone,
      CountDownLatch started)
      throws Exception {
    Random random = new Random(seed);
    int reads = 0;
    while (!isDone.get()) {
      int request = random.nextInt(requests.size());
      Engine engine = engines.mirror().engine();
      long[] positions = new long[2];
      FoundPage page =
          engine.reading(
              () -> {
                positions[0] = engine.position();
                FoundPage found = engines.findInMemory(engine, requests.get(request));
                positions[1] = engine.position();
                return found;
              });
      assertThat(positions[1]).isEqualTo(positions[0]);
      assertThat(page.equals(expected.get((int) positions[0]).get(request)))
          .as("position %d of %s", positions[0], requests.get(request))
          .isTrue();
      reads++;
      if (reads == 1) {
        started.countDown();
      }
    }
    return reads;
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void theClockMayTurnMeanwhile(InnCalendars calendars) throws Exception {
    try (Connection connection = database.getConnection()) {
      EngineAgreement engines =
          new EngineAgreement(connection, name("after", calendars), name("before", calendars), NOW);
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        AtomicBoolean isDone = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        Future<Integer> turns = thread.submit(() -> turn(engines.mirror(), isDone, started));
        started.await();
        for (int change = 0; change < CHANGES; change++) {
          engines.mirror().apply(CHANGED.subList(change, change + 1), change + 1);
        }
        isDone.set(true);
        assertThat(turns.get()).isPositive();
      } finally {
        thread.shutdownNow();
      }
      engines.mirror().turnTo(NOW, Long.MAX_VALUE);
      for (int index = 0; index < REQUESTS; index++) {
        engines.checkPages(inns.request(TODAY).toString());
      }
    }
  }

  private static int turn(Mirror mirror, AtomicBoolean isDone, CountDownLatch started)
      throws Exception {
    int turns = 0;
    while (!isDone.get()) {
      mirror.turnTo(NOW.plus(Duration.ofDays(turns++ % 4)), Long.MAX_VALUE);
      started.countDown();
    }
    return turns;
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void anOfferThatIsGoneIsNotFound(InnCalendars calendars) throws Exception {
    String dated = "{\"stay\": {\"check_in\": \"2026-08-25\"}, \"size\": 100, \"offers\": 100}";
    String undated = "{\"size\": 100, \"offers\": 100}";
    try (Connection connection = database.getConnection()) {
      EngineAgreement engines = new EngineAgreement(connection, name("before", calendars), NOW);
      for (String json : List.of(dated, undated)) {
        FoundPage page = engines.findInMemory(engines.mirror().engine(), json);
        int gone = page.hits().get(0).offers().get(0).id();
        engines.mirror().apply(List.of(new GoneOffer(gone)), 1);
        FoundPage after = engines.findInMemory(engines.mirror().engine(), json);
        assertThat(after.offerIds()).doesNotContain(gone).hasSize(page.offerIds().length - 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void whatIsNotThereIsRefusedAndNothingChanges(InnCalendars calendars) throws Exception {
    try (Connection connection = database.getConnection()) {
      EngineAgreement engines = new EngineAgreement(connection, name("before", calendars), NOW);
      Mirror mirror = engines.mirror();
      for (Change wrong :
          List.of(
              new StockCell(1_000, 0, 1),
              new StockCell(0, 25, 1),
              new StockCell(0, 0, -2),
              new PriceCell(9, 0, 0, 1),
              new PriceCell(0, 100_000, 0, 1),
              new RuleCell("no_table", 0, 0, 1),
              new GoneOffer(-1))) {
        assertThatThrownBy(() -> mirror.apply(List.of(CHANGED.get(0), wrong), 2))
            .as("%s", wrong)
            .isInstanceOf(IllegalArgumentException.class);
      }
      Engine engine = mirror.engine();
      assertThat((long) engine.reading(engine::position)).isZero();
    }
  }
}
