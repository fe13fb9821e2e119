package tatami.searchtable.codec;

import java.util.List;
import java.util.Objects;

/**
 * A calendar as an array: element {@code n + 1} is the value of night {@code n} divided by the
 * unit, −1 where it is missing, never NULL.
 *
 * @param column the column
 * @param width type of an element
 * @param unit what one step of a cell adds, above 0
 */
public record CellArray(String column, IntegerWidth width, long unit) implements CalendarCodec {

  /** Refuses a unit that is not positive. */
  public CellArray {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(width, "width");
    if (unit < 1) {
      throw new IllegalArgumentException("a unit is at least 1: unit=" + unit);
    }
  }

  @Override
  public String word() {
    return "array";
  }

  @Override
  public List<CodecColumn> columns() {
    return List.of(new CodecColumn(column, width.type() + "[]", false));
  }

  @Override
  public boolean fits(long[] values) {
    for (long value : values) {
      if (value != MISSING && (value < 0 || value % unit != 0 || !width.holds(value / unit))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void write(long[] values, int place, FieldWriter writer) {
    if (!fits(values)) {
      throw new IllegalArgumentException("a value has no cell: column=" + column);
    }
    long[] cells = new long[values.length];
    for (int night = 0; night < cells.length; night++) {
      cells[night] = values[night] == MISSING ? MISSING : values[night] / unit;
    }
    writer.writeIntegers(width, cells);
  }

  @Override
  public long[] read(FieldReader fields) {
    long[] values = fields.readIntegers(0);
    for (int night = 0; night < values.length; night++) {
      values[night] = values[night] == MISSING ? MISSING : values[night] * unit;
    }
    return values;
  }
}
