package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Hotel.Room;

/**
 * Writes what every plan asks for every room, number and kind of heads, and night.
 *
 * <p>One plan in thirty has no prices yet in the later half of the nights.
 */
final class PriceFeed {

  private static final String[] HEADER = {
    "hotel_code", "plan_code", "room_code", "occupancy", "person_class", "date", "yen"
  };
  private static final String[] UNIT_HEADER = {
    "hotel_code", "plan_code", "room_code", "date", "yen"
  };

  private static final long LARGEST_YEN = 300_000;

  private final FeedFile file;
  private final Nights nights;
  private final PriceCalendars calendars;
  private final PricedPer model;
  private final int occupancies;
  private final byte[][] values = new byte[PriceCalendars.rankCount()][];

  PriceFeed(
      FeedFile file, Nights nights, PriceCalendars calendars, PricedPer model, int occupancies) {
    this.file = file;
    this.nights = nights;
    this.calendars = calendars;
    this.model = model;
    this.occupancies = occupancies;
  }

  static String[] header(PricedPer model) {
    return (model == PricedPer.UNIT ? UNIT_HEADER : HEADER).clone();
  }

  /** Writes a hotel; four of five of its plans follow the same calendar. */
  void write(Hotel hotel, SplittableRandom random) throws IOException {
    byte[] usual = calendars.pick(random);
    byte[] other = calendars.pick(random);
    for (Plan plan : hotel.plans()) {
      byte[] ranks = published(random.nextInt(5) > 0 ? usual : other, random);
      for (Room room : plan.rooms()) {
        long yen = baseYen(hotel, plan, room);
        PriceSeries.Offer offer = new PriceSeries.Offer(hotel, plan, room, yen, occupancies);
        for (PriceSeries series : PriceSeries.list(model, offer, random)) {
          priceRanks(series.lowestYen(), hotel.priceStep());
          file.nights(key(offer, series), nights, ranks, values);
        }
      }
    }
  }

  private static byte[] published(byte[] ranks, SplittableRandom random) {
    return random.nextInt(30) > 0 ? ranks : Arrays.copyOf(ranks, (ranks.length + 1) / 2);
  }

  /** Computes the price of one of two persons on a night of the lowest rank. */
  private static long baseYen(Hotel hotel, Plan plan, Room room) {
    long yen = (long) hotel.kind().baseYen() * hotel.pricePercent() / 100;
    yen = yen * room.type().pricePercent() / 100 * room.view().pricePercent() / 100;
    return (yen + plan.meal().yen()) * plan.theme().pricePercent() / 100;
  }

  private void priceRanks(long lowestYen, int step) {
    for (int rank = 0; rank < values.length; rank++) {
      long steps = lowestYen * PriceCalendars.percent(rank) / 100 / step;
      long yen = Math.min(steps * step, LARGEST_YEN);
      values[rank] = (yen + "\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static byte[] key(PriceSeries.Offer offer, PriceSeries series) {
    String fields =
        String.join(",", offer.hotel().code(), offer.plan().code(), offer.room().code());
    return (fields + "," + series.heads()).getBytes(StandardCharsets.US_ASCII);
  }
}
