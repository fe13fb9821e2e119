/**
 * Which way of splitting a party over the rooms of one offer is the cheapest?
 *
 * <p>The entry type is {@link tatami.query.stay.split.PartySplits}: a party under one child policy,
 * put to the prices and limits of one offer after another. It never lists the splits. Every price
 * model is additive over heads once the occupancies of the rooms are known, so it goes through the
 * few ways of writing the party as a sum of occupancies and solves each as a small flow; only free
 * nights, which are not additive, and ties need a search, and a request may do only so much of it
 * ({@link tatami.query.stay.split.SplitWork}). It knows no tables, no bands and no dates, and does
 * no I/O.
 */
package tatami.query.stay.split;
