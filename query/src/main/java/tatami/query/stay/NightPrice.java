package tatami.query.stay;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one night costs: counts of price cells, shares of cells, and a fixed amount. Immutable.
 *
 * <p>Cells are at most 10¹³ minor units, so that sums stay inside 64 bits for every party and every
 * horizon; a share of many times the cell may leave them, which is an {@link ArithmeticException}.
 */
public final class NightPrice {

  private static final long WHOLE = 10_000;
  private static final long HALF = 5_000;
  private static final long MOST_CELL = 10_000_000_000_000L;

  private final long fixed;
  private final int[] tables;
  private final long[] counts;
  private final long[][] shares;
  private final long[][] shareCounts;

  private NightPrice(Sum sum) {
    fixed = sum.fixed;
    tables = sum.tables().stream().mapToInt(Integer::intValue).toArray();
    counts = new long[tables.length];
    shares = new long[tables.length][];
    shareCounts = new long[tables.length][];
    for (int index = 0; index < tables.length; index++) {
      counts[index] = sum.cells.getOrDefault(tables[index], 0L);
      SortedMap<Long, Long> ofTable = sum.shares.getOrDefault(tables[index], new TreeMap<>());
      shares[index] = ofTable.keySet().stream().mapToLong(Long::longValue).toArray();
      shareCounts[index] = ofTable.values().stream().mapToLong(Long::longValue).toArray();
    }
  }

  /**
   * Returns the places of the price tables whose cells some prices read, each once, ascending.
   *
   * @param prices may be null
   */
  static int[] tables(Stream<NightPrice> prices) {
    return prices
        .filter(Objects::nonNull)
        .flatMapToInt(price -> IntStream.of(price.tables))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Returns the places of the price tables whose cells it reads, ascending. Not to be changed. */
  public int[] tables() {
    return tables;
  }

  /**
   * Returns the price of a night in minor units, {@link NightCells#MISSING} where a cell is
   * missing.
   *
   * @param rows by the place of the table: its cells of nights that follow each other
   * @param night place of the night among them
   * @throws ArithmeticException when it is beyond 64 bits
   */
  long at(long[][] rows, int night) {
    long sum = fixed;
    for (int index = 0; index < tables.length; index++) {
      long cell = rows[tables[index]][night];
      if (cell < 0) {
        return NightCells.MISSING;
      }
      sum = plus(index, sum, cell);
    }
    return sum;
  }

  /** Tells whether a night costs one cell so many times, and nothing else. */
  public boolean isOneCell() {
    return tables.length == 1 && shares[0].length == 0 && fixed == 0;
  }

  /** Returns how many times a night costs the cell of its only table. */
  public long cellCount() {
    return counts[0];
  }

  /**
   * Tells whether stays of some nights cost what has 64 bits, whatever the cells are.
   *
   * @param nights of the longest stay
   */
  boolean isBounded(int nights) {
    double most = fixed;
    for (int index = 0; index < tables.length; index++) {
      most += MOST_CELL * counts[index];
      for (int share = 0; share < shares[index].length; share++) {
        double part = (double) MOST_CELL / WHOLE * shares[index][share] + 1;
        most += part * shareCounts[index][share];
      }
    }
    return most * nights < Long.MAX_VALUE / 2.0;
  }

  /**
   * Returns the same.
   *
   * @param prices by the place of their table
   * @param offer surrogate of the offer
   * @param night from 0 for the horizon's first
   * @throws ArithmeticException when it is beyond 64 bits
   */
  public long at(NightCells[] prices, int offer, int night) {
    long sum = fixed;
    for (int index = 0; index < tables.length; index++) {
      long cell = prices[tables[index]].at(offer, night);
      if (cell < 0) {
        return NightCells.MISSING;
      }
      sum = plus(index, sum, cell);
    }
    return sum;
  }

  /**
   * Finds the lowest and the highest price of some nights that have one of at most 64 bits.
   *
   * @param rows by the place of the table: its cells of nights that follow each other
   * @param closed of each night {@link NightCells#MISSING} to leave it out, else 0
   * @param nights how many
   * @return null where no night has a price
   */
  long[] range(long[][] rows, long[] closed, int nights) {
    try {
      return tables.length == 1
          ? rangeOfCells(rows[tables[0]], closed, nights)
          : rangeOfSums(rows, closed, nights);
    } catch (ArithmeticException highestBeyondLong) {
      return rangeOfSums(rows, closed, nights);
    }
  }

  /** A price of one table grows with its cell: the lowest and the highest one are enough. */
  private long[] rangeOfCells(long[] row, long[] closed, int nights) {
    long lowest = Long.MAX_VALUE;
    long highest = NightCells.MISSING;
    for (int night = 0; night < nights; night++) {
      long cell = row[night] | closed[night];
      lowest = Math.min(lowest, cell & Long.MAX_VALUE);
      highest = Math.max(highest, cell);
    }
    return highest == NightCells.MISSING
        ? null
        : new long[] {plus(0, fixed, lowest), plus(0, fixed, highest)};
  }

  private long[] rangeOfSums(long[][] rows, long[] closed, int nights) {
    long lowest = Long.MAX_VALUE;
    long highest = NightCells.MISSING;
    for (int night = 0; night < nights; night++) {
      long sum = closed[night] == NightCells.MISSING ? NightCells.MISSING : sum(rows, night);
      lowest = Math.min(lowest, sum & Long.MAX_VALUE);
      highest = Math.max(highest, sum);
    }
    return highest == NightCells.MISSING ? null : new long[] {lowest, highest};
  }

  /** Returns the price of a night, missing where it is beyond 64 bits. */
  private long sum(long[][] rows, int night) {
    try {
      return at(rows, night);
    } catch (ArithmeticException beyondLong) {
      return NightCells.MISSING;
    }
  }

  /** Adds what a cell of a table costs. */
  private long plus(int index, long sum, long cell) {
    long result = Math.addExact(sum, Math.multiplyExact(counts[index], cell));
    long[] ofTable = shares[index];
    for (int share = 0; share < ofTable.length; share++) {
      long part = share(cell, ofTable[share]);
      result = Math.addExact(result, Math.multiplyExact(shareCounts[index][share], part));
    }
    return result;
  }

  /** Returns basis points of an amount, rounded half up; exact where the result has 64 bits. */
  static long share(long amount, long basisPoints) {
    long whole = Math.multiplyExact(amount / WHOLE, basisPoints);
    long rest = Math.multiplyExact(amount % WHOLE, basisPoints);
    return Math.addExact(whole, Math.addExact(rest, HALF) / WHOLE);
  }

  /** Adds up a price of a night. */
  static final class Sum {

    private final SortedMap<Integer, Long> cells = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Long, Long>> shares = new TreeMap<>();
    private long fixed;

    /** Adds a cell of a table. */
    void addCell(int table) {
      cells.merge(table, 1L, Long::sum);
    }

    /** Adds basis points of a cell of a table. */
    void addShare(int table, long basisPoints) {
      shares.computeIfAbsent(table, each -> new TreeMap<>()).merge(basisPoints, 1L, Long::sum);
    }

    /** Adds minor units. */
    void addAmount(long amount) {
      fixed = Math.addExact(fixed, amount);
    }

    /** Returns the price. */
    NightPrice price() {
      return new NightPrice(this);
    }

    private SortedSet<Integer> tables() {
      SortedSet<Integer> tables = new TreeSet<>(cells.keySet());
      tables.addAll(shares.keySet());
      return tables;
    }
  }
}
