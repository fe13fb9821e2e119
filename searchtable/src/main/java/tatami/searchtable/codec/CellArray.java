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
    CalendarCodec.checkUnit(unit);
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
  public boolean holds(long value) {
    return value == MISSING || (value >= 0 && value % unit == 0 && width.holds(value / unit));
  }

  @Override
  public void write(long[] values, int place, FieldWriter writer) {
    checkFits(values);
    writer.writeIntegers(width, CalendarCodec.divided(values, unit));
  }

  @Override
  public long[] read(FieldReader fields) {
    return CalendarCodec.multiplied(fields.readIntegers(0), unit);
  }
}
