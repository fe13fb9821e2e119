package tatami.query.whynot;

/**
 * A change of the request that gives results.
 *
 * @param kind what is changed
 * @param value to what: the night of the check-in, the number of rooms, or the highest total in
 *     minor units
 * @param properties how many properties match then, at least 1
 * @param lowest their lowest total, in minor units
 */
public record Hint(Kind kind, long value, int properties, long lowest) {

  /** What a hint changes. */
  public enum Kind {
    /** The check-in, by up to three days. */
    CHECK_IN,
    /** The number of rooms, by one; the same people are split over them. */
    ROOMS,
    /** The highest total. */
    BUDGET
  }
}
