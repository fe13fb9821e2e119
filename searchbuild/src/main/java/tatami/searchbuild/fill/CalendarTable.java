package tatami.searchbuild.fill;

import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.DayCalendars;
import tatami.searchtable.codec.CodecChoice;

/**
 * A table of calendars of a release.
 *
 * @param name its name
 * @param rows its surrogates are 0 to this − 1
 * @param source the calendar value that it is filled from
 * @param choice how calendars are held, and why
 * @param range which values it holds
 * @param shared what rows share, those of other tables among them; used by shared days alone
 */
record CalendarTable(
    String name,
    int rows,
    CalendarValue source,
    CodecChoice<CalendarCodec> choice,
    ValueRange range,
    DayCalendars shared) {

  CalendarCodec codec() {
    return choice.codec();
  }
}
