package tatami.query.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout.Window;

/**
 * Today, and the check-in dates that can still or already be booked, of each lead time of a
 * release. Days are day numbers. Immutable.
 */
public final class LeadTimeTerms {

  private static final int MINUTES_OF_AN_HOUR = 60;

  private final long[] today;
  private final long[] earliestCheckIn;
  private final long[] latestCheckIn;

  /** The instant at which any of these is different. */
  private Instant end = Instant.MAX;

  /** Compiles the lead times; the one behind the last stands for an offer without any. */
  LeadTimeTerms(ReleaseDescription description, Instant now) {
    List<LeadTime> leadTimes = description.stay().leadTimes();
    today = new long[leadTimes.size() + 1];
    earliestCheckIn = new long[leadTimes.size() + 1];
    latestCheckIn = new long[leadTimes.size() + 1];
    for (int number = 0; number < leadTimes.size(); number++) {
      compile(number, leadTimes.get(number), now);
    }
    LeadTime none = new LeadTime(description.timeZone(), null, null, null, null);
    compile(leadTimes.size(), none, now);
  }

  private void compile(int number, LeadTime leadTime, Instant now) {
    ZoneId zone = ZoneId.of(leadTime.timeZone());
    LocalDate localToday = now.atZone(zone).toLocalDate();
    endAt(localToday.plusDays(1).atStartOfDay(zone).toInstant());
    long day = Window.dayNumber(localToday);
    long earliest = Long.MIN_VALUE;
    if (leadTime.closeDays() != null) {
      earliest = Window.dayNumber(firstOpen(leadTime, localToday, now));
    }
    if (leadTime.minimumDays() != null) {
      earliest = Math.max(earliest, day + leadTime.minimumDays());
    }
    Integer most = leadTime.maximumDays();
    today[number] = day;
    earliestCheckIn[number] = earliest;
    latestCheckIn[number] = most == null ? Long.MAX_VALUE : day + most;
  }

  /**
   * Finds the first check-in date whose sales are not closed. Sales of the day before yesterday's
   * close are over in every zone, also where a whole day was left out.
   */
  private LocalDate firstOpen(LeadTime leadTime, LocalDate localToday, Instant now) {
    ZoneId zone = ZoneId.of(leadTime.timeZone());
    LocalTime time =
        LocalTime.of(
            leadTime.closeMinute() / MINUTES_OF_AN_HOUR,
            leadTime.closeMinute() % MINUTES_OF_AN_HOUR);
    LocalDate closing = localToday.minusDays(2);
    Instant instant = ZonedDateTime.of(closing, time, zone).toInstant();
    while (!now.isBefore(instant)) {
      closing = closing.plusDays(1);
      instant = ZonedDateTime.of(closing, time, zone).toInstant();
    }
    endAt(instant);
    return closing.plusDays(leadTime.closeDays());
  }

  private void endAt(Instant instant) {
    end = instant.isBefore(end) ? instant : end;
  }

  /** Returns the first instant from the one that was compiled on at which these do not hold. */
  Instant end() {
    return end;
  }

  /** Returns how many places there are: one for each number, and one for an offer without any. */
  public int places() {
    return today.length;
  }

  /** Returns the place of a lead time's number. */
  public int placeOf(long number) {
    return number == Offers.ABSENT ? today.length - 1 : (int) number;
  }

  /** Returns the local date of now. */
  public long today(int place) {
    return today[place];
  }

  /** Tells whether a check-in date can be booked now. */
  public boolean isOpen(int place, long checkIn) {
    return checkIn >= earliestCheckIn[place] && checkIn <= latestCheckIn[place];
  }
}
