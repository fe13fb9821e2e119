package tatami.searchbuild.master;

import java.util.List;

/**
 * Rows of a relation, in memory.
 *
 * @param columns names, in the order of the values
 * @param rows values per row, null where absent: String, Integer, Long, BigDecimal, Boolean,
 *     LocalDate or list of String
 */
public record MasterRows(List<String> columns, List<Object[]> rows) {

  /** Copies the names; the rows are handed over. */
  public MasterRows {
    columns = List.copyOf(columns);
  }

  /** Returns the position of a column. */
  public int position(String column) {
    int position = columns.indexOf(column);
    if (position < 0) {
      throw new IllegalArgumentException(
          "no such column: column=" + column + " columns=" + columns);
    }
    return position;
  }

  /** Returns the positions of columns. */
  public int[] positions(List<String> names) {
    return names.stream().mapToInt(this::position).toArray();
  }

  /** Returns the same rows in another order, or fewer of them. */
  public MasterRows with(List<Object[]> otherRows) {
    return new MasterRows(columns, otherRows);
  }
}
