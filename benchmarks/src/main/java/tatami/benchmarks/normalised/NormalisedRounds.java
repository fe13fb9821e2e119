package tatami.benchmarks.normalised;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;
import tatami.benchmarks.normalised.MixedSearch.Place;
import tatami.benchmarks.normalised.NormalisedResult.Figures;
import tatami.benchmarks.normalised.NormalisedResult.Milliseconds;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tools.jackson.databind.json.JsonMapper;

/** Asks product and normalised schema the same questions, and compares answers and times. */
final class NormalisedRounds {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double NANOS_PER_MILLISECOND = 1_000_000;
  private static final double HIGH_PERCENTILE = 0.95;
  private static final int SEARCHES_BETWEEN_WORDS = 50;
  private static final int NO_LIMIT = 0;

  /** The same as a search of the product has. */
  private static final String SETTINGS =
      "SET jit = off; SET work_mem = '32MB'; SET plan_cache_mode = force_custom_plan";

  private final Connection connection;
  private final SearchService service;
  private final String catalog;
  private final int rounds;
  private final Consumer<String> progress;
  private final List<Asked> asked = new ArrayList<>();

  /** What is asked. */
  private enum Question {
    PAGE,
    PAGE_FACETS,
    CALENDAR
  }

  /** One question about one search in both languages, and how long its answers took. */
  private static final class Asked {
    private final Question question;
    private final MixedSearch search;
    private final String request;
    private final List<BoundText> statements;
    private final double[] productTimes;
    private final double[] normalisedTimes;

    /** The faster of two ways to plan, found out before the rounds. */
    private boolean isNestedLoopAllowed = true;

    Asked(Question question, MixedSearch search, NormalisedStatements statements, int rounds) {
      this.question = question;
      this.search = search;
      this.request =
          switch (question) {
            case PAGE -> MixedRequest.page(search, List.of());
            case PAGE_FACETS -> MixedRequest.page(search, Facet.filters());
            case CALENDAR -> MixedRequest.calendar(search);
          };
      this.statements =
          switch (question) {
            case PAGE -> List.of(statements.page());
            case PAGE_FACETS -> statements.pageAndFacets();
            case CALENDAR -> List.of(statements.calendar());
          };
      this.productTimes = new double[rounds];
      this.normalisedTimes = new double[rounds];
    }

    double product() {
      return middle(productTimes);
    }

    double normalised() {
      return middle(normalisedTimes);
    }
  }

  private NormalisedRounds(
      Connection connection,
      SearchService service,
      String catalog,
      int rounds,
      Consumer<String> progress) {
    this.connection = connection;
    this.service = service;
    this.catalog = catalog;
    this.rounds = rounds;
    this.progress = progress;
  }

  /**
   * What is asked of whom.
   *
   * @param amenities their numbers in the schema
   * @param rounds how often each question is timed
   */
  record Questions(
      String catalog,
      List<MixedSearch> searches,
      SearchMoment moment,
      Map<String, Integer> amenities,
      int rounds) {}

