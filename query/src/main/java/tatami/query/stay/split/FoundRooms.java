package tatami.query.stay.split;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tatami.query.request.Guests.Room;

/**
 * Rooms that were found for one party, by all that they depend on: the plans of a room type, and
 * properties of a chain, often cost the same. Holds a few at a time, none with very many prices.
 * Not thread-safe.
 */
final class FoundRooms {

  private static final int MOST_FOUND = 64;
  private static final int MOST_NUMBERS = 1_024;

  private final Map<LongBuffer, List<Room>> found = new HashMap<>();

  /**
   * Returns rooms that were found before, else finds them.
   *
   * @param numbers all that they depend on
   */
  List<Room> get(long[] numbers, Supplier<List<Room>> search) {
    LongBuffer asked = LongBuffer.wrap(numbers);
    List<Room> rooms = found.get(asked);
    if (rooms == null) {
      rooms = search.get();
      if (found.size() == MOST_FOUND) {
        found.clear();
      }
      if (numbers.length <= MOST_NUMBERS) {
        found.put(asked, rooms);
      }
    }
    return rooms;
  }
}
