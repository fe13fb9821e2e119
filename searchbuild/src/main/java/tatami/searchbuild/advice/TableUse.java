package tatami.searchbuild.advice;

/**
 * A table, as PostgreSQL's statistics see it.
 *
 * @param schema its schema
 * @param name its name
 * @param rows estimated rows
 * @param bytes bytes without indexes
 * @param scans sequential scans
 * @param rowsScanned rows that they read
 * @param indexScans scans of its indexes
 * @param changedRows rows that were changed since it was analysed
 * @param analysed whether the planner has statistics of its columns; true where that cannot be seen
 */
record TableUse(
    String schema,
    String name,
    long rows,
    long bytes,
    long scans,
    long rowsScanned,
    long indexScans,
    long changedRows,
    boolean analysed) {

  String title() {
    return schema + "." + name;
  }

  String quoted() {
    return '"' + schema + "\".\"" + name + '"';
  }

  long searches() {
    return scans + indexScans;
  }

  boolean is(String otherSchema, String otherName) {
    return schema.equals(otherSchema) && name.equals(otherName);
  }
}
