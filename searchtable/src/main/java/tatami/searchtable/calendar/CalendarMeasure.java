package tatami.searchtable.calendar;

/**
 * What is known of the calendars of one table before they are written.
 *
 * @param nights nights of a calendar
 * @param unit common divisor of all values, at least 1
 * @param highest highest value; 0 where there is none
 * @param shared how well a sample of rows shares calendars; null where that was not looked at
 */
public record CalendarMeasure(int nights, long unit, long highest, SharedEstimate shared) {

  /** Refuses calendars without nights or unit. */
  public CalendarMeasure {
    CalendarCodec.checkUnit(unit);
    if (nights < 1 || highest < 0) {
      throw new IllegalArgumentException("no calendar: nights=" + nights + " highest=" + highest);
    }
  }

  /** Returns this measure with what a sample tells of sharing. */
  public CalendarMeasure withShared(SharedEstimate estimate) {
    return new CalendarMeasure(nights, unit, highest, estimate);
  }

  long highestCell() {
    return highest / unit;
  }
}
