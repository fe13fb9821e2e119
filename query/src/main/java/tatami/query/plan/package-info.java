/**
 * What does PostgreSQL say that it does for a statement?
 *
 * <p>The entry type is {@link tatami.query.plan.PlanNode}: it reads what {@code EXPLAIN (FORMAT
 * JSON)} answers, with {@code ANALYZE} and without; {@link tatami.query.plan.PlanTree} writes it
 * for people. Neither asks PostgreSQL anything, and neither judges a plan.
 */
package tatami.query.plan;
