package tatami.benchmarks.packing;

import java.util.Arrays;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.calendar.NightPrices;

/** Checks that packed rows and baselines hold the same price, or none, for every night. */
final class PackingCheck {

  private PackingCheck() {}

  /**
   * Compares all forms with the prices themselves.
   *
   * @throws IllegalStateException at the first night where they differ
   */
  static void compareForms(Dataset dataset, NightPrices prices) {
    PackedRows packed = PackedRows.of(prices);
    HorizonArrays arrays = HorizonArrays.of(prices);
    DateMaps maps = DateMaps.of(prices);
    long[][] expected = expected(prices);
    for (int row = 0; row < expected.length; row++) {
      for (int night = 0; night < Dataset.NIGHTS; night++) {
        long amount = expected[row][night];
        if (packed.get(row, night) != amount
            || arrays.get(row, night) != amount
            || maps.get(row, night) != amount) {
          throw new IllegalStateException(
              String.format(
                  "packed and plain prices differ: dataset=%s, row=%d, night=%d, expected=%d,"
                      + " packed=%d, arrays=%d, maps=%d",
                  dataset,
                  row,
                  night,
                  amount,
                  packed.get(row, night),
                  arrays.get(row, night),
                  maps.get(row, night)));
        }
      }
    }
  }

  private static long[][] expected(NightPrices prices) {
    long[][] expected = new long[prices.rowCount()][Dataset.NIGHTS];
    for (long[] row : expected) {
      Arrays.fill(row, Dataset.NO_PRICE);
    }
    for (int index = 0; index < prices.size(); index++) {
      expected[prices.row(index)][prices.night(index)] = prices.amount(index);
    }
    return expected;
  }
}
