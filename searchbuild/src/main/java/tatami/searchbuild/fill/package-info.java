/**
 * How do numbered rows become the tables of a release?
 *
 * <p>The entry type is {@link tatami.searchbuild.fill.ReleaseFill}: it creates the schema, fills
 * every table by COPY BINARY, then adds keys and indexes and analyses. Column order comes from
 * {@code searchtable.layout}, widths from measured values. It keeps the SQL that it ran, and moves
 * no pointer.
 *
 * <p>Packed calendars are read from the master tables row by row, cut to the release's horizon and
 * written again: never more than one row of each is in memory.
 */
package tatami.searchbuild.fill;
