package tatami.searchtable.codec;

import java.util.List;
import java.util.Objects;

/**
 * A number in a column of its own.
 *
 * <pre>
 *   int2 | int4 | int8     (value − base) / unit     NULL or the absent cell where there is none
 * </pre>
 *
 * @param column the column
 * @param width its type
 * @param base value of cell 0
 * @param unit what one step of a cell adds, above 0
 * @param absent cell of an absent value, the lowest of the width; null where it is NULL or no row
 *     lacks a value
 * @param nullable whether NULL stands for an absent value
 */
public record PlainNumber(
    String column, IntegerWidth width, long base, long unit, Long absent, boolean nullable)
    implements NumberCodec {

  /** Beyond these a cell's value could leave 64 bits. */
  static final long LARGEST_UNIT = 1L << 30;

  static final long LARGEST_BASE = 1L << 60;

  /** Refuses cells whose values could leave 64 bits. */
  public PlainNumber {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(width, "width");
    boolean isIdentity = base == 0 && unit == 1;
    boolean isSmall = unit >= 1 && unit <= LARGEST_UNIT && Math.abs(base) <= LARGEST_BASE;
    if (!isIdentity && (!isSmall || width == IntegerWidth.INT8)) {
      throw new IllegalArgumentException(
          "no base and unit for this width: column="
              + column
              + " width="
              + width
              + " base="
              + base
              + " unit="
              + unit);
    }
    if (absent != null && (nullable || absent != width.lowest())) {
      throw new IllegalArgumentException(
          "an absent cell is the lowest one, and no NULL besides: column=" + column);
    }
  }

  /** Holds values as they are, none absent. */
  public static PlainNumber required(String column, IntegerWidth width) {
    return new PlainNumber(column, width, 0, 1, null, false);
  }

  @Override
  public String word() {
    return width.type();
  }

  @Override
  public List<CodecColumn> columns() {
    return List.of(new CodecColumn(column, width.type(), nullable));
  }

  @Override
  public long lowestCell() {
    return absent == null ? width.lowest() : width.lowest() + 1;
  }

  @Override
  public long highestCell() {
    return width.highest();
  }

  @Override
  public boolean fits(Long value) {
    return value == null ? nullable || absent != null : hasCell(value);
  }

  @Override
  public void write(Long value, int place, FieldWriter writer) {
    if (value != null) {
      writer.writeInteger(width, cellOf(value));
    } else if (absent != null) {
      writer.writeInteger(width, absent);
    } else if (nullable) {
      writer.writeNull();
    } else {
      throw new IllegalArgumentException("column " + column + ": every row has a value");
    }
  }

  @Override
  public Long read(FieldReader fields) {
    if (fields.isNull(0)) {
      return null;
    }
    long cell = fields.readInteger(0);
    return absent != null && cell == absent ? null : Long.valueOf(valueOf(cell));
  }
}
