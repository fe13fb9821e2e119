package tatami.searchtable.layout;

import java.util.List;
import java.util.Objects;

/**
 * Whether a column gets an index, and why.
 *
 * @param column its name
 * @param decision what was decided
 * @param predicate which rows a partial index holds, as SQL with the column quoted; null for any
 *     other decision
 * @param indexBytes estimated bytes of the index, of one over all rows where the decision is {@link
 *     Decision#NONE}
 * @param without what one search costs without an index
 * @param with what it costs with it; null where nothing tells how many rows a search reads
 * @param reason a sentence with its figures
 * @param searches the searches that use the column
 */
public record IndexChoice(
    String column,
    Decision decision,
    String predicate,
    long indexBytes,
    Cost without,
    Cost with,
    String reason,
    List<String> searches) {

  /** Refuses a predicate without a partial index, or the other way round. */
  public IndexChoice {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(reason, "reason");
    searches = List.copyOf(searches);
    if ((decision == Decision.PARTIAL) != (predicate != null)) {
      throw new IllegalArgumentException(
          "a partial index has a predicate, and nothing else has: column="
              + column
              + " decision="
              + decision);
    }
  }

  /** What can be decided. */
  public enum Decision {
    /** An index over all rows. */
    FULL,
    /** An index over the rows that do not have the one frequent value. */
    PARTIAL,
    /** No index. */
    NONE
  }

  /**
   * What one search costs, all pages being in memory.
   *
   * @param pages pages of 8 KiB that are read
   * @param microseconds time, on the machine of docs/decisions/008
   */
  public record Cost(long pages, double microseconds) {}

  /** Tells whether there is an index. */
  public boolean isIndexed() {
    return decision != Decision.NONE;
  }

  /** Returns a line of SQL comment that names the searches and the figures. */
  public String comment() {
    return "-- Used by: " + String.join(", ", searches) + "; " + reason;
  }

  /**
   * Returns the statement that creates the index, ready for psql.
   *
   * @param quotedTable the table, quoted, with its schema
   */
  public String createStatement(String quotedTable) {
    if (!isIndexed()) {
      throw new IllegalStateException("no index was chosen: column=" + column);
    }
    String statement = "CREATE INDEX ON " + quotedTable + " (\"" + column + "\")";
    return statement + (predicate == null ? "" : " WHERE " + predicate);
  }
}
