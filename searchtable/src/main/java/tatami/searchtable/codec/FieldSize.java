package tatami.searchtable.codec;

/**
 * Bytes of a field in a row of PostgreSQL, as {@code pg_column_size} gives them for a value that is
 * neither compressed nor moved out.
 *
 * <p>Source: PostgreSQL, src/include/varatt.h and src/include/utils/array.h.
 */
final class FieldSize {

  /** Tuple header, item pointer and the entry of the primary key of a row. */
  static final int SMALL_ROW = 24 + 4 + 20;

  private static final int LONG_HEADER = 4;
  private static final int SHORT_HEADER = 1;
  private static final int MOST_SHORT = 126;
  private static final int ARRAY_HEADER = 24;

  private FieldSize() {}

  /** Returns the bytes of an array in a column of storage PLAIN: its header is never shortened. */
  static double array(IntegerWidth width, double elements) {
    return ARRAY_HEADER + elements * width.bytes();
  }

  /** Returns the bytes of a {@code bytea}; of up to 126 bytes with header, the header has one. */
  static int bytea(int bytes) {
    return bytes + (bytes + SHORT_HEADER <= MOST_SHORT ? SHORT_HEADER : LONG_HEADER);
  }
}
