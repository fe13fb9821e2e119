package tatami.query.engine;

import java.util.Arrays;
import tatami.query.facet.FacetCounter;
import tatami.query.stay.StayTerms.StayJudge;

/** The lowest and the highest total of offers, by their positions. */
public final class OfferTotals {

  /**
   * The lowest total of an offer that has no price, or is not priced: it can be found all the same.
   */
  public static final long NONE = FacetCounter.NO_TOTAL;

  private final long[] lowest;
  private final long[] highest;

  /** Starts with offers that are not priced. */
  public OfferTotals(int offers) {
    lowest = new long[offers];
    highest = new long[offers];
    Arrays.fill(lowest, NONE);
  }

  /** Prices all offers for a stay; those that cannot be booked are none. */
  public void putStays(StayJudge judge, int checkIn, int nights) {
    for (int position = 0; position < lowest.length; position++) {
      lowest[position] = judge.judge(position, checkIn, nights);
      highest[position] = lowest[position];
    }
  }

  /**
   * Prices one offer by its open nights.
   *
   * @param found lowest and highest; null where no night is open
   */
  public void putOpenNights(int position, long[] found) {
    if (found != null) {
      lowest[position] = found[0];
      highest[position] = found[1];
    }
  }

  /** Keeps the total of a stay. */
  public void putTotal(int position, long total) {
    lowest[position] = total;
    highest[position] = total;
  }

  /** Tells whether an offer can be booked, as far as that was asked. */
  public boolean isBookable(int position) {
    return lowest[position] >= 0;
  }

  /** Returns the lowest total of an offer that can be booked, {@link #NONE} for none. */
  public long lowest(int position) {
    return lowest[position];
  }

  /** Returns the highest total of an offer that has a lowest one. */
  public long highest(int position) {
    return highest[position];
  }
}
