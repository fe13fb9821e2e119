package tatami.query.request;

/**
 * Budget, in minor units, and display.
 *
 * @param minimum lowest total, or null
 * @param maximum highest total, or null
 * @param perNight whether shown amounts are divided by nights and rooms
 */
public record PriceRequest(Long minimum, Long maximum, boolean perNight) {

  /** No budget, totals of the stay. */
  public static final PriceRequest DEFAULT = new PriceRequest(null, null, false);

  /** Says whether totals are limited. */
  public boolean hasBudget() {
    return minimum != null || maximum != null;
  }

  /** Returns the lowest total inside the budget. */
  public long lowest() {
    return minimum == null ? 0 : minimum;
  }

  /** Returns the highest total inside the budget. */
  public long highest() {
    return maximum == null ? Long.MAX_VALUE : maximum;
  }
}
