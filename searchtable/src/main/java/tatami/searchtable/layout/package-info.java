/**
 * How few bytes can a row take: the order of a table's columns.
 *
 * <p>The entry type is {@link tatami.searchtable.layout.ColumnOrder}. It plans and touches no
 * database: type lengths and alignments are handed in, read from {@code pg_type} by whoever creates
 * tables.
 */
package tatami.searchtable.layout;
