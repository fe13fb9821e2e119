package tatami.searchtable.codec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the numbers of one column are like. Collected once over all rows; not thread-safe.
 *
 * <p>Distinct values are counted up to {@link #MOST_COUNTED}; beyond, shares are those of the
 * values that were seen first, and {@link #isCounted} is false.
 */
public final class NumberStatistics {

  /** Most distinct values that are counted one by one. */
  public static final int MOST_COUNTED = 100_000;

  private final Map<Long, int[]> counts = new HashMap<>();
  private long rows;
  private long absent;
  private long lowest;
  private long highest;
  private int lowestRow;
  private int highestRow;
  private long step;
  private boolean isCounted = true;

  /** Takes the value of a row; null = absent. */
  public void collect(int row, Long value) {
    rows++;
    if (value == null) {
      absent++;
      return;
    }
    if (!hasValues()) {
      lowest = value;
      highest = value;
      lowestRow = row;
      highestRow = row;
    }
    step = divisor(step, value - lowest);
    if (value < lowest) {
      lowest = value;
      lowestRow = row;
    }
    if (value > highest) {
      highest = value;
      highestRow = row;
    }
    count(value);
  }

  private void count(long value) {
    int[] known = counts.get(value);
    if (known != null) {
      known[0]++;
    } else if (counts.size() < MOST_COUNTED) {
      counts.put(value, new int[] {1});
    } else {
      isCounted = false;
    }
  }

  private static long divisor(long left, long right) {
    long a = Math.abs(left);
    long b = Math.abs(right);
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** Returns how many rows there are. */
  public long rows() {
    return rows;
  }

  /** Returns the share of rows without a value, 0 where there are no rows. */
  public double absentShare() {
    return rows == 0 ? 0 : (double) absent / rows;
  }

  /** Tells whether some row lacks a value. */
  public boolean hasAbsent() {
    return absent > 0;
  }

  /** Tells whether some row has a value. */
  public boolean hasValues() {
    return !counts.isEmpty();
  }

  /** Returns the lowest value; 0 without values. */
  public long lowest() {
    return lowest;
  }

  /** Returns the highest value; 0 without values. */
  public long highest() {
    return highest;
  }

  /** Returns a row with the lowest value. */
  int lowestRow() {
    return lowestRow;
  }

  /** Returns a row with the highest value. */
  public int highestRow() {
    return highestRow;
  }

  /** Returns the greatest number that divides all differences, at least 1. */
  public long step() {
    return Math.max(1, step);
  }

  /** Returns how many distinct values there are, as far as they were counted. */
  public int distinct() {
    return counts.size();
  }

  /** Tells whether every distinct value was counted. */
  public boolean isCounted() {
    return isCounted;
  }

  /** Returns the most frequent value; null without values. */
  public Long mostFrequent() {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue((left, right) -> Integer.compare(left[0], right[0])))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Returns the share of rows that have the most frequent value. */
  public double mostFrequentShare() {
    return rows == 0
        ? 0
        : counts.values().stream().mapToInt(count -> count[0]).max().orElse(0) / (double) rows;
  }

  /** Returns the share of rows that each counted value has. */
  public Map<Long, Double> shares() {
    Map<Long, Double> shares = new HashMap<>();
    counts.forEach((value, count) -> shares.put(value, count[0] / (double) rows));
    return shares;
  }

  /** Returns the figures by name, for a report. */
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("absent_share", absentShare());
    if (hasValues()) {
      figures.put("lowest", lowest);
      figures.put("highest", highest);
      figures.put("step", step());
      figures.put("distinct", distinct());
      figures.put("most_frequent_share", mostFrequentShare());
    }
    return figures;
  }
}
