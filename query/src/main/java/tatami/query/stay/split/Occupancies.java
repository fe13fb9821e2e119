package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way of writing heads that count as a sum of occupancies, rooms in no order.
 *
 * @param occupancy the occupancies that rooms have, each once, descending
 * @param rooms how many rooms have it, by the same place
 */
@SuppressWarnings("ArrayRecordComponent")
record Occupancies(int[] occupancy, int[] rooms) {

  /**
   * Lists all ways.
   *
   * @param heads how many count
   * @param rooms how many rooms
   * @param fewest of a room, at least 1
   * @param most of a room
   */
  static List<Occupancies> list(int heads, int rooms, int fewest, int most) {
    List<Occupancies> found = new ArrayList<>();
    list(heads, fewest, most, new int[rooms], 0, found);
    return List.copyOf(found);
  }

  private static void list(
      int heads, int fewest, int most, int[] chosen, int room, List<Occupancies> found) {
    int left = chosen.length - room;
    if (left == 0) {
      if (heads == 0) {
        found.add(of(chosen));
      }
      return;
    }
    int highest = Math.min(most, heads - (left - 1) * fewest);
    for (int occupancy = highest; occupancy >= fewest; occupancy--) {
      if ((long) occupancy * left < heads) {
        return;
      }
      chosen[room] = occupancy;
      list(heads - occupancy, fewest, occupancy, chosen, room + 1, found);
    }
  }

  private static Occupancies of(int[] descending) {
    int groups = 0;
    int[] occupancy = new int[descending.length];
    int[] rooms = new int[descending.length];
    for (int each : descending) {
      if (groups == 0 || occupancy[groups - 1] != each) {
        occupancy[groups++] = each;
      }
      rooms[groups - 1]++;
    }
    return new Occupancies(Arrays.copyOf(occupancy, groups), Arrays.copyOf(rooms, groups));
  }

  /** Returns the highest occupancy, where occupancies descend. */
  int most() {
    return occupancy[0];
  }

  /** Returns the lowest occupancy, where occupancies descend. */
  int fewest() {
    return occupancy[occupancy.length - 1];
  }

  /** Says whether rooms have some occupancy. */
  boolean has(int some) {
    for (int each : occupancy) {
      if (each == some) {
        return true;
      }
    }
    return false;
  }

  /** Returns the occupancies without a room of some group. */
  Occupancies without(int group) {
    int[] fewer = rooms.clone();
    fewer[group]--;
    if (fewer[group] > 0) {
      return new Occupancies(occupancy, fewer);
    }
    int[] rest = new int[groups() - 1];
    int[] roomsOfRest = new int[groups() - 1];
    for (int other = 0; other < rest.length; other++) {
      int from = other < group ? other : other + 1;
      rest[other] = occupancy[from];
      roomsOfRest[other] = rooms[from];
    }
    return new Occupancies(rest, roomsOfRest);
  }

  /** Returns the occupancies with one more group, the last, of so many rooms. */
  Occupancies and(int occupancyOfRoom, int roomsOfGroup) {
    int[] more = Arrays.copyOf(occupancy, groups() + 1);
    int[] roomsOfMore = Arrays.copyOf(rooms, groups() + 1);
    more[groups()] = occupancyOfRoom;
    roomsOfMore[groups()] = roomsOfGroup;
    return new Occupancies(more, roomsOfMore);
  }

  /** Returns how many rooms there are. */
  int all() {
    int all = 0;
    for (int each : rooms) {
      all += each;
    }
    return all;
  }

  /** Returns how many groups there are, each of one occupancy. */
  int groups() {
    return occupancy.length;
  }
}
