package tatami.query.mirror;

import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/**
 * Some offers of a mirror.
 *
 * @param columns of all offers
 * @param ids surrogates of those, ascending
 */
record ListedOffers(OfferColumns columns, int[] ids) implements Offers {

  /** Lists the offers of a set. */
  static ListedOffers of(OfferColumns columns, long[] set) {
    int[] ids = new int[Bits.count(set)];
    int position = 0;
    for (int id = Bits.next(set, 0); id >= 0; id = Bits.next(set, id + 1)) {
      ids[position++] = id;
    }
    return new ListedOffers(columns, ids);
  }

  @Override
  public int count() {
    return ids.length;
  }

  @Override
  public int id(int position) {
    return ids[position];
  }

  @Override
  public int property(int position) {
    return columns.property(ids[position]);
  }

  @Override
  public int stock(int position) {
    return columns.stock(ids[position]);
  }

  @Override
  public long number(OfferNumber number, int position) {
    return columns.number(number, ids[position]);
  }
}
