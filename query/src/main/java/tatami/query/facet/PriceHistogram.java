package tatami.query.facet;

import java.math.BigDecimal;
import java.util.Arrays;

/** Counts properties by their lowest totals, in minor units. Not thread-safe. */
public final class PriceHistogram {

  private static final int MOST_BUCKETS = 20;
  private static final int FIRST_PLACES = 64;

  private long[] totals = new long[FIRST_PLACES];
  private int size;

  /** Adds the lowest total of a property, at least 0. */
  public void add(long total) {
    if (size == totals.length) {
      totals = Arrays.copyOf(totals, size * 2);
    }
    totals[size++] = total;
  }

  /** Returns the counts, in buckets that depend on the lowest and the highest total. */
  public FacetResult result() {
    long[] sorted = Arrays.copyOf(totals, size);
    Arrays.sort(sorted);
    if (size == 0) {
      return FacetResult.ofNumbers(null, BigDecimal.ONE, new long[0], 0, 0);
    }
    BucketPlan plan =
        BucketPlan.of(
            BigDecimal.valueOf(sorted[0]),
            BigDecimal.valueOf(sorted[size - 1]),
            BigDecimal.ONE,
            MOST_BUCKETS);
    NumberCounter counter = new NumberCounter(plan, BigDecimal.ONE, total -> true);
    for (long total : sorted) {
      counter.add(total, FacetCounter.NO_TOTAL);
      counter.endProperty();
    }
    return counter.result();
  }
}
