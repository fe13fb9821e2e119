package tatami.query.sql;

import tatami.searchtable.codec.CalendarCodec;

/**
 * A table of calendars, as far as a question needs it.
 *
 * @param part what it is to a stay, such as {@code stock} or {@code minimum_stay}
 * @param table the table
 * @param key column with the surrogate
 * @param codec how nights are held
 * @param firstNight first night that is read, from 0 for the horizon's first
 * @param nights how many are read, at least 1
 */
record CalendarTable(
    String part, String table, String key, CalendarCodec codec, int firstNight, int nights) {

  /** Key of stock; all others go by {@link #OFFER_KEY}. */
  static final String STOCK_KEY = "id";

  /** Key of every calendar but stock. */
  static final String OFFER_KEY = "offer";

  /** Tells whether rows go by stock, not by offer. */
  boolean isStock() {
    return key.equals(STOCK_KEY);
  }
}
