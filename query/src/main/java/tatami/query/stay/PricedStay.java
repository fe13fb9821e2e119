package tatami.query.stay;

/**
 * The stay whose prices are asked for: one object that goes from stay to stay, so that none is made
 * for each. Not thread-safe.
 */
final class PricedStay {

  private final NightCells[] prices;
  private int offer;
  private int checkIn;
  private int nights;
  private int largestOccupancy;

  /**
   * Looks at no stay so far.
   *
   * @param prices by the place of their table
   */
  PricedStay(NightCells[] prices) {
    this.prices = prices;
  }

  /**
   * Goes to a stay.
   *
   * @param offer surrogate of the offer
   * @param largestOccupancy most heads that have a price of the room; 0 where rooms have none
   */
  void goTo(int offer, int checkIn, int nights, int largestOccupancy) {
    this.offer = offer;
    this.checkIn = checkIn;
    this.nights = nights;
    this.largestOccupancy = largestOccupancy;
  }

  /** Returns how many nights it has. */
  int nights() {
    return nights;
  }

  /** Returns the most heads that have a price of the room. */
  int largestOccupancy() {
    return largestOccupancy;
  }

  /**
   * Returns a price on a night, {@link NightCells#MISSING} where it or one of its cells is missing.
   *
   * @param price null where no table has it
   * @param night from 0 for the check-in
   */
  long at(NightPrice price, int night) {
    return price == null ? NightCells.MISSING : price.at(prices, offer, checkIn + night);
  }
}
