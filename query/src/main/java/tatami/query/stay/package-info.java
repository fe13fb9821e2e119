/**
 * What must be read and added up to price a party?
 *
 * <p>The entry type is {@link tatami.query.stay.StayPlan}: the asked rooms, compiled to a few
 * demands on price tables, and the dates, compiled to elements of packed columns. It executes
 * nothing; engines do.
 */
package tatami.query.stay;
