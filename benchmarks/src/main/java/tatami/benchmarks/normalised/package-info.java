/**
 * How much faster is the product than a normalised schema with the same rules?
 *
 * <p>The entry type is {@link tatami.benchmarks.normalised.NormalisedComparison}. It rebuilds
 * generated feeds into a release, makes tables with a row for each night and covering indexes from
 * the same master rows, and asks both the same seeded searches: equal answers first, then times in
 * turn. The SQL is written by hand for {@code catalogs/ryokan} and for parties of adults in one
 * room; it is no second engine.
 */
package tatami.benchmarks.normalised;
