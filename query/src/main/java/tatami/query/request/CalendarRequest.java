package tatami.query.request;

import java.util.Objects;

/**
 * A question for prices by check-in date.
 *
 * @param checkIns the dates
 * @param search what is asked of each; its own check-in is the first of the dates
 */
public record CalendarRequest(CheckInRange checkIns, SearchRequest search) {

  /** Refuses a missing part. */
  public CalendarRequest {
    Objects.requireNonNull(checkIns, "checkIns");
    Objects.requireNonNull(search, "search");
  }
}
