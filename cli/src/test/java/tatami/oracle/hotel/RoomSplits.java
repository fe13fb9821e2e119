package tatami.oracle.hotel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tatami.oracle.hotel.HotelRequest.Party;
import tatami.oracle.hotel.HotelRequest.Room;

/** All ways to spread a party over rooms, by trying every room for every head. */
final class RoomSplits {

  /** Rooms as (heads, adults, ages), the largest first. */
  private static final Comparator<Room> ROOMS =
      Comparator.comparing(Room::people)
          .thenComparing(Room::adults)
          .thenComparing(Room::ages, RoomSplits::compareAges);

  /** Of two splits the one whose first different room is smaller. */
  static final Comparator<List<Room>> LEXICOGRAPHIC = RoomSplits::compareRooms;

  private RoomSplits() {}

  /** Lists the splits, each with its rooms in descending order, without repetitions. */
  static List<List<Room>> all(Party party, boolean childrenAlone) {
    Set<List<Room>> found = new TreeSet<>(LEXICOGRAPHIC);
    List<Room> empty = new ArrayList<>();
    for (int room = 0; room < party.rooms(); room++) {
      empty.add(new Room(0, List.of()));
    }
    place(empty, party.adults(), party.ages().stream().sorted().toList(), found);
    found.removeIf(split -> split.stream().anyMatch(room -> room.adults() < 1) && !childrenAlone);
    found.removeIf(split -> split.stream().anyMatch(room -> room.people() < 1));
    return new ArrayList<>(found);
  }

  private static void place(
      List<Room> rooms, int adults, List<Integer> ages, Set<List<Room>> found) {
    if (adults == 0 && ages.isEmpty()) {
      found.add(rooms.stream().sorted(ROOMS.reversed()).toList());
      return;
    }
    Set<Room> tried = new TreeSet<>(ROOMS);
    for (int at = 0; at < rooms.size(); at++) {
      Room room = rooms.get(at);
      if (tried.add(room)) {
        List<Room> next = new ArrayList<>(rooms);
        next.set(at, adults > 0 ? new Room(room.adults() + 1, room.ages()) : with(room, ages));
        place(
            next, Math.max(0, adults - 1), adults > 0 ? ages : ages.subList(1, ages.size()), found);
      }
    }
  }

  private static Room with(Room room, List<Integer> ages) {
    List<Integer> all = new ArrayList<>(room.ages());
    all.add(ages.get(0));
    return new Room(room.adults(), all);
  }

  /** Returns how many heads more the fullest room has than the emptiest. */
  static int unevenness(List<Room> rooms) {
    int most = rooms.stream().mapToInt(Room::people).max().orElseThrow();
    return most - rooms.stream().mapToInt(Room::people).min().orElseThrow();
  }

  private static int compareRooms(List<Room> left, List<Room> right) {
    for (int at = 0; at < left.size(); at++) {
      int order = ROOMS.compare(left.get(at), right.get(at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareAges(List<Integer> left, List<Integer> right) {
    for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
      int order = left.get(at).compareTo(right.get(at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
