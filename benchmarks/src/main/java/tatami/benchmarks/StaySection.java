package tatami.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.stay.StayDatabase;
import tatami.benchmarks.stay.StayDatabase.FormSize;
import tatami.benchmarks.stay.StayForm;
import tatami.benchmarks.stay.StayTotalBenchmark;

/**
 * Results of the stay total.
 *
 * @param offers offers, each a property of its own
 * @param horizonNights nights of the horizon
 * @param prices prices, in every form the same
 * @param checkedSearches searches with equal answers in every form
 * @param sizes what each form takes
 * @param results by nights of the stay
 */
record StaySection(
    int offers,
    int horizonNights,
    long prices,
    int checkedSearches,
    List<StaySize> sizes,
    List<StayResult> results) {

  /**
   * What a form takes on disk, tables and indexes.
   *
   * @param benchmark the form
   * @param packedSmallerBy this size : packed size
   */
  record StaySize(
      String benchmark, long rows, long bytes, double bytesPerPrice, double packedSmallerBy) {}

  /**
   * One form with one length of stay.
   *
   * @param nights nights of every stay
   * @param benchmark the form
   * @param milliseconds mean of a search
   * @param error of the mean; null if unknown
   * @param packedFasterBy this time : packed time; null if packed was not measured
   */
  record StayResult(
      int nights, String benchmark, double milliseconds, Double error, Double packedFasterBy) {}

  static StaySection of(StayFacts facts, List<Score> scores) {
    List<Score> stay =
        scores.stream()
            .filter(score -> score.type().equals(StayTotalBenchmark.class.getSimpleName()))
            .toList();
    List<StayResult> results =
        StayDatabase.STAYS.stream()
            .flatMap(
                nights ->
                    Arrays.stream(StayForm.values()).flatMap(form -> result(stay, nights, form)))
            .toList();
    return new StaySection(
        facts.offers(),
        Dataset.NIGHTS,
        facts.prices(),
        facts.checkedSearches(),
        Arrays.stream(StayForm.values()).map(form -> size(facts, form)).toList(),
        results);
  }

  private static StaySize size(StayFacts facts, StayForm form) {
    FormSize size = facts.sizes().get(form);
    FormSize packed = facts.sizes().get(StayForm.PACKED_ARRAYS);
    return new StaySize(
        form.benchmark(),
        size.rows(),
        size.bytes(),
        (double) size.bytes() / facts.prices(),
        (double) size.bytes() / packed.bytes());
  }

  private static Stream<StayResult> result(List<Score> scores, int nights, StayForm form) {
    return scores.stream()
        .filter(score -> score.variant().equals(Integer.toString(nights)))
        .filter(score -> score.benchmark().equals(form.benchmark()))
        .map(
            score ->
                new StayResult(
                    nights,
                    score.benchmark(),
                    score.value(),
                    score.error(),
                    score
                        .find(scores, StayForm.PACKED_ARRAYS.benchmark())
                        .map(packed -> score.value() / packed.value())
                        .orElse(null)));
  }
}
