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
   * Puts what single nights cost, without rebates, or {@link #NO_TOTAL}: also where the sum is
   * beyond 64 bits.
   *
   * @param position of an offer that takes the party in
   * @param nights how many follow each other, at least 1
   * @param nightTotals takes them from place 0 on; a night that is {@link #NO_TOTAL} is not asked
   *     for and stays so
   */
  void putNightTotals(int position, int firstNight, int nights, long[] nightTotals);

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
