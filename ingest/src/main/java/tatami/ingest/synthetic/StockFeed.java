package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Room;

/**
 * Writes how many rooms of a type are left, for every room type and night, and whether the night is
 * not sold although there are some.
 *
 * <p>Nights are sold out in runs: an open night is followed by a sold-out one in 1 of 17 cases, a
 * sold-out one by an open one in 1 of 3. In the long run 3 of 20 nights are sold out, three in a
 * row on average. Of one room type in twelve, a run of up to ten nights is not sold.
 */
final class StockFeed {

  static final String[] HEADER = {"hotel_code", "room_code", "date", "rooms", "stop_sell"};

  /** Added to the number of rooms on a night that is not sold. */
  private static final int STOPPED = 64;

  private final FeedFile file;
  private final Nights nights;
  private final byte[] left;
  private final byte[][] values = new byte[2 * STOPPED][];

  StockFeed(FeedFile file, Nights nights) {
    this.file = file;
    this.nights = nights;
    left = new byte[nights.count()];
    for (int rooms = 0; rooms < STOPPED; rooms++) {
      values[rooms] = (rooms + ",\n").getBytes(StandardCharsets.US_ASCII);
      values[STOPPED + rooms] = (rooms + ",t\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  void write(Hotel hotel, SplittableRandom random) throws IOException {
    for (Room room : hotel.rooms()) {
      boolean soldOut = random.nextInt(20) < 3;
      for (int night = 0; night < left.length; night++) {
        left[night] = (byte) (soldOut ? 0 : 1 + random.nextInt(room.count()));
        soldOut = soldOut ? random.nextInt(3) > 0 : random.nextInt(17) == 0;
      }
      if (random.nextInt(12) == 0) {
        stopSelling(random);
      }
      byte[] key = (hotel.code() + "," + room.code() + ",").getBytes(StandardCharsets.US_ASCII);
      file.nights(key, nights, left, values);
    }
  }

  private void stopSelling(SplittableRandom random) {
    int first = random.nextInt(left.length);
    int last = Math.min(first + random.nextInt(10), left.length - 1);
    for (int night = first; night <= last; night++) {
      left[night] += STOPPED;
    }
  }
}
