/**
 * The peers that live in PostgreSQL: the product's {@code sql} engine, asked as a caller would ask
 * it, and the normalised schema.
 *
 * <p>The entry types are {@link tatami.benchmarks.peers.postgres.ServicePeer} and {@link
 * tatami.benchmarks.peers.postgres.NormalisedPeer}.
 */
package tatami.benchmarks.peers.postgres;
