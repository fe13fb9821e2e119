package tatami.ingest.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Room;

/**
 * Writes how many rooms of a type are left, for every room type and night.
 *
 * <p>Nights are sold out in runs: an open night is followed by a sold-out one in 1 of 17 cases, a
 * sold-out one by an open one in 1 of 3. In the long run 3 of 20 nights are sold out, three in a
 * row on average.
 */
final class StockFeed {

  static final String[] HEADER = {"hotel_code", "room_code", "date", "rooms"};

  private final FeedFile file;
  private final Nights nights;
  private final byte[] left;
  private final byte[][] values = new byte[128][];

  StockFeed(FeedFile file, Nights nights) {
    this.file = file;
    this.nights = nights;
    left = new byte[nights.count()];
    for (int rooms = 0; rooms < values.length; rooms++) {
      values[rooms] = (rooms + "\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  void write(Hotel hotel, SplittableRandom random) throws IOException {
    for (Room room : hotel.rooms()) {
      boolean soldOut = random.nextInt(20) < 3;
      for (int night = 0; night < left.length; night++) {
        left[night] = (byte) (soldOut ? 0 : 1 + random.nextInt(room.count()));
        soldOut = soldOut ? random.nextInt(3) > 0 : random.nextInt(17) == 0;
      }
      byte[] key = (hotel.code() + "," + room.code() + ",").getBytes(StandardCharsets.US_ASCII);
      file.nights(key, nights, left, values);
    }
  }
}
