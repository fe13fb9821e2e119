package tatami.searchtable.codec;

/** Takes the fields of a row, one call a field. Values are copied before the call returns. */
public interface FieldWriter {

  /** Writes NULL. */
  void writeNull();

  /** Writes an integer that the width holds. */
  void writeInteger(IntegerWidth width, long value);

  /** Writes an array of integers that the width holds; no element is NULL. */
  void writeIntegers(IntegerWidth width, long[] values);

  /** Writes a {@code bytea}. */
  void writeBytes(byte[] bytes);
}
