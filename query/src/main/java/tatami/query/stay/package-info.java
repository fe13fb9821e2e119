/**
 * Can a stay be booked, and for how much?
 *
 * <p>The entry type is {@link tatami.query.stay.StayTerms}: party and instant, compiled once a
 * request to what each policy, rebate and lead time of the release makes of them. It judges offers
 * by cells that an engine read, and reads nothing itself.
 *
 * <p>What depends on the request alone is worked out before the first offer: {@code LeadTimeTerms}
 * (which check-in dates are open), {@code RebateTerms} (what a length of stay costs less), and
 * {@code PartyTerms} (what a night of the party costs, as counts of price cells). {@code
 * OfferJudge} then asks the rules in the order of {@link tatami.query.stay.WhyNot} and adds up the
 * nights, without allocating anything for an offer whose rooms are named; {@code OpenNights} looks
 * at all nights of the horizon and reads whole rows.
 */
package tatami.query.stay;
