package tatami.searchtable.description;

import java.util.Objects;

/**
 * When an offer is still sold, or already, before a check-in; each number is null for no such rule.
 *
 * @param timeZone the property's zone, an IANA name: that of its local dates and times
 * @param closeDays sales end so many days before the check-in date; null where they do not end
 * @param closeMinute … at this minute of that local day, from 0; it is not null where days are not
 * @param minimumDays fewest days from today to the check-in date, in local dates
 * @param maximumDays most days from today to the check-in date, in local dates
 */
public record LeadTime(
    String timeZone,
    Integer closeDays,
    Integer closeMinute,
    Integer minimumDays,
    Integer maximumDays) {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  /** Refuses half a rule. */
  public LeadTime {
    Objects.requireNonNull(timeZone, "timeZone");
    boolean isMinute = closeMinute == null || (closeMinute >= 0 && closeMinute < MINUTES_OF_A_DAY);
    if ((closeDays == null) != (closeMinute == null) || !isMinute) {
      throw new IllegalArgumentException("closeDays=" + closeDays + " closeMinute=" + closeMinute);
    }
  }
}
