/**
 * Packed columns: one row's values over the nights of a horizon, as fixed-width cells.
 *
 * <p>The entry type is {@link tatami.searchtable.packing.PackedCells}. It holds one row while a
 * feed is read or a release is filled; it knows neither dates nor tables.
 */
package tatami.searchtable.packing;
