/**
 * How few bytes can a row take, and which column pays for an index?
 *
 * <p>{@link tatami.searchtable.layout.ColumnOrder} orders a table's columns; {@link
 * tatami.searchtable.layout.IndexPlan} decides from {@link tatami.searchtable.layout.IndexEvidence}
 * whether a column gets an index. Both plan and touch no database: type lengths, alignments and
 * shares are handed in, read from PostgreSQL or from the data by whoever creates tables.
 */
package tatami.searchtable.layout;
