package tatami.benchmarks.layout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tatami.benchmarks.layout.LayoutResult.SearchFigures;
import tatami.benchmarks.layout.LayoutResult.SearchGroup;
import tatami.benchmarks.layout.LayoutSearch.Place;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tatami.searchbuild.catalog.Catalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks plain and compiled tables the same searches, and compares answers, pages and times. */
final class SearchRounds {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int EXPLAINED = 3;
  private static final double NANOS_PER_MILLISECOND = 1_000_000;

  /** The same as a search of the engine has. */
  private static final String SETTINGS =
      "SET jit = off; SET work_mem = '32MB'; SET plan_cache_mode = force_custom_plan";

  private final Connection connection;
  private final SearchService service;
  private final PlainTables plain;
  private final List<Asked> asked = new ArrayList<>();

  /** A search in both languages, and what came of it. */
  private static final class Asked {
    private final LayoutSearch search;
    private final String request;
    private final PlainStatement statement;
    private final double[] plainTimes;
    private final double[] compiledTimes;
    private final List<Explained> plain = new ArrayList<>();
    private final List<Explained> compiled = new ArrayList<>();
    private long found;
    private long masterPages;

    Asked(LayoutSearch search, String request, PlainStatement statement, int rounds) {
      this.search = search;
      this.request = request;
      this.statement = statement;
      this.plainTimes = new double[rounds];
      this.compiledTimes = new double[rounds];
    }
  }

  /** What EXPLAIN says of one execution. */
  private record Explained(double planning, double execution, long pages) {}

  private SearchRounds(
      Connection connection,
      ScratchDatabase database,
      PlainTables plain,
      List<LayoutSearch> searches,
      Schedule schedule) {
    this.connection = connection;
    this.plain = plain;
    InstantSource clock =
        InstantSource.fixed(LayoutSource.startOf(schedule.today(), plain.catalog()));
    this.service = new SearchService(database.dataSource(), clock);
    FilterNames filters = FilterNames.of(plain.catalog());
    for (LayoutSearch search : searches) {
      asked.add(
          new Asked(
              search,
              SearchRequestText.of(search, filters),
              new PlainStatement(plain, search, schedule.today()),
              schedule.rounds()));
    }
  }

  /**
   * When and how often.
   *
   * @param today the day on which is asked
   * @param rounds how often each search is timed
   */
  record Schedule(LocalDate today, int rounds) {}

