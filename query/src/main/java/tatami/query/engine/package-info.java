/**
 * What executes a search?
 *
 * <p>The entry type is {@link tatami.query.engine.Engine}: the search tables in PostgreSQL ({@code
 * tatami.query.sql}), or a copy of them in memory ({@code tatami.query.mirror}). Both take a {@link
 * tatami.query.engine.SearchPlan} and give a {@link tatami.query.engine.FoundPage}, the same for
 * the same question.
 *
 * <p>What both have in common is here: {@link tatami.query.engine.PageSearch} judges, orders and
 * counts rows that an engine has filtered.
 */
package tatami.query.engine;
