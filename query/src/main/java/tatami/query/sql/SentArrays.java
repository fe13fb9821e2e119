package tatami.query.sql;

/**
 * Arrays of whole numbers as {@code array_send} writes them, one behind the other.
 *
 * <pre>
 *   byte  0           4      8             12      16           20
 *         dimensions  flags  element type  length  lower bound  elements: bytes, value …
 * </pre>
 *
 * <p>An empty array has no dimension and ends at byte 12. No element is null.
 */
final class SentArrays {

  /** Bytes before the first element. */
  static final int HEADER_BYTES = 20;

  /** Bytes of an element before its value. */
  static final int ELEMENT_HEADER_BYTES = Integer.BYTES;

  private static final int EMPTY_BYTES = 12;
  private static final int LENGTH_OFFSET = 12;

  private final byte[] bytes;
  private final int width;

  /** Where each array starts; its elements start behind the header, and end before the next. */
  private final int[] starts;

  /**
   * Finds where the arrays are.
   *
   * @param count how many there are
   * @param width bytes of a value
   */
  SentArrays(byte[] bytes, int count, int width) {
    this.bytes = bytes;
    this.width = width;
    starts = new int[count + 1];
    for (int array = 0; array < count; array++) {
      boolean isEmpty = Records.integerAt(bytes, starts[array]) == 0;
      int elements = isEmpty ? 0 : Records.integerAt(bytes, starts[array] + LENGTH_OFFSET);
      int header = isEmpty ? EMPTY_BYTES : HEADER_BYTES;
      starts[array + 1] = starts[array] + header + elements * elementBytes();
    }
    if (starts[count] != bytes.length) {
      throw new IllegalStateException(
          "an array is null or has one: arrays=" + count + " bytes=" + bytes.length);
    }
  }

  private int elementBytes() {
    return ELEMENT_HEADER_BYTES + width;
  }

  /** Returns how many elements an array has. */
  int length(int array) {
    return Math.max(0, starts[array + 1] - starts[array] - HEADER_BYTES) / elementBytes();
  }

  /** Returns an element of an array, from 0. */
  long element(int array, int element) {
    int start = starts[array] + HEADER_BYTES + element * elementBytes();
    return Records.numberAt(bytes, start + ELEMENT_HEADER_BYTES, width);
  }
}
