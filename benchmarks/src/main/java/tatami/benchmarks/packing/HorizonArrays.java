package tatami.benchmarks.packing;

import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.calendar.NightPrices;

/**
 * The honest baseline: per row an amount a night of the horizon, and whether there is one.
 *
 * @param amounts amounts by row and night, 0 where there is none
 * @param priced which nights have one, by row and night
 */
record HorizonArrays(long[][] amounts, boolean[][] priced) {

  static HorizonArrays of(NightPrices prices) {
    long[][] amounts = new long[prices.rowCount()][];
    boolean[][] priced = new boolean[prices.rowCount()][];
    for (int index = 0; index < prices.size(); index++) {
      int row = prices.row(index);
      if (amounts[row] == null) {
        amounts[row] = new long[Dataset.NIGHTS];
        priced[row] = new boolean[Dataset.NIGHTS];
      }
      amounts[row][prices.night(index)] = prices.amount(index);
      priced[row][prices.night(index)] = true;
    }
    return new HorizonArrays(amounts, priced);
  }

  long get(int row, int night) {
    return priced[row][night] ? amounts[row][night] : Dataset.NO_PRICE;
  }
}
