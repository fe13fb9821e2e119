package tatami.benchmarks.normalised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedRequest;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;

/** One question about one search in both languages, and how long its answers took. */
final class AskedQuestion {

  /** What takes the schema longer is timed once: a third time says nothing new about seconds. */
  static final int SLOW_MILLISECONDS = 500;

  private final Question question;
  private final MixedSearch search;
  private final int number;
  private final String request;
  private final List<BoundText> statements;
  private final List<Double> productTimes = new ArrayList<>();
  private final List<Double> normalisedTimes = new ArrayList<>();
  private NormalisedSession session;
  private boolean isSlow;

  /**
   * Puts a question.
   *
   * @param number of the search, from 0
   */
  AskedQuestion(
      Question question, MixedSearch search, int number, NormalisedStatements statements) {
    this.question = question;
    this.search = search;
    this.number = number;
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
  }

  Question question() {
    return question;
  }

  MixedSearch search() {
    return search;
  }

  /** Returns the request to the product. */
  String request() {
    return request;
  }

  /** Returns the statements that ask the normalised schema, to be run in this order. */
  List<BoundText> statements() {
    return statements;
  }

  /**
   * Keeps how the normalised schema is asked from now on.
   *
   * @param milliseconds how long that took before the rounds
   */
  void choose(NormalisedSession faster, double milliseconds) {
    session = faster;
    isSlow = milliseconds > SLOW_MILLISECONDS;
  }

  NormalisedSession session() {
    return session;
  }

  /** Tells whether the schema is timed only once. */
  boolean isTimedOnce() {
    return isSlow;
  }

  /**
   * Tells whether the schema is asked in a round. Slow questions are spread over the rounds, so
   * that in each of them the product shares its caches with as many.
   */
  boolean isDue(int round, int rounds) {
    return !isSlow || number % rounds == round;
  }

  void addProductTime(double milliseconds) {
    productTimes.add(milliseconds);
  }

  void addNormalisedTime(double milliseconds) {
    normalisedTimes.add(milliseconds);
  }

  /** Returns the median of the rounds in milliseconds. */
  double product() {
    return median(productTimes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns the median of the rounds in milliseconds. */
  double normalised() {
    return median(normalisedTimes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns the upper median; 0 of nothing. */
  static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
