package tatami.query.mirror;

import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/** Some offers of a mirror, by position; their surrogates ascend. */
class ListedOffers implements Offers {

  private final OfferColumns columns;
  private final int[] ids;

  /**
   * Lists offers.
   *
   * @param columns of all offers
   * @param ids surrogates of those, ascending; kept
   */
  ListedOffers(OfferColumns columns, int[] ids) {
    this.columns = columns;
    this.ids = ids;
  }

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
  public final int count() {
    return ids.length;
  }

  @Override
  public final int id(int position) {
    return ids[position];
  }

  @Override
  public final int property(int position) {
    return columns.property(ids[position]);
  }

  @Override
  public final int stock(int position) {
    return columns.stock(ids[position]);
  }

  @Override
  public final long number(OfferNumber number, int position) {
    return columns.number(number, ids[position]);
  }
}
