package tatami.benchmarks.peers.memory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.Answered.Line;
import tatami.benchmarks.mixed.Answered.Part;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedRequest;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.peers.peer.Peer;
import tatami.benchmarks.peers.peer.Peer.Prepared;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.FacetResult.Values;
import tatami.query.mirror.Mirror;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.request.CalendarRequest;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.survey.Outcome;
import tatami.query.survey.Stays;
import tatami.searchtable.description.ReleaseDescription;

/**
 * The memory engine inside the process: requests are read before, answers are what the engine
 * finds, without documents and master rows.
 */
public final class MirrorPeer implements Peer {

  private final Mirror mirror;
  private final Map<Integer, String> keys;
  private final Instant now;

  private MirrorPeer(Mirror mirror, Map<Integer, String> keys, Instant now) {
    this.mirror = mirror;
    this.keys = keys;
    this.now = now;
  }

  /**
   * Loads the live release of a catalog, and fills its cube.
   *
   * @param now when searches are asked
   */
  public static MirrorPeer load(DataSource dataSource, String catalog, Instant now)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      ReleaseShelf shelf = new ReleaseShelf();
      ReleasePointer live =
          shelf.list(connection, catalog).stream()
              .filter(ReleasePointer::live)
              .findFirst()
              .orElseThrow();
      OpenRelease release = shelf.open(connection, live);
      Mirror mirror = Mirror.load(connection, release, (part, cells) -> {});
      mirror.turnTo(now, Long.MAX_VALUE);
      Map<Integer, String> keys = readKeys(connection, release.description());
      connection.rollback();
      return new MirrorPeer(mirror, keys, now);
    }
  }

  private static Map<Integer, String> readKeys(
      Connection connection, ReleaseDescription description) throws SQLException {
    String table = description.schema() + ".\"" + description.property().keyTable() + '"';
    Map<Integer, String> keys = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT _id, _key_1 FROM " + table)) {
      while (rows.next()) {
        keys.put(rows.getInt(1), rows.getString(2));
      }
    }
    return keys;
  }

  @Override
  public String name() {
    return "memory engine";
  }

  @Override
  public long bytes() {
    return mirror.bytes();
  }

  @Override
  public Prepared prepare(Question question, MixedSearch search) {
    return switch (question) {
      case PAGE -> page(MixedRequest.page(search, List.of()));
      case PAGE_FACETS -> page(MixedRequest.page(search, Facet.filters()));
      case CALENDAR -> calendar(MixedRequest.calendar(search));
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, mirror.release().zone());
  }

  private Prepared page(String json) {
    SearchRequest request =
        RequestReader.read(RequestReader.parse(json), mirror.release(), today(), false);
    return () -> {
      Engine engine = mirror.engine();
      FoundPage page = engine.reading(() -> engine.find(plan(request, engine), null));
      return () -> answered(page);
    };
  }

  private Prepared calendar(String json) {
    CalendarRequest request =
        RequestReader.readCalendar(RequestReader.parse(json), mirror.release(), today());
    LocalDate first = firstNight();
    int from = Math.toIntExact(ChronoUnit.DAYS.between(first, request.checkIns().from()));
    int to = Math.toIntExact(ChronoUnit.DAYS.between(first, request.checkIns().to()));
    Stays stays = new Stays(from, to, request.search().stay().nights());
    return () -> {
      Engine engine = mirror.engine();
      List<Outcome> outcomes =
          engine.reading(() -> engine.survey(plan(request.search(), engine), stays));
      return () -> answered(outcomes);
    };
  }

  private SearchPlan plan(SearchRequest request, Engine engine) throws SQLException {
    return SearchPlan.of(mirror.release(), request, now, engine);
  }

  private LocalDate firstNight() {
    return mirror.release().description().horizon().firstNight();
  }

  private Answered answered(FoundPage page) {
    Map<String, Part> parts = new TreeMap<>();
    List<Line> hits =
        page.hits().stream()
            .map(
                hit ->
                    new Line(keys.get(hit.id()), hit.lowest(), hit.highest(), hit.offersMatching()))
            .toList();
    put(parts, "page", page.total(), hits);
    page.facets().forEach((name, facet) -> putFacet(parts, name, (Values) facet));
    return new Answered(parts);
  }

  private static void putFacet(Map<String, Part> parts, String name, Values facet) {
    List<Line> lines =
        facet.counts().stream().map(count -> new Line(count.value(), 0, 0, count.count())).toList();
    put(parts, name, lines.size() + facet.more(), lines);
  }

  private Answered answered(List<Outcome> outcomes) {
    List<Line> days =
        outcomes.stream()
            .filter(outcome -> outcome.matching() > 0)
            .map(
                outcome ->
                    new Line(
                        firstNight().plusDays(outcome.checkIn()).toString(),
                        outcome.lowest(),
                        outcome.highest(),
                        outcome.matching()))
            .toList();
    Map<String, Part> parts = new TreeMap<>();
    put(parts, "calendar", days.size(), days);
    return new Answered(parts);
  }

  private static void put(Map<String, Part> parts, String name, long total, List<Line> lines) {
    if (!lines.isEmpty()) {
      parts.put(name, new Part(total, lines));
    }
  }

  @Override
  public void close() {
    // The heap is freed with the peer.
  }
}
