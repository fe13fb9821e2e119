package tatami.query.stay;

/** How many heads of a room may count in an offer. */
final class HeadLimits {

  private HeadLimits() {}

  /** Returns the fewest; 0 where there is no limit. */
  static int fewest(Offers offers, int position) {
    long limit = offers.number(OfferNumber.MINIMUM_HEADS, position);
    return (int) Math.min(Math.max(limit, 0), Integer.MAX_VALUE);
  }

  /** Returns the most; {@link Integer#MAX_VALUE} where there is no limit. */
  static int most(Offers offers, int position) {
    long limit = offers.number(OfferNumber.MAXIMUM_HEADS, position);
    return limit == Offers.ABSENT
        ? Integer.MAX_VALUE
        : (int) Math.min(Math.max(limit, 0), Integer.MAX_VALUE);
  }
}
