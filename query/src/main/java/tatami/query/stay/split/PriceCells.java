package tatami.query.stay.split;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Prices by cell, summed over all nights and, where asked for, night by night. Works in arrays that
 * it keeps from offer to offer; a cell that was not read holds what an offer before left there. Not
 * thread-safe.
 */
final class PriceCells {

  private final long[] sums;
  private long[] nightly = {};
  private int nights;
  private int nightsKept;

  /** Makes room for so many cells. */
  PriceCells(int cells) {
    sums = new long[cells];
  }

  /**
   * Turns to another offer.
   *
   * @param isNightly whether nights are kept apart
   */
  void open(int newNights, boolean isNightly) {
    nights = newNights;
    nightsKept = isNightly ? nights : 0;
    if (nightly.length < nightsKept * sums.length) {
      nightly = new long[nightsKept * sums.length];
    }
  }

  /** Reads the price of a cell for each night; one that is missing makes the sum missing. */
  void read(int cell, IntToLongFunction priceOfNight) {
    long sum = 0;
    for (int night = 0; night < nights && sum != SplitCosts.NONE; night++) {
      long price = priceOfNight.applyAsLong(night);
      sum = plus(sum, price);
      if (nightsKept > 0) {
        nightly[night * sums.length + cell] = price;
      }
    }
    sums[cell] = sum;
  }

  private static long plus(long sum, long price) {
    if (price < 0) {
      return SplitCosts.NONE;
    }
    if (price > SplitPrices.LARGEST - sum) {
      throw new ArithmeticException("a price of all nights is above " + SplitPrices.LARGEST);
    }
    return sum + price;
  }

  /** Returns the sum of all nights, {@link SplitCosts#NONE} where a price is missing. */
  long sum(int cell) {
    return sums[cell];
  }

  /**
   * Returns the sum of nights, each times its weight; {@link SplitCosts#NONE} where one is missing.
   *
   * @param weights by night; null where each counts once
   */
  long cost(int cell, int[] weights) {
    if (weights == null || sums[cell] == SplitCosts.NONE) {
      return sums[cell];
    }
    long cost = 0;
    for (int night = 0; night < nightsKept; night++) {
      cost += weights[night] * nightly[night * sums.length + cell];
    }
    return cost;
  }

  /**
   * Adds a cell so many times to each night that is kept apart, or to the one that stands for all.
   * A cell that is taken no time may lack its price.
   */
  void add(int cell, int count, long[] totals) {
    if (count == 0) {
      return;
    }
    if (nightsKept == 0) {
      totals[0] += count * sums[cell];
    }
    for (int night = 0; night < nightsKept; night++) {
      totals[night] += count * nightly[night * sums.length + cell];
    }
  }

  /** Says whether two cells cost the same on each night that is kept apart, and in all. */
  boolean areAlike(int cell, int other) {
    boolean areAlike = sums[cell] == sums[other];
    for (int night = 0; night < nightsKept && areAlike; night++) {
      int first = night * sums.length;
      areAlike = nightly[first + cell] == nightly[first + other];
    }
    return areAlike;
  }

  /** Lists all prices of cells from one on up to another, that one not included. */
  LongStream list(int from, int to) {
    LongStream byNight =
        IntStream.range(0, nightsKept)
            .map(night -> night * sums.length)
            .mapToObj(first -> Arrays.stream(nightly, first + from, first + to))
            .flatMapToLong(each -> each);
    return LongStream.concat(Arrays.stream(sums, from, to), byNight);
  }
}
