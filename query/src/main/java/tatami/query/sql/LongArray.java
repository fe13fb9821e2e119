package tatami.query.sql;

/** Values to be bound as {@code int8[]}. */
final class LongArray {

  private final long[] values;

  LongArray(long[] values) {
    this.values = values.clone();
  }

  long[] values() {
    return values.clone();
  }
}
