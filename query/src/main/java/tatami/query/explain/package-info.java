/**
 * How did one search run?
 *
 * <p>The entry type is {@link tatami.query.explain.ExplanationWriter}: it takes the statements that
 * a search has just run, has PostgreSQL run each once more under {@code EXPLAIN}, and writes what
 * came out of it: which table each filter was decided on, the SQL, times, buffers and plans. Of a
 * search in memory {@link tatami.query.explain.MemoryExplanation} writes how long it took. They run
 * no search of their own and judge nothing.
 */
package tatami.query.explain;
