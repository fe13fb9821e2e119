package tatami.searchtable.codec;

/**
 * Time to read a form in SQL against {@code int2[]} = 1, over all rows and stays of 1 to 14 nights.
 *
 * <p>Measured, see docs/decisions/009-calendar-forms.md; four bytes and {@code int8[]} are taken on
 * from their neighbours.
 */
final class ReadingCost {

  private static final double[] ARRAY = {1.0, 1.25, 1.5};
  private static final double[] BYTES = {0.6, 1.05, 1.5, 2.0};
  private static final double BITS = 0.3;
  private static final double SHARED = 1.4;

  private ReadingCost() {}

  static double of(CalendarCodec codec) {
    if (codec instanceof CellArray array) {
      return ARRAY[array.width().ordinal()];
    }
    if (codec instanceof CellBytes bytes) {
      return BYTES[bytes.bytes() - 1];
    }
    return codec instanceof DayBits ? BITS : SHARED;
  }
}
