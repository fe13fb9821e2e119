package tatami.query.sql;

import java.util.List;

/** Values to be bound as {@code int4[]}. */
final class IntArray {

  private final int[] values;

  IntArray(List<Integer> values) {
    this(values.stream().mapToInt(Integer::intValue).toArray());
  }

  IntArray(int[] values) {
    this.values = values.clone();
  }

  int[] values() {
    return values.clone();
  }
}
