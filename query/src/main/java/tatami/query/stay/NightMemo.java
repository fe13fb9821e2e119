package tatami.query.stay;

import java.util.Arrays;

/**
 * Remembers what nights cost whose cells were alike: real calendars repeat a few prices, and to
 * find the cheapest split of a party takes far longer than to read some cells. It holds 64 nights,
 * each in the one place that its cells lead to. Not thread-safe.
 */
final class NightMemo {

  private static final int PLACES = 64;

  private final long[][] cells = new long[PLACES][];
  private final long[] totals = new long[PLACES];
  private long[] asked = new long[0];
  private int place;
  private SplitTariff tariff;
  private int fewestHeads;
  private int mostHeads;
  private int largestOccupancy;

  /** Turns to an offer. Where any of these differs from the last one's, all is forgotten. */
  void turnTo(SplitTariff tariff, int fewestHeads, int mostHeads, int largestOccupancy) {
    if (tariff != this.tariff
        || fewestHeads != this.fewestHeads
        || mostHeads != this.mostHeads
        || largestOccupancy != this.largestOccupancy) {
      Arrays.fill(cells, null);
    }
    this.tariff = tariff;
    this.fewestHeads = fewestHeads;
    this.mostHeads = mostHeads;
    this.largestOccupancy = largestOccupancy;
  }

  /**
   * Looks a night up.
   *
   * @param tables the price tables that matter
   * @param rows by the place of the table: its cells of some nights
   * @param night place of the night among them
   * @return whether a night with such cells is known
   */
  boolean find(int[] tables, long[][] rows, int night) {
    if (asked.length != tables.length) {
      asked = new long[tables.length];
    }
    for (int index = 0; index < tables.length; index++) {
      asked[index] = rows[tables[index]][night];
    }
    int hash = Arrays.hashCode(asked);
    place = (hash ^ hash >>> 16 ^ hash >>> 8) & PLACES - 1;
    return Arrays.equals(cells[place], asked);
  }

  /** Returns the total of the night that was looked up, if it is known. */
  long known() {
    return totals[place];
  }

  /** Remembers the total of the night that was looked up. */
  void remember(long total) {
    cells[place] = asked.clone();
    totals[place] = total;
  }
}
