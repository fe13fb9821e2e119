/**
 * How does SQL read what a codec wrote?
 *
 * <p>The entry type is {@link tatami.searchtable.expression.NumberExpression}. Builder and query
 * side both need these texts: the one to check a release, the other to search it. Expressions on a
 * search table's columns never cast a column, so that an index on it stays usable and a row costs
 * no conversion. No driver is known here.
 */
package tatami.searchtable.expression;
