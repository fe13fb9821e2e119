package tatami.benchmarks.form;

import java.util.SplittableRandom;
import tatami.benchmarks.calendar.Dataset;

/**
 * Stock and prices of one offer; made again whenever they are needed.
 *
 * <p>Prices follow one of a few day calendars, as hotels price by rank. One offer in ten has no
 * price on some nights.
 *
 * @param rooms rooms left a night, 0 to 4
 * @param calendar number of the day calendar
 * @param levels price of each rank
 * @param priced whether there is a price, a night
 */
record FormCalendar(int[] rooms, int calendar, int[] levels, boolean[] priced) {

  static final int CALENDARS = 24;
  static final int RANKS = 7;

  private static final long SEED = 20_261_121;
  private static final int MOST_ROOMS = 4;

  /** Returns the calendar of an offer; the same one always. */
  static FormCalendar of(int offer) {
    SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + offer);
    int[] rooms = new int[Dataset.NIGHTS];
    boolean isSoldOut = false;
    for (int night = 0; night < rooms.length; night++) {
      isSoldOut = isSoldOut ? random.nextInt(3) > 0 : random.nextInt(17) == 0;
      rooms[night] = isSoldOut ? 0 : 1 + random.nextInt(MOST_ROOMS);
    }
    int[] levels = new int[RANKS];
    int level = random.nextInt(50, 400);
    for (int rank = 0; rank < RANKS; rank++) {
      levels[rank] = level;
      level += random.nextInt(5, 60);
    }
    return new FormCalendar(rooms, random.nextInt(CALENDARS), levels, drawPriced(random));
  }

  private static boolean[] drawPriced(SplittableRandom random) {
    boolean[] priced = new boolean[Dataset.NIGHTS];
    boolean isSparse = random.nextInt(10) == 0;
    for (int night = 0; night < priced.length; night++) {
      priced[night] = !isSparse || random.nextInt(5) > 0;
    }
    return priced;
  }

  /** Returns the rank of each night of a day calendar. */
  static int[] ranks(int calendar) {
    SplittableRandom random = new SplittableRandom(SEED * 31 + calendar);
    int[] ranks = new int[Dataset.NIGHTS];
    int season = 0;
    for (int night = 0; night < ranks.length; night++) {
      season = random.nextInt(30) == 0 ? random.nextInt(RANKS - 2) : season;
      ranks[night] = season + (night % 7 >= 5 ? 1 + calendar % 2 : 0);
    }
    return ranks;
  }

  /** Returns the price a night, −1 where there is none. */
  int[] prices() {
    int[] ranks = ranks(calendar);
    int[] prices = new int[ranks.length];
    for (int night = 0; night < prices.length; night++) {
      prices[night] = priced[night] ? levels[ranks[night]] : -1;
    }
    return prices;
  }
}
