package tatami.benchmarks;

import java.util.List;
import tatami.benchmarks.form.CalendarForms.FormResult;

/**
 * Results of the forms of calendars.
 *
 * @param offers how many offers
 * @param rounds how often each statement was timed
 * @param results by group, its first form first
 */
record FormSection(int offers, int rounds, List<FormResult> results) {}
