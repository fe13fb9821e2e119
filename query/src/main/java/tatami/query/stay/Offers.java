package tatami.query.stay;

/**
 * Offers that were read, by position from 0; positions ascend with surrogates, so offers of one
 * property follow each other.
 */
public interface Offers {

  /** What {@link #number} returns where an offer has none. */
  long ABSENT = Long.MIN_VALUE;

  /** Returns how many there are. */
  int count();

  /** Returns the surrogate of an offer. */
  int id(int position);

  /** Returns the surrogate of its property. */
  int property(int position);

  /** Returns the surrogate of its stock row. */
  int stock(int position);

  /**
   * Returns a number of its rules, {@link #ABSENT} where it has none or the release has no such
   * rule.
   */
  long number(OfferNumber number, int position);
}
