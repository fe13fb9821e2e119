package tatami.searchtable.codec;

import java.util.List;
import java.util.Objects;

/**
 * A number in some bits of a word that it shares with others.
 *
 * <pre>
 *   word   … | bits of the next field | bits of this field | shift bits of fields before |
 *   cell = (word &gt;&gt; shift) &amp; (2^bits − 1);  cell 0 = absent, where a row may lack the value
 * </pre>
 *
 * <p>A field alone writes the word with all other fields 0; {@link #place} gives the bits to
 * gather.
 *
 * @param column the word's column
 * @param width the word's type
 * @param shift bits below this field
 * @param bits bits of this field, 1 to 16
 * @param base value of cell 0
 * @param unit what one step of a cell adds, above 0
 * @param absent 0, or null where every row has a value
 */
public record BitField(
    String column, IntegerWidth width, int shift, int bits, long base, long unit, Long absent)
    implements NumberCodec {

  /** Most bits of a field: wider ones are better off in a column of their own. */
  public static final int MOST_BITS = 16;

  /** Refuses a field outside its word; the sign bit stays free. */
  public BitField {
    Objects.requireNonNull(column, "column");
    boolean isInside = shift >= 0 && bits >= 1 && shift + bits < width.bytes() * Byte.SIZE;
    if (!isInside || bits > MOST_BITS) {
      throw new IllegalArgumentException(
          "outside the word: column=" + column + " shift=" + shift + " bits=" + bits);
    }
    boolean isSmall = unit >= 1 && unit <= PlainNumber.LARGEST_UNIT;
    if (!isSmall || Math.abs(base) > PlainNumber.LARGEST_BASE) {
      throw new IllegalArgumentException(
          "out of bounds: column=" + column + " base=" + base + " unit=" + unit);
    }
    if (absent != null && absent != 0) {
      throw new IllegalArgumentException("the absent cell is 0: column=" + column);
    }
  }

  @Override
  public String word() {
    return "bits";
  }

  @Override
  public List<CodecColumn> columns() {
    return List.of(new CodecColumn(column, width.type(), false));
  }

  /** Returns the mask of a cell that was shifted down. */
  public long mask() {
    return (1L << bits) - 1;
  }

  @Override
  public long lowestCell() {
    return absent == null ? 0 : 1;
  }

  @Override
  public long highestCell() {
    return mask();
  }

  @Override
  public boolean fits(Long value) {
    return value == null ? absent != null : hasCell(value);
  }

  /** Returns the bits of a value in the word. */
  public long place(Long value) {
    if (value == null && absent == null) {
      throw new IllegalArgumentException("column " + column + ": every row has a value");
    }
    return (value == null ? absent : cellOf(value)) << shift;
  }

  @Override
  public void write(Long value, int column, FieldWriter writer) {
    writer.writeInteger(width, place(value));
  }

  @Override
  public Long read(FieldReader fields) {
    long cell = (fields.readInteger(0) >> shift) & mask();
    return absent != null && cell == absent ? null : Long.valueOf(valueOf(cell));
  }
}
