package tatami.searchtable.codec;

import java.util.List;

/**
 * How the values of one column are held.
 *
 * <p>A codec is a value: it is part of a release's description, and the same codec reads what it
 * wrote. Immutable and thread-safe.
 *
 * @param <V> what a row has: a whole number ({@code Long}, null = absent) or a set of codes
 */
public sealed interface ColumnCodec<V> extends Codec permits NumberCodec, TagCodec {

  /** Returns the physical columns, at least one. */
  List<CodecColumn> columns();

  /**
   * Tells whether a value can be held as it is. What does not fit needs another place, or waits for
   * the next release.
   */
  boolean fits(V value);

  /**
   * Writes the part of a value that one column holds, exactly one field.
   *
   * @param column place among {@link #columns()}
   * @throws IllegalArgumentException for a value that does not fit
   */
  void write(V value, int column, FieldWriter writer);

  /** Reads the value that was written. */
  V read(FieldReader fields);
}
