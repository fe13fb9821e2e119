package tatami.searchbuild.numbering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tatami.searchbuild.master.MasterRows;

/** Rows in the order of their surrogates: row i has surrogate i. */
public final class NumberedRows {

  private final MasterRows rows;
  private final List<String> key;

  NumberedRows(MasterRows rows, List<String> key) {
    this.rows = rows;
    this.key = List.copyOf(key);
  }

  /** Returns how many there are. */
  public int count() {
    return rows.rows().size();
  }

  /** Returns the value of a column in the row with a surrogate, or null. */
  public Object value(int surrogate, int position) {
    return rows.rows().get(surrogate)[position];
  }

  /** Returns a row by its surrogate. */
  public Object[] row(int surrogate) {
    return rows.rows().get(surrogate);
  }

  /** Returns the position of a column. */
  public int position(String column) {
    return rows.position(column);
  }

  /** Returns the positions of columns. */
  public int[] positions(List<String> columns) {
    return rows.positions(columns);
  }

  /**
   * Returns the surrogates by key.
   *
   * @throws NumberingException if two rows have the same key
   */
  public Map<List<Object>, Integer> surrogatesByKey(List<String> key) {
    int[] positions = positions(key);
    Map<List<Object>, Integer> surrogates = new HashMap<>(count() * 2);
    for (int surrogate = 0; surrogate < count(); surrogate++) {
      List<Object> value = RowKey.of(row(surrogate), positions);
      if (surrogates.put(value, surrogate) != null) {
        throw new NumberingException(
            "two rows have the key "
                + key
                + " = "
                + value
                + ": the join multiplies rows, or the key is too short");
      }
    }
    return surrogates;
  }

  /** Returns the name that people know a row by: its key. */
  public String describe(int surrogate) {
    return key.stream()
        .map(column -> column + "=" + value(surrogate, position(column)))
        .collect(Collectors.joining(", "));
  }
}
