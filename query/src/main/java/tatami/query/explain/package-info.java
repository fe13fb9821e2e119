/**
 * How did one search run?
 *
 * <p>The entry type is {@link tatami.query.explain.ExplanationWriter}: it takes the statements that
 * a search has just run, has PostgreSQL run each once more under {@code EXPLAIN}, and writes what
 * came out of it: which table each filter was decided on, the SQL, times, buffers and plans. It
 * runs no search of its own and judges nothing.
 */
package tatami.query.explain;
