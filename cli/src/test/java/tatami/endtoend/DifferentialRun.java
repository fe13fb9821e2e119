package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tatami.oracle.Oracle;
import tatami.oracle.OracleAnswer;
import tatami.oracle.PlantedBug;

/**
 * Random searches of one city, compared with the oracle's answers.
 *
 * <p>{@code -Dtatami.seed=N} starts at another seed, {@code -Dtatami.searches=N} asks for another
 * number of searches; a failure prints the seed of its search and the whole command.
 */
final class DifferentialRun {

  /** How many searches a city gets unless a property says otherwise. */
  static final int SEARCHES = Integer.getInteger("tatami.searches", 320);

  private static final int SHOWN_DIFFERENCES = 5;

  private final TestCity city;
  private final String testClass;
  private final RandomSearches searches;

  DifferentialRun(TestCity city, Class<?> testClass) {
    this.city = city;
    this.testClass = testClass.getSimpleName();
    this.searches = new RandomSearches(city.data(), oracle(Set.of()), city.today());
  }

  /** Returns the seed that the run starts with. */
  long firstSeed() {
    return Long.getLong("tatami.seed", 20_160_104L + city.name().hashCode() % 1_000);
  }

  /** Sends the searches, and prints what to give to another run for the same ones. */
  List<Exchange> converse(SearchSeam seam) {
    return converse(seam, SEARCHES);
  }

  /** Sends so many searches. */
  List<Exchange> converse(SearchSeam seam, int count) {
    System.out.printf(
        "%s: -Dtatami.seed=%d -Dtatami.searches=%d%n", city.name(), firstSeed(), count);
    return new Conversation(seam).hold(searches, firstSeed(), count);
  }

  /** Compares with an oracle that makes these errors. */
  Report report(List<Exchange> exchanges, Set<PlantedBug> planted) {
    Oracle oracle = oracle(planted);
    List<Verdict> verdicts =
        exchanges.parallelStream().map(exchange -> judge(exchange, oracle)).toList();
    Map<SearchFeature, Integer> features = new EnumMap<>(SearchFeature.class);
    for (SearchFeature feature : SearchFeature.values()) {
      if (feature.isPossibleIn(city.data())) {
        long hits = verdicts.stream().filter(each -> each.features().contains(feature)).count();
        features.put(feature, (int) hits);
      }
    }
    return new Report(
        verdicts.stream().flatMap(verdict -> verdict.failure().stream()).toList(), features);
  }

  private Verdict judge(Exchange exchange, Oracle oracle) {
    OracleAnswer expected = oracle.answer(exchange.request());
    List<String> differences = AnswerComparison.differences(exchange, expected, city.currency());
    Optional<String> failure =
        differences.isEmpty() ? Optional.empty() : Optional.of(describe(exchange, differences));
    SearchFeature.Seen seen =
        new SearchFeature.Seen(city.data(), exchange.request(), expected, exchange.pages().size());
    EnumSet<SearchFeature> features = EnumSet.allOf(SearchFeature.class);
    features.removeIf(feature -> !feature.isIn(seen));
    return new Verdict(failure, features);
  }

  private Oracle oracle(Set<PlantedBug> planted) {
    return new Oracle(city.data(), city.today(), planted);
  }

  private String describe(Exchange exchange, List<String> differences) {
    int shown = Math.min(SHOWN_DIFFERENCES, differences.size());
    return String.join(
        "\n",
        "",
        "city: " + city.name() + " seed: " + exchange.seed(),
        "request: " + new SearchCall(exchange.request(), null).json(),
        "differences: " + differences.size(),
        "  " + String.join("\n  ", differences.subList(0, shown)),
        "repeat: mvn -o verify -pl cli -am -Dit.test="
            + testClass
            + " -Dfailsafe.failIfNoSpecifiedTests=false -Dtatami.searches=1 -Dtatami.seed="
            + exchange.seed());
  }

  private record Verdict(Optional<String> failure, Set<SearchFeature> features) {}

  /**
   * What a comparison found.
   *
   * @param failures one text per search that differs
   * @param features how many searches exercised each feature which the city's data can show
   */
  record Report(List<String> failures, Map<SearchFeature, Integer> features) {

    /** Fails with the first differences, and where a whole run left a feature out. */
    void assertFlawless() {
      System.out.println("searches that exercise: " + features);
      assertNoDifference();
      if (SEARCHES >= 300) {
        assertThat(features)
            .allSatisfy((feature, count) -> assertThat(count).as("%s", feature).isPositive());
      }
    }

    /** Fails with the first differences. */
    void assertNoDifference() {
      assertThat(failures.stream().limit(3).toList())
          .as("%d searches differ; the first are", failures.size())
          .isEmpty();
    }
  }
}