  /**
   * Compares.
   *
   * @throws IllegalStateException if an answer differs, or nothing is found at all
   */
  static List<SearchGroup> run(
      ScratchDatabase database, PlainTables plain, List<LayoutSearch> searches, Schedule schedule)
      throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
      }
      SearchRounds rounds = new SearchRounds(connection, database, plain, searches, schedule);
      rounds.compareAnswers();
      rounds.explain();
      for (int round = 0; round < schedule.rounds(); round++) {
        rounds.time(round);
      }
      return rounds.groups();
    }
  }

  private void compareAnswers() throws SQLException {
    long found = 0;
    for (Asked one : asked) {
      FoundPage compiled = FoundPage.ofAnswer(MAPPER.readTree(reply(one).json()));
      FoundPage byHand = askPlain(one);
      if (!compiled.equals(byHand)) {
        throw new IllegalStateException(
            "answers differ: request="
                + one.request
                + " compiled="
                + compiled
                + " plain="
                + byHand);
      }
      one.found = byHand.total();
      found += byHand.total();
    }
    if (found == 0) {
      throw new IllegalStateException("no search finds anything: searches=" + asked.size());
    }
  }

  private SearchReply reply(Asked one) {
    return checked(service.search(plain.catalog().name(), one.request), one);
  }

  private static SearchReply checked(SearchReply reply, Asked one) {
    if (reply.status() != 200) {
      throw new IllegalStateException(
          "a search was refused: request=" + one.request + " reply=" + reply.json());
    }
    return reply;
  }

  private FoundPage askPlain(Asked one) throws SQLException {
    Catalog catalog = plain.catalog();
    try (PreparedStatement statement = one.statement.prepare(connection, "");
        ResultSet rows = statement.executeQuery()) {
      return FoundPage.ofRows(rows, catalog.property().key().size());
    }
  }

  private void explain() throws SQLException {
    for (Asked one : asked) {
      for (int attempt = 0; attempt < EXPLAINED; attempt++) {
        one.plain.add(explainPlain(one));
        SearchReply reply = checked(service.explain(plain.catalog().name(), one.request), one);
        addCompiled(MAPPER.readTree(reply.json()).path("statements"), one);
      }
    }
  }

  private static void addCompiled(JsonNode statements, Asked one) {
    double planning = 0;
    double execution = 0;
    long pages = 0;
    for (JsonNode statement : statements) {
      JsonNode buffers = statement.path("shared_buffers");
      long touched = buffers.path("hit").asLong() + buffers.path("read").asLong();
      if (statement.path("purpose").asString().equals("master_rows")) {
        one.masterPages = touched;
      } else {
        pages += touched;
        planning += statement.path("planning_milliseconds").asDouble();
        execution += statement.path("execution_milliseconds").asDouble();
      }
    }
    one.compiled.add(new Explained(planning, execution, pages));
  }

  private Explained explainPlain(Asked one) throws SQLException {
    String explain = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ";
    try (PreparedStatement statement = one.statement.prepare(connection, explain);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      JsonNode explained = MAPPER.readTree(rows.getString(1)).path(0);
      JsonNode plan = explained.path("Plan");
      return new Explained(
          explained.path("Planning Time").asDouble(),
          explained.path("Execution Time").asDouble(),
          plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong());
    }
  }

  /** The one that is first has cold caches of the processor: they take turns. */
  private void time(int round) throws SQLException {
    for (Asked one : asked) {
      boolean plainFirst = round % 2 == 0;
      if (plainFirst) {
        timePlain(one, round);
      }
      long start = System.nanoTime();
      reply(one);
      one.compiledTimes[round] = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
      if (!plainFirst) {
        timePlain(one, round);
      }
    }
  }

  private void timePlain(Asked one, int round) throws SQLException {
    long start = System.nanoTime();
    askPlain(one);
    one.plainTimes[round] = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
  }

  private List<SearchGroup> groups() {
    return Stream.concat(
            Arrays.stream(Place.values())
                .map(
                    place ->
                        group(
                            place.name().toLowerCase(Locale.ROOT),
                            asked.stream().filter(one -> one.search.place() == place).toList())),
            Stream.of(group("all", asked)))
        .filter(group -> group.searches() > 0)
        .toList();
  }

  private static SearchGroup group(String name, List<Asked> searches) {
    return new SearchGroup(
        name,
        searches.size(),
        median(searches, one -> one.found),
        figures(searches, one -> one.plainTimes, one -> one.plain),
        figures(searches, one -> one.compiledTimes, one -> one.compiled),
        median(searches, one -> median(one.plainTimes) / median(one.compiledTimes)),
        median(searches, one -> one.masterPages));
  }

  private static SearchFigures figures(
      List<Asked> searches,
      Function<Asked, double[]> times,
      Function<Asked, List<Explained>> explained) {
    return new SearchFigures(
        median(searches, one -> median(times.apply(one))),
        median(searches, one -> least(explained.apply(one), Explained::planning)),
        median(searches, one -> least(explained.apply(one), Explained::execution)),
        median(searches, one -> least(explained.apply(one), Explained::pages)));
  }

  private static double least(List<Explained> explained, ToDoubleFunction<Explained> figure) {
    return explained.stream().mapToDouble(figure).min().orElse(0);
  }

  private static double median(List<Asked> searches, ToDoubleFunction<Asked> figure) {
    return median(searches.stream().mapToDouble(figure).toArray());
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
