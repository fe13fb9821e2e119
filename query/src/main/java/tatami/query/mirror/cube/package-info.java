/**
 * What does a property cost at least, and at most?
 *
 * <p>The entry type is {@link tatami.query.mirror.cube.PriceCube}: totals of every property by
 * party, length and check-in, as codes that keep their order. Where two codes are equal the offers
 * are priced.
 */
package tatami.query.mirror.cube;
