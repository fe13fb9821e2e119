package tatami.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.packing.PackingBenchmark;
import tatami.benchmarks.packing.PackingSize;

/**
 * Results of packing.
 *
 * @param prices prices of every dataset
 * @param results by dataset, as JMH ran them
 */
record PackingSection(int prices, List<PackingResult> results) {

  private static final String PACKED = "packedCells";

  /**
   * One form with one dataset.
   *
   * @param dataset kind of calendars
   * @param benchmark what was measured
   * @param pricesPerSecond mean
   * @param error of prices per second; null if unknown
   * @param heapBytesPerPrice what the form keeps
   * @param packedFasterBy packed speed : this speed; null if packed was not measured
   * @param packedSmallerBy this size : packed size
   */
  record PackingResult(
      String dataset,
      String benchmark,
      double pricesPerSecond,
      Double error,
      double heapBytesPerPrice,
      Double packedFasterBy,
      double packedSmallerBy) {}

  /** Returns the section, or null if there is no such result. */
  static PackingSection find(List<Score> scores) {
    List<Score> packing =
        scores.stream()
            .filter(score -> score.type().equals(PackingBenchmark.class.getSimpleName()))
            .toList();
    if (packing.isEmpty()) {
      return null;
    }
    List<PackingResult> results =
        Arrays.stream(Dataset.values()).flatMap(dataset -> results(packing, dataset)).toList();
    return new PackingSection(Dataset.PRICES, results);
  }

  private static Stream<PackingResult> results(List<Score> packing, Dataset dataset) {
    List<Score> scores =
        packing.stream().filter(score -> score.variant().equals(dataset.name())).toList();
    if (scores.isEmpty()) {
      return Stream.empty();
    }
    Map<String, Double> sizes = PackingSize.measure(dataset);
    return sizes.keySet().stream()
        .flatMap(form -> scores.stream().filter(score -> score.benchmark().equals(form)))
        .map(score -> result(score, scores, sizes));
  }

  private static PackingResult result(Score score, List<Score> scores, Map<String, Double> sizes) {
    double bytes = sizes.get(score.benchmark());
    return new PackingResult(
        score.variant().toLowerCase(Locale.ROOT),
        score.benchmark(),
        score.value(),
        score.error(),
        bytes,
        score.find(scores, PACKED).map(packed -> packed.value() / score.value()).orElse(null),
        bytes / sizes.get(PACKED));
  }
}
