package tatami.ingest.synthetic;

import java.util.SplittableRandom;

/**
 * How many plans each hotel has: together exactly as many as asked, skewed.
 *
 * <p>One hotel in 25 has none, never the first. The others have one, and share what is left by
 * weights of 1 / (u + 0.005) with u uniform in [0, 1): the median hotel has less than half of the
 * average, the largest about thirty times as many, up to {@link RyokanSize#MOST_PLANS}. The running
 * sum of shares is rounded, not each hotel's share, so that the total is exact.
 */
final class PlanCounts {

  private final int[] counts;
  private final double[] weights;

  PlanCounts(RyokanSize size, SplittableRandom random) {
    counts = new int[size.hotels()];
    weights = new double[size.hotels()];
    long left = (long) size.hotels() * size.plansPerHotel();
    for (int hotel = 0; hotel < counts.length; hotel++) {
      boolean sells = random.nextInt(25) > 0 || hotel == 0;
      double weight = 1 / (random.nextDouble() + 0.005);
      counts[hotel] = sells ? 1 : 0;
      weights[hotel] = sells ? weight : 0;
      left -= counts[hotel];
    }
    left = fillTheLargest(left);
    left = share(left);
    top(left);
  }

  int get(int hotel) {
    return counts[hotel];
  }

  /** Fills hotels whose share is above the bound, until there is none; returns what is left. */
  private long fillTheLargest(long plans) {
    long left = plans;
    boolean isAnyAbove = true;
    while (isAnyAbove) {
      isAnyAbove = false;
      double sum = sumOfWeights();
      long shared = left;
      for (int hotel = 0; hotel < counts.length; hotel++) {
        long room = RyokanSize.MOST_PLANS - counts[hotel];
        if (weights[hotel] > 0 && weights[hotel] / sum * shared >= room && left >= room) {
          counts[hotel] += (int) room;
          weights[hotel] = 0;
          left -= room;
          isAnyAbove = true;
        }
      }
    }
    return left;
  }

  private long share(long plans) {
    double sum = sumOfWeights();
    double weightUpTo = 0;
    long given = 0;
    for (int hotel = 0; hotel < counts.length; hotel++) {
      weightUpTo += weights[hotel];
      long target = sum > 0 ? Math.round(weightUpTo / sum * plans) : 0;
      long more = Math.min(target - given, RyokanSize.MOST_PLANS - counts[hotel]);
      counts[hotel] += (int) (weights[hotel] > 0 ? more : 0);
      given += weights[hotel] > 0 ? more : 0;
    }
    return plans - given;
  }

  /** Gives what no share had room for to the first hotels that have some. */
  private void top(long plans) {
    long left = plans;
    for (int hotel = 0; left > 0; hotel++) {
      long more = Math.min(left, RyokanSize.MOST_PLANS - counts[hotel]);
      counts[hotel] += (int) more;
      left -= more;
    }
  }

  private double sumOfWeights() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
