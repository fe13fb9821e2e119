package tatami.searchtable.layout;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is known about a column before it is decided whether it gets an index.
 *
 * @param column its name
 * @param search how searches compare it
 * @param rows rows of the table, at least 0
 * @param tableBytes bytes of the table without its indexes, at least 0
 * @param distinct different values that are there, absent ones not counted, at least 0
 * @param absentShare share of the rows without a value, in [0, 1]
 * @param mostFrequent the most frequent value; null where it is not known or there is none
 * @param expectedShare share of the rows that one search reads on average, in [0, 1], such as from
 *     {@link ExpectedShare}; empty where nothing tells
 * @param searches what a person calls the searches that compare this column, such as {@code filter
 *     "kind"}; at least one
 */
public record IndexEvidence(
    String column,
    Search search,
    long rows,
    long tableBytes,
    long distinct,
    double absentShare,
    FrequentValue mostFrequent,
    OptionalDouble expectedShare,
    List<String> searches) {

  /** Refuses shares that are none, and a column that nobody searches. */
  public IndexEvidence {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(search, "search");
    searches = List.copyOf(searches);
    refuseNegative(column, "rows", rows);
    refuseNegative(column, "table bytes", tableBytes);
    refuseNegative(column, "distinct", distinct);
    refuseNoShare(column, "absent share", absentShare);
    if (expectedShare.isPresent()) {
      refuseNoShare(column, "expected share", expectedShare.getAsDouble());
    }
    if (searches.isEmpty()) {
      throw new IllegalArgumentException("a search must compare the column: column=" + column);
    }
  }

  private static void refuseNegative(String column, String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          what + " must be at least 0: column=" + column + " value=" + value);
    }
  }

  private static void refuseNoShare(String column, String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          what + " must lie from 0 to 1: column=" + column + " value=" + share);
    }
  }

  /** How searches compare a column. */
  public enum Search {
    /** {@code = ANY (…)}: one of the column's values. */
    VALUES,
    /** {@code BETWEEN}: a node of a hierarchy with all below it. */
    SUBTREE,
    /** {@code = ANY (…)}: the column that leads from few rows of another table to this one. */
    JOIN,
    /** {@code BETWEEN} bounds that a caller chooses, such as a number or a rectangle. */
    RANGE,
    /** {@code @>} or {@code &&}: some values of a set, which a btree cannot find. */
    SET
  }

  /**
   * A value that many rows have.
   *
   * @param value as it stands in the column
   * @param share share of all rows, in [0, 1]
   */
  public record FrequentValue(long value, double share) {}
}
