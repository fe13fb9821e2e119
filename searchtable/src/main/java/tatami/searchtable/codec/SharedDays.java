package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;

/**
 * A calendar as ranks that many rows share, and the row's own value of each rank.
 *
 * <pre>
 *   calendar int4 NOT NULL         row of the shared table (id int4 PRIMARY KEY, ranks bytea)
 *   levels   int2[] | int4[] | …   element r + 1 is the value of rank r divided by the unit,
 *                                  −1 where the row has none
 *   nights   bytea                 bit n = the row has a value on night n; NULL: the levels tell
 * </pre>
 *
 * <p>A codec that writes has {@link DayCalendars} and is then neither immutable nor thread-safe;
 * {@link #described} takes them off. Fields are read with the ranks behind them, as a join gives
 * them.
 *
 * @param table the shared table; several tables may use one
 * @param width type of a level
 * @param unit what one step of a level adds, above 0
 * @param hasNights whether any row has {@code nights}; where none has, they need not be read
 * @param calendars what rows share while they are written; null in a description
 */
public record SharedDays(
    String table,
    IntegerWidth width,
    long unit,
    boolean hasNights,
    @JsonIgnore DayCalendars calendars)
    implements CalendarCodec {

  /** Column with the number of the shared calendar. */
  public static final String CALENDAR = "calendar";

  /** Column with the value of each rank. */
  public static final String LEVELS = "levels";

  /** Column with the nights that have a value. */
  public static final String NIGHTS = "nights";

  /** Column of the shared table with the rank of each night, a byte each. */
  public static final String RANKS = "ranks";

  private static final int RANKS_PLACE = 3;
  private static final int BYTE_MASK = 0xFF;

  /** Refuses a unit that is not positive. */
  public SharedDays {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(width, "width");
    CalendarCodec.checkUnit(unit);
  }

  /** Returns the codec as a description keeps it. */
  public SharedDays described(boolean rowsHaveNights) {
    return new SharedDays(table, width, unit, rowsHaveNights, null);
  }

  @Override
  public String word() {
    return "shared_days";
  }

  @Override
  @JsonIgnore
  public List<CodecColumn> columns() {
    return List.of(
        new CodecColumn(CALENDAR, "int4", false),
        new CodecColumn(LEVELS, width.type() + "[]", false),
        new CodecColumn(NIGHTS, "bytea", true));
  }

  @Override
  public boolean holds(long value) {
    return value == MISSING || (value >= 0 && value % unit == 0 && width.holds(value / unit));
  }

  @Override
  public boolean fits(long[] values) {
    return CalendarCodec.super.fits(values) && DayCalendars.hasRanks(values);
  }

  @Override
  public void write(long[] values, int place, FieldWriter writer) {
    if (calendars == null) {
      throw new IllegalStateException("a described codec only reads: table=" + table);
    }
    DayCalendars.Placed row = calendars.placeOnce(values, this);
    if (place == 0) {
      writer.writeInteger(IntegerWidth.INT4, row.calendar());
    } else if (place == 1) {
      writer.writeIntegers(width, CalendarCodec.divided(row.levels(), unit));
    } else if (row.nights() == null) {
      writer.writeNull();
    } else {
      writer.writeBytes(row.nights());
    }
  }

  /** Reads the value that was written; field 3 is the {@code ranks} of the row's calendar. */
  @Override
  public long[] read(FieldReader fields) {
    long[] levels = fields.readIntegers(1);
    byte[] nights = fields.isNull(2) ? null : fields.readBytes(2);
    byte[] ranks = fields.readBytes(RANKS_PLACE);
    long[] values = new long[ranks.length];
    for (int night = 0; night < values.length; night++) {
      boolean isThere = nights == null || DayBits.bit(nights, night) == 1;
      values[night] = isThere ? levels[ranks[night] & BYTE_MASK] : MISSING;
    }
    return CalendarCodec.multiplied(values, unit);
  }
}
