package tatami.searchbuild.fill;

/**
 * How large a table came out.
 *
 * @param rows its rows
 * @param bytes on disk, indexes and TOAST included
 */
public record TableSize(long rows, long bytes) {}
