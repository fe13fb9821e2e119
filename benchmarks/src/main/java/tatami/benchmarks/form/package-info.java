/**
 * In which form is a packed calendar smallest, and in which is it read fastest by plain SQL?
 *
 * <p>The entry type is {@link tatami.benchmarks.form.CalendarForms}: the same seeded stock and
 * prices in every form, the same searches, equal answers asserted before anything is timed. All
 * forms are asked in turn, round by round, so that a busy moment of the machine hits all of them;
 * what counts is the ratio to the group's first form. Not JMH: a statement takes milliseconds, and
 * dozens of forms must stay short.
 */
package tatami.benchmarks.form;
