package tatami.query.stay.split;

/**
 * What the rooms of one offer cost, night by night in minor units. An implementation may be reused
 * for the next offer: nothing is kept of it.
 *
 * <p>Types of heads go by number: 0 is an adult, {@code 1 + i} the child type at place {@code i}.
 * One price of all nights together is at most {@link #LARGEST}.
 */
public sealed interface SplitPrices permits SplitPrices.PerHead, SplitPrices.PerRoom {

  /** Stands for a price that is missing. */
  long MISSING = -1;

  /** Largest sum of one price over all nights: 366 nights of 10¹³, which sums in 64 bits. */
  long LARGEST = 4_000_000_000_000_000L;

  /** Returns how many nights there are, at least 1, numbered from 0. */
  int nights();

  /**
   * Prices of persons, which depend on how many heads of the room count. All heads have one, also
   * those that do not count.
   */
  non-sealed interface PerHead extends SplitPrices {

    /**
     * Returns the price of one head, or {@link #MISSING}: then no room of that occupancy takes in a
     * head of that type.
     *
     * @param night from 0
     * @param occupancy heads of the room that count, at least 1
     * @param type number of the type
     */
    long head(int night, int occupancy, int type);
  }

  /**
   * Prices of rooms for so many heads as count, and of extra heads: where more heads count than the
   * largest priced occupancy {@code N}, the room costs as for {@code N}, and those behind the first
   * {@code N} are extra, in the order of their types' numbers. Heads that do not count cost
   * nothing.
   */
  non-sealed interface PerRoom extends SplitPrices {

    /** Returns the largest priced occupancy, at least 1. */
    int largestOccupancy();

    /**
     * Returns the price of the room, or {@link #MISSING}.
     *
     * @param night from 0
     * @param occupancy from 1 to the largest priced one
     */
    long room(int night, int occupancy);

    /**
     * Returns the price of an extra head, or {@link #MISSING}.
     *
     * @param night from 0
     * @param type number of a type that counts
     */
    long extra(int night, int type);
  }
}
