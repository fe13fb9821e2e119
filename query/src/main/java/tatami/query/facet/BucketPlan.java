package tatami.query.facet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tatami.searchtable.description.FilterLayout;

/**
 * The buckets of numbers; those of a filter are the same for every search in a release.
 *
 * <p>All are equally wide: 1, 2 or 5 times a power of ten, the narrowest that needs at most about
 * ten buckets and is not narrower than the data's own step. Each holds its lower edge; the last one
 * holds its upper edge too.
 */
public final class BucketPlan {

  private static final int MOST_BUCKETS = 10;
  private static final int[] NICE = {1, 2, 5};

  private final List<BigDecimal> edges;
  private final long[] thresholds;

  private BucketPlan(List<BigDecimal> edges, BigDecimal step) {
    this.edges = List.copyOf(edges);
    this.thresholds =
        edges.stream()
            .limit(Math.max(0, edges.size() - 1L))
            .mapToLong(edge -> edge.divide(step, 0, RoundingMode.CEILING).longValueExact())
            .toArray();
  }

  /** Plans the buckets of a number; none where no row has a value. */
  public static BucketPlan of(FilterLayout.Number number) {
    return number.bounds().isEmpty()
        ? new BucketPlan(List.of(), number.step())
        : of(number.bounds().get(0), number.bounds().get(1), number.step(), MOST_BUCKETS);
  }

  /**
   * Plans the buckets of numbers between two.
   *
   * @param most about how many there are at most
   */
  static BucketPlan of(BigDecimal lowest, BigDecimal highest, BigDecimal step, int most) {
    BigDecimal width = width(highest.subtract(lowest), step, most);
    List<BigDecimal> edges = new ArrayList<>();
    BigDecimal edge = lowest.divide(width, 0, RoundingMode.FLOOR).multiply(width);
    edges.add(edge);
    do {
      edge = edge.add(width);
      edges.add(edge);
    } while (edge.compareTo(highest) < 0);
    return new BucketPlan(edges, step);
  }

  /** Returns the lowest step of each bucket, ascending: bucket 1 starts at the first one. */
  public long[] thresholds() {
    return thresholds.clone();
  }

  /** Returns the lower edge of a bucket, from 1. */
  public BigDecimal from(int bucket) {
    return edges.get(bucket - 1);
  }

  /** Returns the upper edge of a bucket, from 1. */
  public BigDecimal to(int bucket) {
    return edges.get(bucket);
  }

  private static BigDecimal width(BigDecimal range, BigDecimal step, int most) {
    BigDecimal least = range.divide(BigDecimal.valueOf(most)).max(step);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
    for (int nice : NICE) {
      BigDecimal width = power.multiply(BigDecimal.valueOf(nice));
      if (width.compareTo(least) >= 0) {
        return width;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }
}
