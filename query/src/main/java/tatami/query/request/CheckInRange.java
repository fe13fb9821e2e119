package tatami.query.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Check-in dates of a calendar.
 *
 * @param from the first, today or later
 * @param to the last, itself inside
 */
public record CheckInRange(LocalDate from, LocalDate to) {

  /** Refuses a range without a day. */
  public CheckInRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("from=" + from + " to=" + to);
    }
  }

  /** Returns how many days there are, at least 1. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }
}
