/**
 * Packing: how fast do prices become packed rows, and how many bytes does a price take?
 *
 * <p>The entry type is {@link tatami.benchmarks.packing.PackingBenchmark}. What is measured is the
 * main code's {@link tatami.searchtable.packing.PackedCells}. It is compared with what one writes
 * without thinking, a map from dates to numbers a row ({@code DateMaps}), and with what one writes
 * after thinking for a minute, an array of the whole horizon a row ({@code HorizonArrays}). The
 * second one is the honest baseline: it knows the horizon in advance, which packed cells do not.
 * Neither reading of files nor writing to a database is part of it.
 */
package tatami.benchmarks.packing;
