package tatami.query.stay;

import java.util.List;
import tatami.query.request.Guests.Room;

/**
 * Tells whether an offer takes a party in, and what it costs there. Not thread-safe; sums beyond 64
 * bits are an {@link ArithmeticException}.
 */
interface PartyJudge {

  /** What stands for a total that has no price. */
  long NO_TOTAL = -1;

  /** Tells whether every age has a band and every room's heads are inside the offer's limits. */
  boolean isTakenIn(int position);

  /**
   * Returns what one night costs, without rebates, or {@link #NO_TOTAL}.
   *
   * @param position of an offer that takes the party in
   */
  long nightTotal(int position, int night);

  /**
   * Returns what a stay costs after rebates, or {@link #NO_TOTAL}.
   *
   * @param position of an offer that takes the party in
   * @param rebates for stays of the length that is asked
   */
  long total(int position, int checkIn, RebateTerms rebates);

  /**
   * Returns the rooms of a stay that has a total.
   *
   * @param position of an offer that takes the party in
   * @param rebates for stays of the length that is asked
   */
  List<Room> rooms(int position, int checkIn, RebateTerms rebates);
}
