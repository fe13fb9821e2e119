/**
 * Why is something not bookable, and what would be?
 *
 * <p>The entry type is {@link tatami.query.whynot.WhyNotSearch}: codes with their counts, and the
 * nearest changes of a request that give results. {@link tatami.query.survey.StaySurvey} judges all
 * candidates for several check-ins in one pass; calendars are made of it too. Nothing here reads a
 * database.
 */
package tatami.query.whynot;
