package tatami.query.sql;

/** Which rows of a calendar table are read. */
sealed interface RowChoice {

  /** Writes the condition on a table's rows, with {@code WHERE}. */
  Fragment where(CalendarTable table);

  /** All rows. */
  record All() implements RowChoice {
    @Override
    public Fragment where(CalendarTable table) {
      return Fragment.EMPTY;
    }
  }

  /**
   * Rows whose surrogates lie in a range.
   *
   * @param first lowest
   * @param last highest, itself inside
   */
  record Range(int first, int last) implements RowChoice {
    @Override
    public Fragment where(CalendarTable table) {
      return Fragment.of("\nWHERE " + table.key() + " BETWEEN ? AND ?", first, last);
    }
  }

  /**
   * Rows that are named one by one.
   *
   * @param offers surrogates of offers
   * @param stocks surrogates of stock
   */
  record Few(IntArray offers, IntArray stocks) implements RowChoice {
    @Override
    public Fragment where(CalendarTable table) {
      IntArray ids = table.isStock() ? stocks : offers;
      return Fragment.of("\nWHERE " + table.key() + " = ANY (?)", ids);
    }
  }
}
