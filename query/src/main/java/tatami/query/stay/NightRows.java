package tatami.query.stay;

/**
 * Reads whole rows of calendars into arrays that it keeps: nights of the horizon that follow each
 * other, the same for all tables of one row. Not thread-safe.
 */
final class NightRows {

  private final NightCells[] calendars;
  private final long[][] rows;

  /**
   * Reads nothing so far.
   *
   * @param calendars those that are not asked for are null
   */
  NightRows(NightCells[] calendars) {
    this.calendars = calendars;
    rows = new long[calendars.length][0];
  }

  /**
   * Reads a row of some calendars.
   *
   * @param places which calendars
   * @param id surrogate of the row
   * @return by the place of the calendar: its cells of these nights, from place 0 on; valid until
   *     the next call
   */
  long[][] read(int[] places, int id, int firstNight, int nights) {
    for (int place : places) {
      if (rows[place].length < nights) {
        rows[place] = new long[nights];
      }
      calendars[place].read(id, firstNight, nights, rows[place]);
    }
    return rows;
  }
}
