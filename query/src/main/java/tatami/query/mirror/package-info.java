/**
 * The memory engine: a release as columns in the heap.
 *
 * <p>The entry type is {@link tatami.query.mirror.Mirror}. It is a copy of the release's search
 * tables, loaded by {@code tatami.query.mirror.load}; master rows stay in PostgreSQL.
 */
package tatami.query.mirror;
