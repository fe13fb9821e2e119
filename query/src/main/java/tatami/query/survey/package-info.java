/**
 * What comes out of each of several check-ins?
 *
 * <p>The entry type is {@link tatami.query.survey.StaySurvey}: it judges all candidates for every
 * check-in and tells of each how many properties match, for how much, and why the others do not.
 * The calendar shows that, and the why-not question looks for hints in it.
 */
package tatami.query.survey;
