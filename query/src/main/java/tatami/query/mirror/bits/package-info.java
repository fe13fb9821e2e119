/**
 * Which rows?
 *
 * <p>{@link tatami.query.mirror.bits.Bits} are sets as words, for whatever is combined with every
 * search; {@link tatami.query.mirror.bits.RowSet} is the set of one value, as words or as a
 * RoaringBitmap, by how many rows it has.
 */
package tatami.query.mirror.bits;