  /**
   * Compares.
   *
   * @throws IllegalStateException if an answer differs, or nothing is found at all
   */
  static List<Figures> run(DataSource dataSource, Questions questions, Consumer<String> progress)
      throws SQLException {
    SearchService service = new SearchService(dataSource, questions.moment()::instant);
    try (Connection connection = dataSource.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
      }
      NormalisedRounds run =
          new NormalisedRounds(
              connection, service, questions.catalog(), questions.rounds(), progress);
      run.add(questions);
      run.compareAnswers();
      for (int round = 0; round < questions.rounds(); round++) {
        run.time(round);
        progress.accept("timed round " + (round + 1) + " of " + questions.rounds());
      }
      return run.figures();
    }
  }

  private void add(Questions questions) {
    for (MixedSearch search : questions.searches()) {
      NormalisedStatements statements =
          new NormalisedStatements(search, questions.moment(), questions.amenities());
      for (Question question : Question.values()) {
        asked.add(new Asked(question, search, statements, rounds));
      }
    }
  }

  private void compareAnswers() throws SQLException {
    boolean isAnythingFound = false;
    int compared = 0;
    for (Asked one : asked) {
      Answered product = Answered.ofJson(MAPPER.readTree(reply(one).json()));
      Answered normalised = choosePlan(one);
      if (!product.equals(normalised)) {
        throw new IllegalStateException(
            "answers differ: request="
                + one.request
                + "\nproduct="
                + product
                + "\nnormalised="
                + normalised
                + "\n"
                + one.statements);
      }
      isAnythingFound |= !product.isEmpty();
      compared++;
      if (compared % (SEARCHES_BETWEEN_WORDS * Question.values().length) == 0) {
        progress.accept("equal answers so far: " + compared);
      }
    }
    if (!isAnythingFound) {
      throw new IllegalStateException("no search finds anything: questions=" + asked.size());
    }
  }

  /**
   * Asks with and without nested loops and keeps what was faster. The planner multiplies the
   * selectivity of a dozen rules and often believes that one row is left; a person who sees that
   * turns nested loops off for the search, and the schema shall not lose for want of that.
   */
  private Answered choosePlan(Asked one) throws SQLException {
    plan(one, NO_LIMIT);
    long start = System.nanoTime();
    Answered answered = askNormalised(one);
    double withLoops = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
    one.isNestedLoopAllowed = false;
    plan(one, (int) Math.ceil(withLoops));
    try {
      askNormalised(one);
    } catch (SQLException slower) {
      if (!PSQLState.QUERY_CANCELED.getState().equals(slower.getSQLState())) {
        throw slower;
      }
      one.isNestedLoopAllowed = true;
    }
    return answered;
  }

  private void plan(Asked one, int mostMilliseconds) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET enable_nestloop = "
              + (one.isNestedLoopAllowed ? "on" : "off")
              + "; SET statement_timeout = "
              + mostMilliseconds);
    }
  }

  private SearchReply reply(Asked one) {
    SearchReply reply =
        one.question == Question.CALENDAR
            ? service.calendar(catalog, one.request)
            : service.search(catalog, one.request);
    if (reply.status() != 200) {
      throw new IllegalStateException(
          "a search was refused: request=" + one.request + " reply=" + reply.json());
    }
    return reply;
  }

  private Answered askNormalised(Asked one) throws SQLException {
    Answered answered = new Answered(new TreeMap<>());
    for (BoundText text : one.statements) {
      try (PreparedStatement statement = text.prepare(connection);
          ResultSet rows = statement.executeQuery()) {
        if (one.question == Question.CALENDAR) {
          answered = Answered.ofCalendar(rows);
        } else {
          answered.addRows(rows);
        }
      }
    }
    return answered;
  }

  /** The one that is first has cold caches of the processor: they take turns. */
  private void time(int round) throws SQLException {
    for (Asked one : asked) {
      boolean isNormalisedFirst = round % 2 == 0;
      if (isNormalisedFirst) {
        timeNormalised(one, round);
      }
      long start = System.nanoTime();
      reply(one);
      one.productTimes[round] = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
      if (!isNormalisedFirst) {
        timeNormalised(one, round);
      }
    }
  }

  private void timeNormalised(Asked one, int round) throws SQLException {
    plan(one, NO_LIMIT);
    long start = System.nanoTime();
    askNormalised(one);
    one.normalisedTimes[round] = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
  }

  private List<Figures> figures() {
    List<Figures> figures = new ArrayList<>();
    for (Question question : Question.values()) {
      List<Asked> all = asked.stream().filter(one -> one.question == question).toList();
      Stream<Figures> places =
          Arrays.stream(Place.values())
              .map(
                  place ->
                      figures(
                          question,
                          place.name(),
                          all.stream().filter(one -> one.search.place() == place).toList()));
      Stream.concat(places, Stream.of(figures(question, "all", all)))
          .filter(one -> one.searches() > 0)
          .forEach(figures::add);
    }
    return figures;
  }

  private static Figures figures(Question question, String place, List<Asked> asked) {
    Milliseconds product = milliseconds(asked, Asked::product);
    Milliseconds normalised = milliseconds(asked, Asked::normalised);
    return new Figures(
        question.name().toLowerCase(Locale.ROOT),
        place.toLowerCase(Locale.ROOT),
        asked.size(),
        product,
        normalised,
        normalised.mean() / product.mean(),
        normalised.p95() / product.p95(),
        middle(asked.stream().mapToDouble(one -> one.normalised() / one.product()).toArray()));
  }

  private static Milliseconds milliseconds(List<Asked> asked, ToDoubleFunction<Asked> time) {
    double[] times = asked.stream().mapToDouble(time).sorted().toArray();
    if (times.length == 0) {
      return new Milliseconds(0, 0);
    }
    int high = (int) Math.ceil(HIGH_PERCENTILE * times.length) - 1;
    return new Milliseconds(Arrays.stream(times).average().orElseThrow(), times[high]);
  }

  private static double middle(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
