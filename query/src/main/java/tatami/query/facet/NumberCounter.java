package tatami.query.facet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.LongPredicate;
import tatami.searchtable.description.FilterLayout;

/** Counts numbers by their buckets, and finds the lowest and the highest. */
public final class NumberCounter implements FacetCounter {

  private final BucketPlan plan;
  private final BigDecimal step;
  private final long[] thresholds;
  private final NotedValues noted;

  /** By bucket: the lowest and the highest of the property at hand. */
  private final long[] lowestOfProperty;

  private final long[] highestOfProperty;
  private long lowest = Long.MAX_VALUE;
  private long highest = Long.MIN_VALUE;

  /**
   * Starts with no count.
   *
   * @param budget tells whether a total, or {@link FacetCounter#NO_TOTAL}, is inside
   */
  public NumberCounter(FilterLayout.Number number, LongPredicate budget) {
    this(BucketPlan.of(number), number.step(), budget);
  }

  NumberCounter(BucketPlan plan, BigDecimal step, LongPredicate budget) {
    this.plan = plan;
    this.step = step;
    thresholds = plan.thresholds();
    noted = new NotedValues(thresholds.length, budget);
    lowestOfProperty = new long[thresholds.length];
    highestOfProperty = new long[thresholds.length];
  }

  @Override
  public void add(long steps, long lowestTotal) {
    int bucket = bucket(steps);
    boolean isFirst = noted.add(bucket, lowestTotal);
    lowestOfProperty[bucket] = isFirst ? steps : Math.min(lowestOfProperty[bucket], steps);
    highestOfProperty[bucket] = isFirst ? steps : Math.max(highestOfProperty[bucket], steps);
  }

  /** Returns the place of the last threshold that is not above a number. */
  private int bucket(long steps) {
    int place = Arrays.binarySearch(thresholds, steps);
    return place >= 0 ? place : -place - 2;
  }

  @Override
  public void endProperty() {
    noted.endProperty(
        bucket -> {
          lowest = Math.min(lowest, lowestOfProperty[bucket]);
          highest = Math.max(highest, highestOfProperty[bucket]);
        });
  }

  @Override
  public FacetResult result() {
    return FacetResult.ofNumbers(plan, step, noted.counts(), lowest, highest);
  }
}
