package tatami.searchbuild.numbering;

import java.util.Arrays;
import java.util.List;

/** Reads keys out of rows. Numbers of either width are the same key. */
public final class RowKey {

  private RowKey() {}

  /** Returns the values at some positions of a row, whole numbers as Long; none is null. */
  public static List<Object> of(Object[] row, int[] positions) {
    Object[] key = new Object[positions.length];
    for (int index = 0; index < key.length; index++) {
      Object value = row[positions[index]];
      if (value == null) {
        throw new NumberingException("a key column is empty in row " + Arrays.toString(row));
      }
      key[index] = value instanceof Integer number ? Long.valueOf(number) : value;
    }
    return List.of(key);
  }

  /** Tells whether a row has a value at each of some positions. */
  public static boolean isComplete(Object[] row, int[] positions) {
    for (int position : positions) {
      if (row[position] == null) {
        return false;
      }
    }
    return true;
  }
}
