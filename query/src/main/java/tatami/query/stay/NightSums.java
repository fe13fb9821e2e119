package tatami.query.stay;

/**
 * Adds up the nights of stays, in an array that it keeps. Not thread-safe; sums beyond 64 bits are
 * an {@link ArithmeticException}.
 */
final class NightSums {

  private final Offers offers;
  private final NightRows rows;
  private long[] nightTotals = new long[1];

  /**
   * Adds up stays in some offers.
   *
   * @param prices by the place of their table
   */
  NightSums(Offers offers, NightCells[] prices) {
    this.offers = offers;
    rows = new NightRows(prices);
  }

  /** Returns the lowest and the highest total of a night, as {@link PartyJudge#nightRange} does. */
  long[] nightRange(NightPrice price, int position, int firstNight, int nights, long[] closed) {
    if (price == null) {
      return null;
    }
    long[][] cells = rows.read(price.tables(), offers.id(position), firstNight, nights);
    return price.range(cells, closed, nights);
  }

  /** Returns what a stay costs after rebates, or {@link PartyJudge#NO_TOTAL}. */
  long total(NightPrice price, int position, int checkIn, RebateTerms rebates) {
    int nights = rebates.nights();
    if (nightTotals.length < nights) {
      nightTotals = new long[nights];
    }
    if (price == null) {
      return PartyJudge.NO_TOTAL;
    }
    long[][] cells = rows.read(price.tables(), offers.id(position), checkIn, nights);
    for (int night = 0; night < nights; night++) {
      nightTotals[night] = price.at(cells, night);
      if (nightTotals[night] == PartyJudge.NO_TOTAL) {
        return PartyJudge.NO_TOTAL;
      }
    }
    return rebates.total(offers.number(OfferNumber.LONG_STAY, position), nightTotals);
  }
}
