package tatami.benchmarks.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Kinds of price calendars, from the hardest to pack to the emptiest.
 *
 * <p>A calendar is an amount a night of the horizon, {@link #NO_PRICE} where there is none. Amounts
 * are whole numbers of the minor unit.
 */
public enum Dataset {
  /** Every night has its own price; nothing repeats, every row needs four bytes a cell. */
  UNIFORM {
    @Override
    long[] amounts(SplittableRandom random) {
      return random.longs(NIGHTS, 33_000, 99_000).toArray();
    }
  },
  /** A base price, dearer at weekends and in season: few values, in full hundreds. */
  REPEATING {
    @Override
    long[] amounts(SplittableRandom random) {
      long base = 100L * random.nextInt(50, 400);
      long weekend = 100L * random.nextInt(5, 60);
      int seasonStart = random.nextInt(NIGHTS);
      int seasonNights = random.nextInt(20, 80);
      long season = 100L * random.nextInt(10, 100);
      long[] amounts = new long[NIGHTS];
      for (int night = 0; night < NIGHTS; night++) {
        boolean inSeason = night >= seasonStart && night < seasonStart + seasonNights;
        amounts[night] = base + (isWeekend(night) ? weekend : 0) + (inSeason ? season : 0);
      }
      return amounts;
    }
  },
  /** One night in six has a price, anywhere in the year. */
  SPARSE {
    @Override
    long[] amounts(SplittableRandom random) {
      long[] amounts = new long[NIGHTS];
      Arrays.fill(amounts, NO_PRICE);
      long base = 100L * random.nextInt(50, 300);
      for (int priced = 0; priced < NIGHTS / SPARSE_SHARE; ) {
        int night = random.nextInt(NIGHTS);
        if (amounts[night] == NO_PRICE) {
          amounts[night] = base + 10L * random.nextInt(200);
          priced++;
        }
      }
      return amounts;
    }
  };

  /** Nights of a calendar. */
  public static final int NIGHTS = 366;

  /** The date of a calendar's first night. */
  public static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 1, 1);

  /** What a calendar holds where there is no price. */
  public static final long NO_PRICE = -1;

  /** How many prices {@link #prices} makes, whatever the dataset. */
  public static final int PRICES = 200 * NIGHTS;

  private static final int SPARSE_SHARE = 6;

  abstract long[] amounts(SplittableRandom random);

  /** Returns one calendar of {@link #NIGHTS} nights. */
  public long[] calendar(long seed, int row) {
    return amounts(new SplittableRandom(seed * 1_000_003 + row));
  }

  /** Returns {@link #PRICES} prices, row by row and night by night, as a feed brings them. */
  public NightPrices prices(long seed) {
    NightPrices prices = new NightPrices(PRICES);
    for (int row = 0; !prices.isFull(); row++) {
      long[] amounts = calendar(seed, row);
      for (int night = 0; night < NIGHTS; night++) {
        if (amounts[night] != NO_PRICE) {
          prices.add(row, night, amounts[night]);
        }
      }
    }
    return prices;
  }

  private static boolean isWeekend(int night) {
    DayOfWeek day = FIRST_NIGHT.plusDays(night).getDayOfWeek();
    return day == DayOfWeek.FRIDAY || day == DayOfWeek.SATURDAY;
  }
}
