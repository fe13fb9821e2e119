package tatami.searchtable.codec;

/** Takes the fields of a row, one call a field. Values are copied before the call returns. */
public interface FieldWriter {

  /** Takes fields and keeps nothing: for measuring. */
  FieldWriter NOWHERE =
      new FieldWriter() {
        @Override
        public void writeNull() {}

        @Override
        public void writeInteger(IntegerWidth width, long value) {}

        @Override
        public void writeIntegers(IntegerWidth width, long[] values) {}

        @Override
        public void writeBytes(byte[] bytes) {}

        @Override
        public void writeText(String text) {}
      };

  /** Writes NULL. */
  void writeNull();

  /** Writes an integer that the width holds. */
  void writeInteger(IntegerWidth width, long value);

  /** Writes an array of integers that the width holds; no element is NULL. */
  void writeIntegers(IntegerWidth width, long[] values);

  /** Writes a {@code bytea}. */
  void writeBytes(byte[] bytes);

  /** Writes a {@code text}. */
  void writeText(String text);
}
