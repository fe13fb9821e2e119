package tatami.searchbuild.fill;

/**
 * What went into a table of calendars.
 *
 * @param rows rows of it
 * @param cells nights with a value, over all rows
 */
public record FilledCells(int rows, long cells) {}
