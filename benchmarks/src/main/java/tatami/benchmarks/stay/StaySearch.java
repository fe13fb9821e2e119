package tatami.benchmarks.stay;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tatami.benchmarks.calendar.Dataset;

/**
 * One search: a stay and a budget for all of it.
 *
 * @param firstNight counted from the first night of the horizon
 * @param nights at least 1, the stay ends inside the horizon
 * @param budget highest total, inclusive
 */
record StaySearch(int firstNight, int nights, long budget) {

  /** How many properties a search finds at most. */
  static final int PAGE_SIZE = 20;

  private static final long SEED = 20_260_103;
  private static final int LOWEST_BUDGET = 8_000;
  private static final int HIGHEST_BUDGET = 30_000;

  /** Returns that many searches for a number of nights; the same ones always. */
  static List<StaySearch> list(int nights, int count) {
    SplittableRandom random = new SplittableRandom(SEED + nights);
    return IntStream.range(0, count).mapToObj(number -> draw(nights, random)).toList();
  }

  private static StaySearch draw(int nights, SplittableRandom random) {
    int firstNight = random.nextInt(Dataset.NIGHTS - nights + 1);
    long perNight = random.nextInt(LOWEST_BUDGET, HIGHEST_BUDGET);
    return new StaySearch(firstNight, nights, perNight * nights);
  }

  LocalDate checkIn() {
    return Dataset.FIRST_NIGHT.plusDays(firstNight);
  }

  LocalDate checkOut() {
    return checkIn().plusDays(nights);
  }
}
