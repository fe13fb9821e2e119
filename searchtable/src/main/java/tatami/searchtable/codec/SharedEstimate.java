package tatami.searchtable.codec;

import java.util.HashMap;
import java.util.Map;

/**
 * How well rows would share calendars, from a sample of them.
 *
 * <p>Calendars of all rows are those of the sample, and one more for each further row with the
 * chance that a row of the sample was alone with its calendar (Good and Turing); as further rows
 * also find company, that is too many rather than too few.
 */
public final class SharedEstimate {

  /** Fewest rows of a calendar, on average. */
  private static final int LEAST_ROWS = 4;

  private final DayCalendars calendars = new DayCalendars();
  private final Map<Integer, Integer> rowsOf = new HashMap<>();
  private final long allRows;
  private long rows;
  private long misfits;
  private long ranks;
  private long nightBytes;

  /** Starts without a row. */
  public SharedEstimate(long allRows) {
    this.allRows = allRows;
  }

  /** Adds a row of the sample. */
  public void add(long[] values) {
    rows++;
    if (!DayCalendars.hasRanks(values)) {
      misfits++;
      return;
    }
    DayCalendars.Placed row = calendars.place(values);
    rowsOf.merge(row.calendar(), 1, Integer::sum);
    ranks += row.levels().length;
    nightBytes += row.nights() == null ? 0 : FieldSize.bytea(row.nights().length);
  }

  /**
   * Tells whether every row of the sample has few enough different values, and calendars have
   * several rows: what it costs to read them was measured for few calendars.
   */
  boolean isPossible() {
    boolean isShared = rows > 0 && calendars() * LEAST_ROWS <= Math.max(rows, allRows);
    return misfits == 0 && isShared && calendars() < DayCalendars.MOST_CALENDARS / 2.0;
  }

  /** Returns how many calendars all rows need, about. */
  double calendars() {
    long alone = rowsOf.values().stream().filter(count -> count == 1).count();
    double further = Math.max(0, allRows - rows);
    return calendars.count() + (rows == 0 ? 0 : further * alone / rows);
  }

  /** Returns the bytes of a row's fields and of its share of the calendars. */
  double bytes(IntegerWidth width, int nights) {
    double perRow = Math.max(1, rows);
    double levels = FieldSize.array(width, ranks / perRow);
    double calendarBytes = FieldSize.SMALL_ROW + Integer.BYTES + FieldSize.bytea(nights);
    double share = calendars() * calendarBytes / Math.max(1, Math.max(rows, allRows));
    return Integer.BYTES + levels + nightBytes / perRow + share;
  }

  String why() {
    return "sample of "
        + rows
        + " rows: "
        + calendars.count()
        + " calendars, about "
        + Math.round(calendars())
        + " for all "
        + Math.max(rows, allRows)
        + " rows";
  }
}
