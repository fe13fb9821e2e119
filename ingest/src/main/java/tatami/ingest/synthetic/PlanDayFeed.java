package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Vocabulary.Season;

/**
 * Writes what plans allow on single days: of one plan in five, one rule each.
 *
 * <p>A day without a row, and an empty field, is no rule. The first plan of the first hotel tells
 * every day, so that the feed is never empty.
 */
final class PlanDayFeed {

  static final String[] HEADER = {
    "hotel_code",
    "plan_code",
    "date",
    "stop_sell",
    "min_nights",
    "max_nights",
    "min_through",
    "max_through",
    "pattern"
  };

  /** A season of so many ranks is one in which everybody travels. */
  private static final int CROWDED_RANKS = 2;

  private static final List<String> PATTERNS =
      List.of(
          "1",
          "01",
          "0111",
          "1110111",
          "0000001",
          "01010101010101",
          "11111111111111111111111111111",
          "00000010000001000000100000010000001000000100000010000001000000");

  private final FeedFile file;
  private final Nights nights;
  private final boolean[] crowded;

  PlanDayFeed(FeedFile file, Nights nights, List<Season> seasons) {
    this.file = file;
    this.nights = nights;
    crowded = new boolean[nights.count()];
    for (int night = 0; night < crowded.length; night++) {
      MonthDay day = MonthDay.from(nights.day(night));
      crowded[night] =
          seasons.stream()
              .anyMatch(season -> season.ranks() >= CROWDED_RANKS && season.contains(day));
    }
  }

  /** A field of a row, in its order. */
  private enum Rule {
    STOP_SELL,
    MIN_NIGHTS,
    MAX_NIGHTS,
    MIN_THROUGH,
    MAX_THROUGH,
    PATTERN;

    byte[] row(String text) {
      String row = ",".repeat(ordinal()) + text + ",".repeat(PATTERN.ordinal() - ordinal());
      return (row + "\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  void write(Hotel hotel, SplittableRandom random) throws IOException {
    for (Plan plan : hotel.plans()) {
      int kind = random.nextInt(100);
      byte[] key = (hotel.code() + "," + plan.code() + ",").getBytes(StandardCharsets.US_ASCII);
      if (hotel.isFirst() && plan == hotel.plans().get(0)) {
        writeRun(key, 0, nights.count(), Rule.STOP_SELL.row("f"));
      } else if (kind < 5) {
        writeRun(key, drawDay(random), 1 + random.nextInt(20), Rule.STOP_SELL.row("t"));
      } else if (kind < 8) {
        writePattern(key, random);
      } else if (kind < 20) {
        writeLimit(key, kind, random);
      }
    }
  }

  /** Lets only stays of some lengths begin, for a month or more. */
  private void writePattern(byte[] key, SplittableRandom random) throws IOException {
    String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
    writeRun(key, drawDay(random), 30 + random.nextInt(300), Rule.PATTERN.row(pattern));
  }

  /** Limits the length of stays in crowded seasons, or on Saturdays. */
  private void writeLimit(byte[] key, int kind, SplittableRandom random) throws IOException {
    int few = 2 + random.nextInt(2);
    int many = 2 + random.nextInt(5);
    byte[] value =
        switch (kind) {
          case 8, 9, 10, 11, 12 -> Rule.MIN_NIGHTS.row("" + few);
          case 13, 14 -> Rule.MAX_NIGHTS.row("" + many);
          case 15, 16, 17 -> Rule.MIN_THROUGH.row("" + few);
          default -> Rule.MAX_THROUGH.row("" + many);
        };
    boolean onSaturdays = random.nextInt(3) == 0;
    for (int night = 0; night < crowded.length; night++) {
      LocalDate day = nights.day(night);
      if (onSaturdays ? day.getDayOfWeek() == DayOfWeek.SATURDAY : crowded[night]) {
        file.night(key, nights, night, value);
      }
    }
  }

  private void writeRun(byte[] key, int first, int length, byte[] value) throws IOException {
    int end = Math.min(first + length, nights.count());
    for (int night = first; night < end; night++) {
      file.night(key, nights, night, value);
    }
  }

  private int drawDay(SplittableRandom random) {
    return random.nextInt(nights.count());
  }
}
