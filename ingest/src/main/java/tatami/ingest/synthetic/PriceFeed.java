package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Hotel.Room;

/** Writes the price of one adult for every plan, room, occupancy and night. */
final class PriceFeed {

  static final String[] HEADER = {
    "hotel_code", "plan_code", "room_code", "occupancy", "person_class", "date", "yen"
  };

  private static final long LARGEST_YEN = 300_000;

  private final FeedFile file;
  private final Nights nights;
  private final PriceCalendars calendars;
  private final int occupancies;
  private final byte[][] values = new byte[PriceCalendars.rankCount()][];

  PriceFeed(FeedFile file, Nights nights, PriceCalendars calendars, int occupancies) {
    this.file = file;
    this.nights = nights;
    this.calendars = calendars;
    this.occupancies = occupancies;
  }

  /** Writes a hotel; four of five of its plans follow the same calendar. */
  void write(Hotel hotel, SplittableRandom random) throws IOException {
    byte[] usual = calendars.pick(random);
    byte[] other = calendars.pick(random);
    for (Plan plan : hotel.plans()) {
      byte[] ranks = random.nextInt(5) > 0 ? usual : other;
      for (Room room : plan.rooms()) {
        long yen = baseYen(hotel, plan, room);
        int largest = Math.min(occupancies, room.type().capacity());
        for (int occupancy = 1; occupancy <= largest; occupancy++) {
          long yenOfOne = yen * occupancyPercent(hotel, occupancy) / 100;
          priceRanks(yenOfOne, hotel.priceStep());
          file.nights(key(hotel, plan, room, occupancy), nights, ranks, values);
        }
      }
    }
  }

  /** Computes the price of one of two persons on a night of the lowest rank. */
  private static long baseYen(Hotel hotel, Plan plan, Room room) {
    long yen = (long) hotel.kind().baseYen() * hotel.pricePercent() / 100;
    yen = yen * room.type().pricePercent() / 100 * room.view().pricePercent() / 100;
    return (yen + plan.meal().yen()) * plan.theme().pricePercent() / 100;
  }

  private static int occupancyPercent(Hotel hotel, int occupancy) {
    return occupancy == 1 ? hotel.kind().singlePercent() : Math.max(72, 108 - 4 * occupancy);
  }

  private void priceRanks(long lowestYen, int step) {
    for (int rank = 0; rank < values.length; rank++) {
      long steps = lowestYen * PriceCalendars.percent(rank) / 100 / step;
      long yen = Math.min(steps * step, LARGEST_YEN);
      values[rank] = (yen + "\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static byte[] key(Hotel hotel, Plan plan, Room room, int occupancy) {
    String fields = String.join(",", hotel.code(), plan.code(), room.code());
    return (fields + "," + occupancy + ",adult,").getBytes(StandardCharsets.US_ASCII);
  }
}
