/**
 * What does a stay cost on each day of a range?
 *
 * <p>The entry type is {@link tatami.query.calendar.CalendarWriter}: what came out of each
 * check-in, told by date. The judging is done by {@link tatami.query.survey.StaySurvey}.
 */
package tatami.query.calendar;
