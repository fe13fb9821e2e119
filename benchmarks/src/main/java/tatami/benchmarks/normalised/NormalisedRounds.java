package tatami.benchmarks.normalised;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.mixed.SearchMoment;
import tatami.benchmarks.normalised.NormalisedResult.Figures;
import tatami.benchmarks.normalised.PlanRace.Finish;
import tatami.benchmarks.phase.PhaseTimes;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tools.jackson.databind.json.JsonMapper;

/** Asks product and normalised schema the same questions, and compares answers and times. */
final class NormalisedRounds {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double NANOS_PER_MILLISECOND = 1_000_000;
  private static final int SEARCHES_BETWEEN_WORDS = 50;

  private final PlanRace race;
  private final SearchService service;
  private final Questions questions;
  private final Consumer<String> progress;
  private final List<AskedQuestion> asked = new ArrayList<>();

  private NormalisedRounds(
      PlanRace race, SearchService service, Questions questions, Consumer<String> progress) {
    this.race = race;
    this.service = service;
    this.questions = questions;
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
      throws SQLException, IOException {
    SearchService service = new SearchService(dataSource, questions.moment()::instant);
    PhaseTimes phases = new PhaseTimes(progress);
    try (PlanRace race = PlanRace.open(dataSource)) {
      NormalisedRounds run = new NormalisedRounds(race, service, questions, progress);
      run.add();
      phases.time("comparing answers, choosing plans", run::compareAnswers);
      for (int round = 0; round < questions.rounds(); round++) {
        int current = round;
        phases.time(
            "timing round " + (round + 1) + " of " + questions.rounds(), () -> run.time(current));
      }
      return NormalisedFigures.of(run.asked);
    }
  }

  private void add() {
    for (int number = 0; number < questions.searches().size(); number++) {
      MixedSearch search = questions.searches().get(number);
      NormalisedStatements statements =
          new NormalisedStatements(search, questions.moment(), questions.amenities());
      for (Question question : Question.values()) {
        asked.add(new AskedQuestion(question, search, number, statements));
      }
    }
  }

  private void compareAnswers() throws SQLException {
    boolean isAnythingFound = false;
    int compared = 0;
    for (AskedQuestion one : asked) {
      Answered product = Answered.ofJson(MAPPER.readTree(reply(one).json()));
      Finish faster = race.run(one);
      if (!product.equals(faster.answered())) {
        throw new IllegalStateException(
            "answers differ: request="
                + one.request()
                + "\nproduct="
                + product
                + "\nnormalised="
                + faster.answered()
                + "\n"
                + one.statements());
      }
      one.choose(faster.session(), faster.milliseconds());
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

  private SearchReply reply(AskedQuestion one) {
    SearchReply reply =
        one.question() == Question.CALENDAR
            ? service.calendar(questions.catalog(), one.request())
            : service.search(questions.catalog(), one.request());
    if (reply.status() != 200) {
      throw new IllegalStateException(
          "a search was refused: request=" + one.request() + " reply=" + reply.json());
    }
    return reply;
  }

  /** The one that is first has cold caches of the processor: they take turns. */
  private void time(int round) throws SQLException {
    boolean isNormalisedFirst = round % 2 == 0;
    for (AskedQuestion one : asked) {
      boolean isDue = one.isDue(round, questions.rounds());
      if (isDue && isNormalisedFirst) {
        timeNormalised(one);
      }
      long start = System.nanoTime();
      reply(one);
      one.addProductTime((System.nanoTime() - start) / NANOS_PER_MILLISECOND);
      if (isDue && !isNormalisedFirst) {
        timeNormalised(one);
      }
    }
  }

  private static void timeNormalised(AskedQuestion one) throws SQLException {
    long start = System.nanoTime();
    one.session().ask(one);
    one.addNormalisedTime((System.nanoTime() - start) / NANOS_PER_MILLISECOND);
  }
}
