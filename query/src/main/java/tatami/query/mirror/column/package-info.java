/**
 * What is known of a row?
 *
 * <p>Columns of the two search tables in memory: values by row for whoever reads rows, and rows by
 * value ({@link tatami.query.mirror.bits.RowSet}) for whoever filters or counts.
 */
package tatami.query.mirror.column;
