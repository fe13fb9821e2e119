package tatami.query.stay.split;

import java.util.Random;

/** Prices that were drawn. */
final class RandomPrices {

  private static final int HEADS = 33;

  private RandomPrices() {}

  /** Draws prices of either kind. */
  static SplitPrices draw(Random random, int types, int mostNights) {
    int nights = 1 + random.nextInt(mostNights);
    int highest = new int[] {1, 3, 20, 10_000}[random.nextInt(4)];
    int missing = random.nextInt(3) == 0 ? 1 + random.nextInt(15) : 0;
    return random.nextBoolean()
        ? perHead(random, types, nights, highest, missing)
        : perRoom(random, types, nights, highest, missing);
  }

  static SplitPrices perHead(Random random, int types, int nights, int highest, int missing) {
    long[][][] prices = new long[nights][HEADS][];
    for (int occupancy = 0; occupancy < HEADS; occupancy++) {
      long[][] byType = new long[types][];
      for (int type = 0; type < types; type++) {
        byType[type] = nights(random, nights, highest, missing);
      }
      for (int night = 0; night < nights; night++) {
        prices[night][occupancy] = new long[types];
        for (int type = 0; type < types; type++) {
          prices[night][occupancy][type] = byType[type][night];
        }
      }
    }
    return new ListedPerHead(prices);
  }

  static SplitPrices perRoom(Random random, int types, int nights, int highest, int missing) {
    int largest = 1 + random.nextInt(5);
    long[][] rooms = new long[largest + 1][];
    for (int occupancy = 0; occupancy <= largest; occupancy++) {
      rooms[occupancy] = nights(random, nights, highest, missing);
    }
    long[][] extras = new long[types][];
    for (int type = 0; type < types; type++) {
      extras[type] = nights(random, nights, highest, missing);
    }
    return new ListedPerRoom(nights, rooms, extras);
  }

  private static long[] nights(Random random, int nights, int highest, int missing) {
    long[] prices = new long[nights];
    for (int night = 0; night < nights; night++) {
      prices[night] = random.nextInt(highest + 1);
    }
    if (random.nextInt(100) < missing) {
      prices[random.nextInt(nights)] = SplitPrices.MISSING;
    }
    return prices;
  }

  /** Draws a rebate for a stay of so many nights. */
  static StayRebate rebate(Random random, int nights) {
    int share = new int[] {0, 0, 1_000, 3_333, 10_000}[random.nextInt(5)];
    long amount = random.nextInt(3) == 0 ? random.nextInt(10) : 0;
    int freeNights = random.nextBoolean() ? random.nextInt(nights + 1) : 0;
    return new ListedRebate(share, amount, freeNights);
  }

  /** A share in basis points, an amount and free nights. */
  record ListedRebate(int share, long amount, int freeNights) implements StayRebate {

    @Override
    public long ofSum(long sum) {
      long left = (sum / 10_000) * (10_000 - share);
      left += (sum % 10_000 * (10_000 - share) + 5_000) / 10_000;
      return Math.min(left, Math.max(0, sum - amount));
    }
  }

  /** Prices by night, occupancy and type. */
  @SuppressWarnings("ArrayRecordComponent")
  record ListedPerHead(long[][][] prices) implements SplitPrices.PerHead {

    @Override
    public int nights() {
      return prices.length;
    }

    @Override
    public long head(int night, int occupancy, int type) {
      return prices[night][occupancy][type];
    }
  }

  /** Prices by occupancy or type, and night. */
  @SuppressWarnings("ArrayRecordComponent")
  record ListedPerRoom(int nights, long[][] rooms, long[][] extras) implements SplitPrices.PerRoom {

    @Override
    public int largestOccupancy() {
      return rooms.length - 1;
    }

    @Override
    public long room(int night, int occupancy) {
      return rooms[occupancy][night];
    }

    @Override
    public long extra(int night, int type) {
      return extras[type][night];
    }
  }
}
