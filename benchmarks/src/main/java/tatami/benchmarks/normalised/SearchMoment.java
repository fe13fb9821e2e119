package tatami.benchmarks.normalised;

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
record SearchMoment(Instant instant, LocalDateTime local) {

  static SearchMoment of(LocalDateTime local, String timeZone) {
    return new SearchMoment(local.atZone(ZoneId.of(timeZone)).toInstant(), local);
  }

  LocalDate today() {
    return local.toLocalDate();
  }
}
