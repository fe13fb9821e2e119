package tatami.searchtable.layout;

/**
 * What it costs to find some rows of a table, all of whose pages are in memory.
 *
 * <p>A scan reads every page and looks at every row. An index is entered at its root, and each row
 * that it leads to may lie on a page of its own. The weights are microseconds of the machine that
 * docs/decisions/008 names; only their ratios decide.
 *
 * @param rows rows of the table
 * @param pages its pages of 8 KiB
 */
record PageModel(long rows, long pages) {

  static final int PAGE_BYTES = 8192;

  private static final double PER_SCANNED_ROW = 0.06;
  private static final double PER_SCANNED_PAGE = 0.5;
  private static final double PER_DESCENT = 10;
  private static final double PER_FOUND_ROW = 0.3;
  private static final double PER_FOUND_PAGE = 0.2;

  private static final int BYTES_PER_ENTRY = 7;
  private static final int BYTES_PER_DISTINCT_VALUE = 20;
  private static final int ENTRIES_PER_INNER_PAGE = 300;

  static PageModel of(long rows, long tableBytes) {
    return new PageModel(rows, (tableBytes + PAGE_BYTES - 1) / PAGE_BYTES);
  }

  double scanMicroseconds() {
    return rows * PER_SCANNED_ROW + pages * PER_SCANNED_PAGE;
  }

  double indexMicroseconds(double share) {
    return PER_DESCENT + rows * share * PER_FOUND_ROW + tablePagesFound(share) * PER_FOUND_PAGE;
  }

  /** Counts pages of the index and of the table. */
  double indexPages(double share, long indexBytes) {
    double leaves = Math.max(1, (double) indexBytes / PAGE_BYTES);
    double height = 1 + Math.ceil(Math.log(leaves) / Math.log(ENTRIES_PER_INNER_PAGE));
    return height + Math.floor(leaves * share) + tablePagesFound(share);
  }

  /** Counts the pages that rows lie on which are strewn over the table (Cardenas 1975). */
  private double tablePagesFound(double share) {
    double found = Math.max(1, rows * share);
    return pages <= 1 ? pages : pages * (1 - Math.pow(1 - 1.0 / pages, found));
  }

  /** Estimates a btree: equal values share one list, each with its own entry at the head. */
  static long indexBytes(long entries, long distinct) {
    return 2L * PAGE_BYTES
        + entries * BYTES_PER_ENTRY
        + Math.min(entries, distinct) * BYTES_PER_DISTINCT_VALUE;
  }
}
