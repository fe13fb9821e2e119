package tatami.benchmarks.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.calendar.NightPrices;
import tatami.benchmarks.packing.PackingBenchmark.Feed;

/** One invocation of every benchmark, its content compared with {@code expected.csv}. */
class PackingBenchmarkTest {

  private final PackingBenchmark benchmark = new PackingBenchmark();

  @Test
  void everyFormHoldsTheExpectedPrices() throws IOException {
    List<String> packed = header();
    List<String> arrays = header();
    List<String> maps = header();
    for (Dataset dataset : Dataset.values()) {
      Feed feed = feed(dataset);
      packed.add(line(feed, ((PackedRows) benchmark.packedCells(feed))::get));
      arrays.add(line(feed, ((HorizonArrays) benchmark.horizonArrays(feed))::get));
      maps.add(line(feed, ((DateMaps) benchmark.dateMaps(feed))::get));
    }
    List<String> expected = expected();
    assertThat(packed).isEqualTo(expected);
    assertThat(arrays).isEqualTo(expected);
    assertThat(maps).isEqualTo(expected);
  }

  @Test
  void packedCellsKeepLessThanArraysAndArraysLessThanMaps() {
    for (Dataset dataset : Dataset.values()) {
      assertThat(List.copyOf(PackingSize.measure(dataset).values()))
          .as(dataset.name())
          .isSorted()
          .allMatch(bytes -> bytes > 1 && bytes < 100);
    }
  }

  @Test
  void aPriceThatIsNotThereIsMissingInEveryForm() {
    NightPrices sparse = Dataset.SPARSE.prices(PackingBenchmark.SEED);
    PackingCheck.compareForms(Dataset.SPARSE, sparse);
    int night = 0;
    while (sparse.night(night) == night) {
      night++;
    }
    assertThat(PackedRows.of(sparse).get(0, night)).isEqualTo(Dataset.NO_PRICE);
    assertThat(HorizonArrays.of(sparse).get(0, night)).isEqualTo(Dataset.NO_PRICE);
    assertThat(DateMaps.of(sparse).get(0, night)).isEqualTo(Dataset.NO_PRICE);
  }

  @Test
  void theSameSeedGivesTheSameCalendarAndAnotherSeedAnother() {
    assertThat(Dataset.UNIFORM.calendar(1, 0)).isEqualTo(Dataset.UNIFORM.calendar(1, 0));
    assertThat(Dataset.UNIFORM.calendar(1, 0)).isNotEqualTo(Dataset.UNIFORM.calendar(2, 0));
  }

  @Test
  void theHorizonBoundsEveryForm() {
    HorizonArrays arrays = HorizonArrays.of(Dataset.UNIFORM.prices(1));
    assertThatThrownBy(() -> arrays.get(0, Dataset.NIGHTS))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThat(PackedRows.of(Dataset.UNIFORM.prices(1)).get(0, Dataset.NIGHTS))
        .isEqualTo(Dataset.NO_PRICE);
  }

  /** How a form is read. */
  private interface Reading {
    long get(int row, int night);
  }

  private static Feed feed(Dataset dataset) {
    Feed feed = new Feed();
    feed.dataset = dataset;
    feed.fill();
    return feed;
  }

  private static List<String> header() {
    return new ArrayList<>(List.of("dataset,rows,prices,sum,checksum"));
  }

  private static String line(Feed feed, Reading form) {
    long prices = 0;
    long sum = 0;
    long checksum = 0;
    int rows = feed.prices.rowCount();
    for (int row = 0; row < rows; row++) {
      for (int night = 0; night < Dataset.NIGHTS; night++) {
        long amount = form.get(row, night);
        checksum = checksum * 31 + amount;
        prices += amount == Dataset.NO_PRICE ? 0 : 1;
        sum += amount == Dataset.NO_PRICE ? 0 : amount;
      }
    }
    return feed.dataset + "," + rows + "," + prices + "," + sum + "," + checksum;
  }

  private static List<String> expected() throws IOException {
    try (InputStream file = PackingBenchmarkTest.class.getResourceAsStream("expected.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
