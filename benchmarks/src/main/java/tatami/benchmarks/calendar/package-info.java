/**
 * Seeded price calendars to measure with: which nights have a price, and which one?
 *
 * <p>The entry type is {@link tatami.benchmarks.calendar.Dataset}. The same seed gives the same
 * calendars on every machine and JDK, so that results can be compared. Knows neither how prices are
 * held nor how they are measured.
 */
package tatami.benchmarks.calendar;
