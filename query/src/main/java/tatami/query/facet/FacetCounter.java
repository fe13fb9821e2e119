package tatami.query.facet;

/**
 * Counts, property by property, what a property has; each value once, however many rows have it.
 * Not thread-safe.
 */
public interface FacetCounter {

  /** The lowest total of a row that has no price, or is not priced. */
  long NO_TOTAL = Long.MAX_VALUE;

  /**
   * Notes a value of the property at hand.
   *
   * @param value a code, or a number in steps
   * @param lowestTotal lowest total of the row that has the value, {@link #NO_TOTAL} for none
   */
  void add(long value, long lowestTotal);

  /** Ends the property at hand: its values count where their lowest total is inside the budget. */
  void endProperty();

  /** Returns the counts. */
  FacetResult result();
}
