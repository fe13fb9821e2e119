package tatami.benchmarks.packing;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.calendar.NightPrices;

/**
 * Packs the prices of a feed, one at a time, as they come; an operation is a price.
 *
 * <p>All three forms hold the same prices: that is checked in every fork before anything is timed.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(Dataset.PRICES)
public class PackingBenchmark {

  /** Seed of all calendars. */
  public static final long SEED = 20_260_101;

  /** The prices to pack. */
  @State(Scope.Benchmark)
  public static class Feed {

    /** Which calendars. */
    @Param({"UNIFORM", "REPEATING", "SPARSE"})
    public Dataset dataset;

    NightPrices prices;

    /** Makes the prices and checks that every form gives them back. */
    @Setup
    public void fill() {
      prices = dataset.prices(SEED);
      PackingCheck.compareForms(dataset, prices);
    }
  }

  /** Packs into packed cells. */
  @Benchmark
  public Object packedCells(Feed feed) {
    return PackedRows.of(feed.prices);
  }

  /** Fills arrays of the whole horizon. */
  @Benchmark
  public Object horizonArrays(Feed feed) {
    return HorizonArrays.of(feed.prices);
  }

  /** Fills maps from dates to amounts. */
  @Benchmark
  public Object dateMaps(Feed feed) {
    return DateMaps.of(feed.prices);
  }
}
