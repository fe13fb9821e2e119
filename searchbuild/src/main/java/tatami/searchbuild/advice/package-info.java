/**
 * What should a person add to, or drop from, a database that has been searched for a while?
 *
 * <p>The entry type is {@link tatami.searchbuild.advice.DatabaseAdvisor}. It reads PostgreSQL's
 * cumulative statistics, and the statements that {@code pg_stat_statements} counted where that is
 * there, of the schemas that live and kept releases use. An index is weighed by the rule that the
 * builder follows ({@link tatami.searchtable.layout.IndexPlan}), so nothing is proposed that the
 * builder has decided against.
 *
 * <p>It changes nothing, and it runs no search: what was never searched it says nothing about.
 */
package tatami.searchbuild.advice;
