package tatami.searchtable.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;

/**
 * Rows share calendars of ranks; each has its own value of each rank.
 *
 * <pre>
 *   plane 0          number of the row's calendar: a row of the shared table
 *   plane 1 + r      value of rank r divided by the unit; missing where the row has none
 *   plane 256 + n    1 where the row has no value on night n, though its rank has one
 * </pre>
 *
 * <p>The shared table has {@link OwnDays}: its rows are calendars, their cells ranks.
 *
 * @param table the shared table; several tables may use one
 * @param unit what one step of a level adds, above 0
 */
public record SharedDays(String table, long unit) implements CalendarCodec {

  /** The word that pins it. */
  public static final String WORD = "shared_days";

  /** Codec of the shared table. */
  public static final OwnDays RANKS = new OwnDays(1);

  /** Plane with the number of the calendar. */
  public static final int CALENDAR_PLANE = 0;

  private static final int FIRST_LEVEL_PLANE = 1;
  private static final int FIRST_GAP_PLANE = FIRST_LEVEL_PLANE + DayCalendars.MOST_RANKS;

  /** Refuses a unit that is not positive. */
  public SharedDays {
    Objects.requireNonNull(table, "table");
    CalendarCodec.checkUnit(unit);
  }

  /** Returns the plane of a rank's values. */
  public static int levelPlane(int rank) {
    return FIRST_LEVEL_PLANE + rank;
  }

  /** Returns the plane of a night's gaps. */
  public static int gapPlane(int night) {
    return FIRST_GAP_PLANE + night;
  }

  /** Returns how many planes a table of some nights may have. */
  public static int countPlanes(int nights) {
    return gapPlane(nights);
  }

  @Override
  @JsonIgnore
  public String word() {
    return WORD;
  }
}
