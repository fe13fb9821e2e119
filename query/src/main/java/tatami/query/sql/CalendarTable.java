package tatami.query.sql;

import tatami.searchtable.calendar.CalendarCodec;

/**
 * A calendar table, as far as a question needs it.
 *
 * @param part what it is to a stay, such as {@code stock} or {@code minimum_stay}
 * @param table the table
 * @param isStock whether rows go by stock, not by offer
 * @param codec how nights are held
 * @param firstNight first night that is read, from 0 for the horizon's first
 * @param nights how many are read, at least 1
 */
record CalendarTable(
    String part, String table, boolean isStock, CalendarCodec codec, int firstNight, int nights) {}
