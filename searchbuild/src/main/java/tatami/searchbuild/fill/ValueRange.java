package tatami.searchbuild.fill;

/**
 * Which landed values a table of calendars holds.
 *
 * @param lowest lower values are no value: a closing that says 0 says nothing
 * @param highest higher values are stored as this
 */
record ValueRange(long lowest, long highest) {

  /** Every value as it is. */
  static final ValueRange ALL = new ValueRange(0, Long.MAX_VALUE);

  /** Every value above 0: no room left is as good as no value. */
  static final ValueRange PRESENT = new ValueRange(1, Long.MAX_VALUE);

  /** Of booleans, what is true. */
  static final ValueRange TRUE = new ValueRange(1, 1);

  /** Values up to a highest one, which stands for all above it. */
  static ValueRange upTo(long highest) {
    return new ValueRange(0, highest);
  }
}
