package tatami.query.mirror.column;

import java.util.Arrays;
import tatami.query.facet.BucketPlan;
import tatami.query.stay.Offers;

/** The bucket of each row's number: the buckets of a filter are the same for every search. */
public final class BucketColumn {

  /** Stands for a row without a number. */
  public static final int ABSENT = -1;

  private final BucketPlan plan;
  private final long[] thresholds;
  private final byte[] buckets;

  /** Sorts the numbers of a column into the buckets of a plan. */
  public BucketColumn(BucketPlan plan, NumberColumn numbers, int rows) {
    this.plan = plan;
    thresholds = plan.thresholds();
    buckets = new byte[rows];
    for (int row = 0; row < rows; row++) {
      buckets[row] = bucket(numbers.at(row));
    }
  }

  private byte bucket(long steps) {
    if (steps == Offers.ABSENT) {
      return ABSENT;
    }
    int place = Arrays.binarySearch(thresholds, steps);
    return (byte) (place >= 0 ? place : -place - 2);
  }

  /** Returns the plan of the buckets. */
  public BucketPlan plan() {
    return plan;
  }

  /** Returns how many buckets there are. */
  public int size() {
    return thresholds.length;
  }

  /** Returns the bucket of a row, from 0, or {@link #ABSENT}. */
  public int at(int row) {
    return buckets[row];
  }
}
