package tatami.benchmarks.stay;

import java.util.SplittableRandom;
import tatami.benchmarks.calendar.Dataset;

/**
 * Prices and rooms left of one offer, night by night; made again whenever they are needed.
 *
 * @param amounts one a night, in full hundreds
 * @param rooms one a night, 0 where it is sold out
 */
record OfferCalendar(long[] amounts, int[] rooms) {

  /** Every amount is a multiple of it, so it is what a packed cell counts, as in a release. */
  static final int UNIT = 100;

  private static final long SEED = 20_260_102;
  private static final int LONGEST_OPEN = 30;
  private static final int LONGEST_SOLD_OUT = 8;
  private static final int MOST_ROOMS = 4;

  /** Returns the calendar of an offer; the same one always. Copies nothing: callers only read. */
  static OfferCalendar of(int offer) {
    SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + offer);
    int[] rooms = new int[Dataset.NIGHTS];
    boolean open = random.nextBoolean();
    for (int night = 0; night < rooms.length; open = !open) {
      int run = 1 + random.nextInt(open ? LONGEST_OPEN : LONGEST_SOLD_OUT);
      for (int last = Math.min(rooms.length, night + run); night < last; night++) {
        rooms[night] = open ? 1 + random.nextInt(MOST_ROOMS) : 0;
      }
    }
    return new OfferCalendar(Dataset.REPEATING.calendar(SEED, offer), rooms);
  }
}
