package tatami.benchmarks.normalised;

import java.util.List;

/**
 * What came of the comparison with a normalised schema.
 *
 * @param hotels of the feeds
 * @param prices how many the release holds
 * @param searches how many were asked, each as page, page with facets and calendar
 * @param rounds how often each was timed; the median of a search's rounds counts; see {@link
 *     Figures#timedOnce}
 * @param slowMilliseconds what takes the normalised schema longer is timed in one round only
 * @param productBytesPerPrice of the release's price tables
 * @param normalisedBytesPerPrice of a row a night with its covering index
 * @param figures by question: each place, then all
 */
public record NormalisedResult(
    int hotels,
    long prices,
    int searches,
    int rounds,
    int slowMilliseconds,
    double productBytesPerPrice,
    double normalisedBytesPerPrice,
    List<Figures> figures) {

  /** Copies the list. */
  public NormalisedResult {
    figures = List.copyOf(figures);
  }

  /**
   * Times of one kind of question at one kind of place.
   *
   * @param question {@code page}, {@code page_facets} or {@code calendar}
   * @param place {@code area}, {@code prefecture}, {@code map}, {@code nationwide} or {@code all}
   * @param searches how many
   * @param timedOnce of how many the normalised schema was timed in one round only, for it is slow
   * @param meanRatio mean of the normalised schema ÷ mean of the product
   * @param p95Ratio the same of the 95th percentiles
   * @param medianRatio median of the searches' own ratios
   */
  public record Figures(
      String question,
      String place,
      int searches,
      int timedOnce,
      Milliseconds product,
      Milliseconds normalised,
      double meanRatio,
      double p95Ratio,
      double medianRatio) {}

  /** Mean and 95th percentile of milliseconds. */
  public record Milliseconds(double mean, double p95) {}
}
