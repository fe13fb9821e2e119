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
   * Finds the lowest and the highest total of single nights, without rebates. A total beyond 64
   * bits is none.
   *
   * @param position of an offer that takes the party in
   * @param nights how many follow each other, at least 1
   * @param closed of each night {@link NightCells#MISSING} to leave it out, else 0
   * @return null where no night has a total
   */
  long[] nightRange(int position, int firstNight, int nights, long[] closed);

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
