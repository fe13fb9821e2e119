package tatami.benchmarks.packing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.calendar.NightPrices;

/**
 * Measures how much heap each form keeps per price.
 *
 * <p>Fills a form several times, keeps all of them, and looks at the heap after a collection,
 * before and after: object headers, padding and spare room for growth count, as they do in
 * production. About a second for all forms of a dataset. Not exact to the byte, and meaningless in
 * a JVM that ignores {@code System.gc()} or does much else meanwhile.
 */
public final class PackingSize {

  private static final int COPIES = 10;
  private static final int COLLECTIONS = 3;

  private PackingSize() {}

  /**
   * Measures all forms.
   *
   * @return heap bytes per price by name of the benchmark's method
   */
  public static Map<String, Double> measure(Dataset dataset) {
    NightPrices prices = dataset.prices(PackingBenchmark.SEED);
    Map<String, Double> sizes = new LinkedHashMap<>();
    sizes.put("packedCells", bytesPerPrice(prices, PackedRows::of));
    sizes.put("horizonArrays", bytesPerPrice(prices, HorizonArrays::of));
    sizes.put("dateMaps", bytesPerPrice(prices, DateMaps::of));
    return sizes;
  }

  private static double bytesPerPrice(NightPrices prices, Function<NightPrices, Object> form) {
    List<Object> kept = new ArrayList<>();
    long before = usedBytes();
    for (int copy = 0; copy < COPIES; copy++) {
      kept.add(form.apply(prices));
    }
    long after = usedBytes();
    return (double) (after - before) / ((long) prices.size() * kept.size());
  }

  private static long usedBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
