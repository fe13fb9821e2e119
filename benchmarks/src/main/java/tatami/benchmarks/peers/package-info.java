/**
 * How much faster is the product than what else one would take: a normalised schema, DuckDB,
 * Lucene?
 *
 * <p>The entry type is {@link tatami.benchmarks.peers.PeerComparison}. It rebuilds generated feeds
 * into a release, loads every peer with the same rows, and asks all of them the same seeded
 * searches: equal answers first, then times in turn. Each peer is made by hand for {@code
 * catalogs/ryokan} and for parties of adults in one room; none is a second engine. {@code
 * docs/peers.md} shows their schemas.
 */
package tatami.benchmarks.peers;
