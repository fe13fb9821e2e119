package tatami.benchmarks.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws parts of searches, each when it is asked for: equal seeds give equal searches. */
public final class SearchDice {

  /** Stays have 1 to so many nights. */
  public static final int MOST_NIGHTS = 4;

  private static final int MOST_ADULTS = 3;
  private static final int LATEST_CHECK_IN = 200;
  private static final int LARGEST_RADIUS = 10;
  private static final double LOWEST_BUDGET = 0.6;

  private final RandomGenerator random;
  private final LocalDate firstNight;
  private final int dates;

  /**
   * Takes dice.
   *
   * @param firstNight the first check-in date
   * @param dates from how many dates on check-ins may be drawn; the first is one in any case
   */
  public SearchDice(RandomGenerator random, LocalDate firstNight, int dates) {
    this.random = random;
    this.firstNight = firstNight;
    this.dates = Math.max(1, Math.min(LATEST_CHECK_IN, dates));
  }

  /** Draws the nights of a stay. */
  public int nights() {
    return 1 + random.nextInt(MOST_NIGHTS);
  }

  /** Draws the adults in a room. */
  public int adults() {
    return 1 + random.nextInt(MOST_ADULTS);
  }

  /** Draws the date of arrival. */
  public LocalDate checkIn() {
    return firstNight.plusDays(random.nextInt(dates));
  }

  /**
   * Draws a highest total around what is usual.
   *
   * @param usual price of a night and person, in minor units
   */
  public long budget(long usual, int nights, int adults) {
    return Math.round(usual * nights * adults * (LOWEST_BUDGET + random.nextDouble()));
  }

  /**
   * Draws a rectangle: tenths of a degree around a point.
   *
   * @param point latitude and longitude
   * @return south, west, north, east
   */
  public List<BigDecimal> rectangle(List<BigDecimal> point) {
    BigDecimal radius = BigDecimal.valueOf(1 + random.nextInt(LARGEST_RADIUS), 1);
    BigDecimal south = point.get(0).setScale(3, RoundingMode.HALF_UP);
    BigDecimal west = point.get(1).setScale(3, RoundingMode.HALF_UP);
    return List.of(
        south.subtract(radius), west.subtract(radius), south.add(radius), west.add(radius));
  }
}
