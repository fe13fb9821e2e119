package tatami.ingest.synthetic;

import java.util.SplittableRandom;

/**
 * How many plans each hotel has: at least one, together exactly as many as asked, skewed.
 *
 * <p>A hotel's weight is 1 / (u + 0.02) with u uniform in [0, 1): the median hotel has half the
 * average, the largest about thirteen times as many. The running sum of weights is rounded, not
 * each hotel's share, so that the total is exact.
 */
final class PlanCounts {

  private final int[] counts;

  PlanCounts(RyokanSize size, SplittableRandom random) {
    double[] weightsUpTo = new double[size.hotels()];
    double sum = 0;
    for (int hotel = 0; hotel < weightsUpTo.length; hotel++) {
      sum += 1 / (random.nextDouble() + 0.02);
      weightsUpTo[hotel] = sum;
    }
    long beyondTheFirst = (long) size.hotels() * (size.plansPerHotel() - 1);
    counts = new int[size.hotels()];
    long given = 0;
    for (int hotel = 0; hotel < counts.length; hotel++) {
      long givenUpTo = Math.round(weightsUpTo[hotel] / sum * beyondTheFirst);
      counts[hotel] = 1 + (int) (givenUpTo - given);
      given = givenUpTo;
    }
  }

  int get(int hotel) {
    return counts[hotel];
  }
}
