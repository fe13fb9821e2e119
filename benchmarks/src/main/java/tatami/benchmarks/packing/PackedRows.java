package tatami.benchmarks.packing;

import tatami.benchmarks.calendar.NightPrices;
import tatami.searchtable.packing.PackedCells;

/**
 * What is measured: per row the main code's packed cells.
 *
 * @param rows one a row
 */
record PackedRows(PackedCells[] rows) {

  static PackedRows of(NightPrices prices) {
    PackedCells[] rows = new PackedCells[prices.rowCount()];
    for (int index = 0; index < prices.size(); index++) {
      int row = prices.row(index);
      if (rows[row] == null) {
        rows[row] = new PackedCells();
      }
      rows[row].set(prices.night(index), prices.amount(index));
    }
    return new PackedRows(rows);
  }

  long get(int row, int night) {
    return rows[row].get(night);
  }
}
