package tatami.query.stay;

/**
 * Adds up the nights of stays, in an array that it keeps. Not thread-safe; sums beyond 64 bits are
 * an {@link ArithmeticException}.
 */
final class NightSums {

  private final Offers offers;
  private final NightCells[] prices;
  private long[] nightTotals = new long[1];

  /**
   * Adds up stays in some offers.
   *
   * @param prices by the place of their table
   */
  NightSums(Offers offers, NightCells[] prices) {
    this.offers = offers;
    this.prices = prices;
  }

  /** Returns what a night costs, or {@link PartyJudge#NO_TOTAL}. */
  long nightTotal(NightPrice price, int position, int night) {
    return price == null ? PartyJudge.NO_TOTAL : price.at(prices, offers.id(position), night);
  }

  /** Returns what a stay costs after rebates, or {@link PartyJudge#NO_TOTAL}. */
  long total(NightPrice price, int position, int checkIn, RebateTerms rebates) {
    int nights = rebates.nights();
    if (nightTotals.length < nights) {
      nightTotals = new long[nights];
    }
    for (int night = 0; night < nights; night++) {
      nightTotals[night] = nightTotal(price, position, checkIn + night);
      if (nightTotals[night] == PartyJudge.NO_TOTAL) {
        return PartyJudge.NO_TOTAL;
      }
    }
    return rebates.total(offers.number(OfferNumber.LONG_STAY, position), nightTotals);
  }
}
