/**
 * How can the values of one column be held, and which way is the smallest?
 *
 * <p>The entry type is {@link tatami.searchtable.codec.ColumnCodec}. A codec is chosen, not
 * configured: statistics are collected over all rows, every codec that holds the values estimates
 * its bytes a row, and the smallest that the engines read well wins; a catalog may pin another. A
 * codec knows its physical columns, writes values into them, reads them back, and tells of any
 * later value whether it fits.
 *
 * <p>It knows PostgreSQL's types by name and width, and no SQL but the functions that read a
 * calendar's night ({@link tatami.searchtable.codec.CellSql}): what a condition looks like on a
 * codec's columns is written by the engine that reads them.
 */
package tatami.searchtable.codec;
