package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Writes the days on which hotels are closed, and those on which no stay begins or ends.
 *
 * <p>A day without a row is open. One hotel in fifty tells every day, the first hotel among them,
 * so that the feed is never empty.
 */
final class HotelDayFeed {

  static final String[] HEADER = {
    "hotel_code", "date", "closed", "arrival_closed", "departure_closed"
  };

  private static final int CLOSED = 1;
  private static final int ARRIVAL_CLOSED = 2;
  private static final int DEPARTURE_CLOSED = 4;
  private static final MonthDay NEW_YEARS_EVE = MonthDay.of(12, 31);
  private static final MonthDay NEW_YEARS_DAY = MonthDay.of(1, 1);

  private final FeedFile file;
  private final Nights nights;
  private final int[] days;
  private final byte[][] values = new byte[CLOSED + ARRIVAL_CLOSED + DEPARTURE_CLOSED + 1][];

  HotelDayFeed(FeedFile file, Nights nights) {
    this.file = file;
    this.nights = nights;
    days = new int[nights.count()];
    for (int rules = 0; rules < values.length; rules++) {
      String fields =
          String.join(
              ",",
              truth(rules, CLOSED),
              truth(rules, ARRIVAL_CLOSED),
              truth(rules, DEPARTURE_CLOSED));
      values[rules] = (fields + "\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  void write(Hotel hotel, SplittableRandom random) throws IOException {
    Arrays.fill(days, 0);
    closeARun(random);
    closeAWeekday(random);
    closeNewYear(random);
    boolean tellsAll = random.nextInt(50) == 0 || hotel.isFirst();
    byte[] key = (hotel.code() + ",").getBytes(StandardCharsets.US_ASCII);
    for (int day = 0; day < days.length; day++) {
      if (tellsAll || days[day] != 0) {
        file.night(key, nights, day, values[days[day]]);
      }
    }
  }

  /** Closes one hotel in twenty for a renewal. */
  private void closeARun(SplittableRandom random) {
    int first = random.nextInt(days.length);
    int last = Math.min(first + 2 + random.nextInt(30), days.length - 1);
    if (random.nextInt(20) == 0) {
      for (int day = first; day <= last; day++) {
        days[day] |= CLOSED;
      }
    }
  }

  /** On one weekday, one hotel in fifty is closed, and another lets no stay begin. */
  private void closeAWeekday(SplittableRandom random) {
    DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
    int kind = random.nextInt(50);
    for (int day = 0; day < days.length && kind < 2; day++) {
      if (nights.day(day).getDayOfWeek() == weekday) {
        days[day] |= kind == 0 ? CLOSED : ARRIVAL_CLOSED;
      }
    }
  }

  /** At New Year, one hotel in ten is closed, two let no stay begin, one no stay end. */
  private void closeNewYear(SplittableRandom random) {
    int kind = random.nextInt(10);
    for (int day = 0; day < days.length && kind < 4; day++) {
      LocalDate date = nights.day(day);
      boolean isEve = MonthDay.from(date).equals(NEW_YEARS_EVE);
      boolean isNewYear = MonthDay.from(date).equals(NEW_YEARS_DAY);
      if (kind == 0 && (isEve || isNewYear)) {
        days[day] |= CLOSED;
      } else if (kind < 3 && (isEve || isNewYear)) {
        days[day] |= ARRIVAL_CLOSED;
      } else if (isNewYear) {
        days[day] |= DEPARTURE_CLOSED;
      }
    }
  }

  private static String truth(int rules, int rule) {
    return (rules & rule) == 0 ? "f" : "t";
  }
}
