package tatami.query.stay.split;

/**
 * What a split may cost: one of two totals. Says whether people and occupancies have a split that
 * costs no more.
 */
final class AllowedCost {

  private final SplitMinimum minimum;
  private final SplitCosts costs;
  private final long sum;
  private final long withoutFree;

  /**
   * Binds to prices.
   *
   * @param sum largest sum; below 0 where no sum will do
   * @param withoutFree largest total without the free nights; below 0 where none will do
   */
  AllowedCost(SplitMinimum minimum, SplitCosts costs, long sum, long withoutFree) {
    this.minimum = minimum;
    this.costs = costs;
    this.sum = sum;
    this.withoutFree = withoutFree;
  }

  /** Returns the costs. */
  SplitCosts costs() {
    return costs;
  }

  /** Says whether nights matter one by one; else only their sum does. */
  boolean isNightly() {
    return withoutFree >= 0;
  }

  /** Says whether people can have rooms. */
  boolean allows(People people, Occupancies way) {
    return sum >= 0 && minimum.isWithin(people, way, sum)
        || withoutFree >= 0 && minimum.isWithinWithoutFree(people, way, withoutFree);
  }

  /**
   * Says whether people of whom the next room is being chosen can have rooms.
   *
   * @param spent what the rooms before cost each night
   */
  boolean allows(People everybody, NextRoom next, RoomWay way, long[] spent) {
    long left = sum;
    for (long ofNight : spent) {
      left -= ofNight;
    }
    return left >= 0 && minimum.isWithin(everybody, next, way, left)
        || withoutFree >= 0
            && minimum.isWithinWithoutFree(everybody, next, way, spent, withoutFree);
  }

  @Override
  public String toString() {
    return "sum=" + sum + " withoutFree=" + withoutFree;
  }
}
