package tatami.benchmarks.peers.folded;

/**
 * An offer with its nights. The arrays are not copied: a reader takes what it needs and is done.
 */
public final class FoldedOffer {

  /** The price of a night that cannot be sold. */
  public static final int CLOSED = -1;

  private final int number;
  private final int hotel;
  private final OfferRules rules;
  private final int[] stays;
  private final int[][] prices;

  FoldedOffer(int number, int hotel, OfferRules rules, int[] stays, int[][] prices) {
    this.number = number;
    this.hotel = hotel;
    this.rules = rules;
    this.stays = stays;
    this.prices = prices;
  }

  /** Returns its number, from 0 in the order of hotels. */
  public int number() {
    return number;
  }

  /** Returns the number of its hotel. */
  public int hotel() {
    return hotel;
  }

  /** Returns what clock and question decide. */
  public OfferRules rules() {
    return rules;
  }

  /** Returns for each day of arrival which stays are allowed: bit n − 1 is for n nights. */
  public int[] stays() {
    return stays;
  }

  /**
   * Returns for each night the price of one of so many adults, or {@link #CLOSED}.
   *
   * @return null if no night can be sold to them
   */
  public int[] prices(int adults) {
    return prices[adults - 1];
  }
}
