package tatami.searchtable.codec;

/** Gives the fields of one codec's columns in one row, by their place among those columns. */
public interface FieldReader {

  /** Tells whether a field is NULL. */
  boolean isNull(int column);

  /** Returns an integer. */
  long readInteger(int column);

  /** Returns an array of integers. */
  long[] readIntegers(int column);

  /** Returns a {@code bytea}. */
  byte[] readBytes(int column);
}
