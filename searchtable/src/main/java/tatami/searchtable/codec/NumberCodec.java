package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Holds one whole number a row as a cell: {@code value = base + cell × unit}.
 *
 * <p>Cells of values lie in {@code [lowestCell, highestCell]}; a cell that stands for an absent
 * value lies outside.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlainNumber.class, name = "plain"),
  @JsonSubTypes.Type(value = BitField.class, name = "bits")
})
public sealed interface NumberCodec extends ColumnCodec<Long> permits PlainNumber, BitField {

  /** Returns the physical column. */
  String column();

  /** Returns the value of cell 0. */
  long base();

  /** Returns what one step of a cell adds to the value, above 0. */
  long unit();

  /** Returns the cell of an absent value; null where it is NULL, or no row lacks a value. */
  Long absent();

  /** Returns the lowest cell that stands for a value. */
  long lowestCell();

  /** Returns the highest cell that stands for a value. */
  long highestCell();

  /** Returns the value of a cell. */
  default long valueOf(long cell) {
    return base() + cell * unit();
  }

  /**
   * Returns the highest cell whose value is at most this; {@code lowestCell − 1} where there is
   * none.
   */
  default long floorCell(long value) {
    if (value >= valueOf(highestCell())) {
      return highestCell();
    }
    if (value < valueOf(lowestCell())) {
      return lowestCell() - 1;
    }
    return Math.floorDiv(value - base(), unit());
  }

  /**
   * Returns the lowest cell whose value is at least this; {@code highestCell + 1} where there is
   * none.
   */
  default long ceilingCell(long value) {
    if (value <= valueOf(lowestCell())) {
      return lowestCell();
    }
    if (value > valueOf(highestCell())) {
      return highestCell() + 1;
    }
    return -Math.floorDiv(-(value - base()), unit());
  }

  /** Tells whether a number has a cell of its own. */
  default boolean hasCell(long value) {
    return value >= valueOf(lowestCell())
        && value <= valueOf(highestCell())
        && Math.floorMod(value - base(), unit()) == 0;
  }

  /** Returns the cell of a value that has one. */
  default long cellOf(long value) {
    if (!hasCell(value)) {
      throw new IllegalArgumentException(
          "column " + column() + ": codec " + word() + " has no cell for value=" + value);
    }
    return (value - base()) / unit();
  }
}
