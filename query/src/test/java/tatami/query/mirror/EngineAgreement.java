package tatami.query.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.cube.CubeSlab;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.request.CalendarRequest;
import tatami.query.request.Guests;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.sql.SqlEngine;
import tatami.query.survey.Outcome;
import tatami.query.survey.Stays;

/** Asks both engines the same questions about the live release of a catalog. */
final class EngineAgreement {

  private final Connection connection;
  private final OpenRelease release;
  private final Mirror mirror;
  private final Instant now;

  /**
   * Loads the mirror of a catalog.
   *
   * @param connection stays open while questions are asked
   */
  EngineAgreement(Connection connection, String catalog, Instant now) throws SQLException {
    this(connection, catalog, catalog, now);
  }

  /**
   * Loads the mirror of another catalog than the one whose tables are asked.
   *
   * @param connection stays open while questions are asked
   * @param mirrored the catalog in memory
   */
  EngineAgreement(Connection connection, String catalog, String mirrored, Instant now)
      throws SQLException {
    this.connection = connection;
    this.now = now;
    connection.setAutoCommit(false);
    ReleaseShelf shelf = new ReleaseShelf();
    release = open(shelf, catalog);
    mirror = Mirror.load(connection, open(shelf, mirrored), (part, cells) -> {});
    mirror.turnTo(now, Long.MAX_VALUE);
  }

  private OpenRelease open(ReleaseShelf shelf, String catalog) throws SQLException {
    ReleasePointer live =
        shelf.list(connection, catalog).stream()
            .filter(ReleasePointer::live)
            .findFirst()
            .orElseThrow();
    return shelf.open(connection, live);
  }

  /** Returns what the cube knows of a stay; null where it is not held. */
  CubeSlab slab(Guests guests, int checkIn, int nights) throws SQLException {
    return mirror.slab(SearchPlan.terms(mirror.release(), guests, now), guests, checkIn, nights);
  }

  /** Returns the mirror. */
  Mirror mirror() {
    return mirror;
  }

  /**
   * Finds the first page of a request in the mirror, inside {@link Engine#reading} of an engine.
   */
  FoundPage findInMemory(Engine engine, String json) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, release.zone());
    OpenRelease mirrored = mirror.release();
    SearchRequest request = RequestReader.read(RequestReader.parse(json), mirrored, today, false);
    return engine.find(SearchPlan.of(mirrored, request, now, engine), null);
  }

  /** Checks that both engines find the same, page by page; returns how many properties match. */
  long checkPages(String json) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, release.zone());
    SearchRequest request = RequestReader.read(RequestReader.parse(json), release, today, false);
    FoundPage expected = find(new SqlEngine(connection, release), request, null);
    FoundPage found = find(mirror.engine(), request, null);
    assertThat(found).as(json).isEqualTo(expected);
    for (int page = 0; page < 3 && expected.last() != null; page++) {
      FoundPage before = expected;
      expected = find(new SqlEngine(connection, release), request, before);
      found = find(mirror.engine(), request, before);
      assertThat(found).as("page %d of %s", page + 2, json).isEqualTo(expected);
    }
    return expected.total();
  }

  private FoundPage find(Engine engine, SearchRequest request, FoundPage before)
      throws SQLException {
    OpenRelease asked = engine instanceof SqlEngine ? release : mirror.release();
    return engine.reading(
        () ->
            engine.find(
                SearchPlan.of(asked, request, now, engine),
                before == null ? null : before.last().toCursor(release.number(), 0)));
  }

  /** Checks that both engines find the same of each check-in; returns how many properties match. */
  long checkCalendar(String json) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, release.zone());
    CalendarRequest request = RequestReader.readCalendar(RequestReader.parse(json), release, today);
    List<Outcome> expected = survey(new SqlEngine(connection, release), request);
    List<Outcome> found = survey(mirror.engine(), request);
    assertThat(found.stream().map(EngineAgreement::told).toList())
        .as(json)
        .isEqualTo(expected.stream().map(EngineAgreement::told).toList());
    return expected.stream().mapToLong(Outcome::matching).sum();
  }

  private List<Outcome> survey(Engine engine, CalendarRequest request) throws SQLException {
    SearchRequest search = request.search();
    LocalDate first = release.description().horizon().firstNight();
    int from = (int) ChronoUnit.DAYS.between(first, request.checkIns().from());
    int to = (int) ChronoUnit.DAYS.between(first, request.checkIns().to());
    Stays stays = new Stays(from, to, search.stay().nights());
    return engine.reading(() -> engine.survey(SearchPlan.of(release, search, now, engine), stays));
  }

  /** A calendar tells why not where nothing matches, and of nothing else. */
  private static Outcome told(Outcome outcome) {
    return outcome.matching() == 0
        ? outcome
        : new Outcome(
            outcome.checkIn(),
            outcome.properties(),
            outcome.matching(),
            outcome.lowest(),
            outcome.highest(),
            Map.of(),
            null);
  }
}
