/**
 * Which offers can be booked?
 *
 * <p>The entry type is {@link tatami.query.mirror.offer.BookableOffers}: a stay becomes a few sets
 * of offers (open on each night, priced, on sale, with room for the party), of which it takes what
 * all share. {@link tatami.query.mirror.offer.Segments} tells which properties such a set has
 * offers of.
 */
package tatami.query.mirror.offer;
