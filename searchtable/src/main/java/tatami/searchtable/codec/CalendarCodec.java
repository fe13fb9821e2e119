package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;

/**
 * Holds a calendar a row: one value a night of the horizon, from 0 on, or {@link #MISSING}.
 *
 * <p>A value is a multiple of the codec's unit; what is read in SQL is the value divided by it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CellArray.class, name = "array"),
  @JsonSubTypes.Type(value = CellBytes.class, name = "bytes"),
  @JsonSubTypes.Type(value = DayBits.class, name = "bits"),
  @JsonSubTypes.Type(value = SharedDays.class, name = "shared_days")
})
public sealed interface CalendarCodec extends ColumnCodec<long[]>
    permits CellArray, CellBytes, DayBits, SharedDays {

  /** What stands for a night without a value. */
  long MISSING = -1;

  /** Returns what one step of a cell adds to a value, above 0. */
  long unit();

  /**
   * Tells whether the value of a single night can be held, {@link #MISSING} included.
   *
   * <p>Where it cannot, the row needs another place or waits for the next release. {@link
   * SharedDays} holds it, and may need another calendar for the row.
   */
  boolean holds(long value);

  @Override
  default boolean fits(long[] values) {
    return Arrays.stream(values).allMatch(this::holds);
  }

  /** Returns the first night whose value cannot be held alone, −1 where there is none. */
  default int findMisfit(long[] values) {
    for (int night = 0; night < values.length; night++) {
      if (!holds(values[night])) {
        return night;
      }
    }
    return -1;
  }

  /** Returns the values in units; a missing one stays missing. */
  static long[] divided(long[] values, long unit) {
    long[] cells = new long[values.length];
    for (int night = 0; night < cells.length; night++) {
      cells[night] = values[night] == MISSING ? MISSING : values[night] / unit;
    }
    return cells;
  }

  /** Returns cells as values; a missing one stays missing. */
  static long[] multiplied(long[] cells, long unit) {
    long[] values = new long[cells.length];
    for (int night = 0; night < cells.length; night++) {
      values[night] = cells[night] == MISSING ? MISSING : cells[night] * unit;
    }
    return values;
  }

  /** Refuses a unit that is not positive. */
  static void checkUnit(long unit) {
    if (unit < 1) {
      throw new IllegalArgumentException("a unit is at least 1: unit=" + unit);
    }
  }

  /** Refuses a row that does not fit. */
  default void checkFits(long[] values) {
    if (!fits(values)) {
      throw new IllegalArgumentException("a value has no cell: codec=" + word());
    }
  }
}
