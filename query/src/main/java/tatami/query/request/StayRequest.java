package tatami.query.request;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When and for whom.
 *
 * @param checkIn first night; null for a search without dates
 * @param nights at least 1; 1 without a check-in
 * @param guests who sleeps where
 */
public record StayRequest(LocalDate checkIn, int nights, Guests guests) {

  /** What is meant when a caller does not say: no dates, one room, two adults. */
  public static final StayRequest DEFAULT = new StayRequest(null, 1, Guests.DEFAULT);

  /** Refuses a stay of no night. */
  public StayRequest {
    Objects.requireNonNull(guests, "guests");
    if (nights < 1) {
      throw new IllegalArgumentException("nights=" + nights);
    }
  }

  /** Says whether there are dates. */
  public boolean isDated() {
    return checkIn != null;
  }
}
