package tatami.query.stay.split;

/**
 * What a stay costs less. Its total is the smaller of {@link #ofSum} and the sum without the {@link
 * #freeNights} cheapest nightly totals over all rooms.
 */
public interface StayRebate {

  /** Nothing off. */
  StayRebate NONE =
      new StayRebate() {
        @Override
        public long ofSum(long sum) {
          return sum;
        }

        @Override
        public int freeNights() {
          return 0;
        }
      };

  /**
   * Returns what is left of a sum by the rules that look at the sum alone: at least 0, at most the
   * sum, and never less for a larger sum; the sum itself where there is no such rule.
   *
   * @param sum of all rooms and nights, from 0 to 2⁶⁰
   */
  long ofSum(long sum);

  /** Returns how many nights are free, from 0 to the nights of the stay. */
  int freeNights();
}
