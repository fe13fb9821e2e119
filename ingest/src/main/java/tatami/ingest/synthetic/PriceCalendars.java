package tatami.ingest.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Vocabulary.Season;

/**
 * The few calendars that all hotels price by: a rank for each night.
 *
 * <p>A price is looked up by rank, as hotels do it, so calendars repeat between hotels and between
 * the rooms and plans of one hotel. A night's rank comes from its month, its day of the week and
 * the seasons.
 */
final class PriceCalendars {

  private static final int CALENDARS = 24;

  /** Price of each rank in percent of the lowest. */
  private static final int[] RANK_PERCENT = {100, 108, 118, 130, 148, 172, 205};

  private final byte[][] ranks = new byte[CALENDARS][];

  PriceCalendars(Nights nights, List<Season> seasons, SplittableRandom random) {
    for (int calendar = 0; calendar < CALENDARS; calendar++) {
      ranks[calendar] = drawRanks(nights, seasons, random);
    }
  }

  static int rankCount() {
    return RANK_PERCENT.length;
  }

  static int percent(int rank) {
    return RANK_PERCENT[rank];
  }

  /** Picks a calendar; the caller does not change it. */
  byte[] pick(SplittableRandom random) {
    return ranks[Math.min(random.nextInt(CALENDARS), random.nextInt(CALENDARS))];
  }

  private static byte[] drawRanks(Nights nights, List<Season> seasons, SplittableRandom random) {
    int[] months = new int[13];
    for (int month = 1; month < months.length; month++) {
      months[month] = random.nextInt(3);
    }
    int fridays = random.nextInt(2);
    int saturdays = 1 + random.nextInt(2);
    byte[] drawn = new byte[nights.count()];
    for (int night = 0; night < drawn.length; night++) {
      LocalDate day = nights.day(night);
      int rank = months[day.getMonthValue()] + seasonRanks(day, seasons);
      rank += day.getDayOfWeek() == DayOfWeek.FRIDAY ? fridays : 0;
      rank += day.getDayOfWeek() == DayOfWeek.SATURDAY ? saturdays : 0;
      drawn[night] = (byte) Math.min(rank, RANK_PERCENT.length - 1);
    }
    return drawn;
  }

  private static int seasonRanks(LocalDate day, List<Season> seasons) {
    MonthDay monthDay = MonthDay.from(day);
    return seasons.stream()
        .filter(season -> season.contains(monthDay))
        .mapToInt(Season::ranks)
        .sum();
  }
}
