package tatami.query.stay;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;

/**
 * Parties as a line: {@code 2-5,7;1} is a room of two adults with children of five and seven and a
 * room of one adult; {@code 5-3,7 in 2} is a party that is split over two rooms.
 */
final class PartyText {

  private PartyText() {}

  static Guests parse(String text) {
    String[] words = text.split(" in ");
    if (words.length == 1) {
      return new NamedRooms(Arrays.stream(text.split(";")).map(PartyText::room).toList());
    }
    Room all = room(words[0]);
    return new SplitParty(all.adults(), all.childAges(), Integer.parseInt(words[1]));
  }

  private static Room room(String text) {
    String[] parts = text.split("-");
    List<Integer> ages =
        parts.length == 1
            ? List.of()
            : Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList();
    return new Room(Integer.parseInt(parts[0]), ages);
  }

  static String of(NamedRooms guests) {
    return guests.rooms().stream().map(PartyText::of).collect(Collectors.joining(";"));
  }

  private static String of(Room room) {
    String ages = room.childAges().stream().map(String::valueOf).collect(Collectors.joining(","));
    return room.adults() + (ages.isEmpty() ? "" : "-" + ages);
  }
}
