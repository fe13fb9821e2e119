package tatami.query.sql;

import java.util.List;

/** Values to be bound as {@code int2[]}. */
final class ShortArray {

  private final Short[] values;

  ShortArray(List<Integer> values) {
    this.values = values.stream().map(Integer::shortValue).toArray(Short[]::new);
  }

  Short[] values() {
    return values.clone();
  }
}
