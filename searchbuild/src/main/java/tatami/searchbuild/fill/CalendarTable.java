package tatami.searchbuild.fill;

import tatami.searchbuild.catalog.StayDefinition.CalendarValue;

/**
 * A packed table of a release: {@code <surrogate> int4 PRIMARY KEY, cells}.
 *
 * @param name its name
 * @param surrogate name of the surrogate's column
 * @param source the calendar value that it is filled from
 * @param unit a cell is the value divided by this
 * @param highest higher values are stored as this
 */
record CalendarTable(
    String name, String surrogate, CalendarValue source, long unit, long highest) {}
