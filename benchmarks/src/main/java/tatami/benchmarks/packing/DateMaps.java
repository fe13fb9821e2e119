package tatami.benchmarks.packing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.calendar.NightPrices;

/**
 * The naive baseline: per row a map from dates to amounts.
 *
 * @param rows one map a row
 */
record DateMaps(List<Map<LocalDate, Long>> rows) {

  static DateMaps of(NightPrices prices) {
    List<Map<LocalDate, Long>> rows = new ArrayList<>();
    for (int index = 0; index < prices.size(); index++) {
      if (prices.row(index) == rows.size()) {
        rows.add(new HashMap<>());
      }
      rows.get(prices.row(index)).put(prices.date(index), prices.amount(index));
    }
    return new DateMaps(rows);
  }

  long get(int row, int night) {
    return rows.get(row).getOrDefault(Dataset.FIRST_NIGHT.plusDays(night), Dataset.NO_PRICE);
  }
}
