package tatami.benchmarks.mixed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When is asked, for tables whose properties are all in the catalog's zone.
 *
 * @param instant the instant
 * @param local the same in the catalog's zone
 */
public record SearchMoment(Instant instant, LocalDateTime local) {

  /** Tells the instant of a time in a zone. */
  public static SearchMoment of(LocalDateTime local, String timeZone) {
    return new SearchMoment(local.atZone(ZoneId.of(timeZone)).toInstant(), local);
  }

  /** Returns the date in that zone. */
  public LocalDate today() {
    return local.toLocalDate();
  }
}
