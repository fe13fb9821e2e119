/**
 * Can a stay be booked, and for how much?
 *
 * <p>The entry type is {@link tatami.query.stay.StayTerms}: party and instant, compiled once a
 * request to what each policy, rebate and lead time of the release makes of them. It judges offers
 * by cells that an engine read, and reads nothing itself.
 */
package tatami.query.stay;
