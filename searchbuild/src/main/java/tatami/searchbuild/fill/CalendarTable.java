package tatami.searchbuild.fill;

import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CodecChoice;

/**
 * A table of calendars of a release: {@code <surrogate> int4 PRIMARY KEY} and a calendar.
 *
 * @param name its name
 * @param surrogate name of the surrogate's column
 * @param source the calendar value that it is filled from
 * @param choice how calendars are held, and why
 * @param range which values it holds
 */
record CalendarTable(
    String name,
    String surrogate,
    CalendarValue source,
    CodecChoice<CalendarCodec> choice,
    ValueRange range) {

  CalendarCodec codec() {
    return choice.codec();
  }
}
