package tatami.searchtable.calendar;

import java.util.BitSet;
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

  private static final int ONE_BYTE = 255;

  private final DayCalendars calendars = new DayCalendars();
  private final Map<Integer, Integer> rowsOf = new HashMap<>();
  private final long allRows;
  private long rows;
  private long misfits;
  private long ranks;
  private long gapRows;

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
    gapRows += row.hasGaps() ? 1 : 0;
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

  /**
   * Returns the bytes of a row and of its share of the calendars.
   *
   * @param levelBytes bytes of a level
   */
  double bytes(int levelBytes, int nights) {
    double perRow = Math.max(1, rows);
    double calendarNumber = calendars() < ONE_BYTE ? 1 : Short.BYTES;
    double gaps = (double) nights / Byte.SIZE * gapRows / perRow;
    double share = calendars() * nights / Math.max(1, Math.max(rows, allRows));
    return calendarNumber + ranks / perRow * levelBytes + gaps + share;
  }

  /** Returns how many ranks the calendars of the sample have on a night, on average. */
  double ranksOfNight(int nights) {
    long all = 0;
    for (int night = 0; night < nights; night++) {
      BitSet found = new BitSet();
      for (int calendar = 0; calendar < calendars.count(); calendar++) {
        found.set(calendars.rank(calendar, night));
      }
      all += found.cardinality();
    }
    return (double) all / nights;
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
