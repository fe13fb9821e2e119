package tatami.query.request;

import java.util.List;

/** Who sleeps where. */
public sealed interface Guests {

  /** What is meant when a caller does not say: one room, two adults. */
  Guests DEFAULT = new NamedRooms(List.of(new Room(2, List.of())));

  /** Returns how many rooms there are, at least 1. */
  int roomCount();

  /** Returns how many people there are. */
  int heads();

  /**
   * Rooms that the caller named one by one.
   *
   * @param rooms at least one
   */
  record NamedRooms(List<Room> rooms) implements Guests {

    /** Copies the list. */
    public NamedRooms {
      rooms = List.copyOf(rooms);
      if (rooms.isEmpty()) {
        throw new IllegalArgumentException("no room");
      }
    }

    @Override
    public int roomCount() {
      return rooms.size();
    }

    @Override
    public int heads() {
      return rooms.stream().mapToInt(Room::heads).sum();
    }
  }

  /**
   * A party that is split over rooms of one offer in the cheapest legal way.
   *
   * @param adults at least as many as rooms
   * @param childAges ages in years, ascending
   * @param roomCount how many rooms, at least 1
   */
  record SplitParty(int adults, List<Integer> childAges, int roomCount) implements Guests {

    /** Sorts the ages. */
    public SplitParty {
      childAges = childAges.stream().sorted().toList();
      if (roomCount < 1 || adults < roomCount) {
        throw new IllegalArgumentException("adults=" + adults + " rooms=" + roomCount);
      }
    }

    @Override
    public int heads() {
      return adults + childAges.size();
    }
  }

  /**
   * One room.
   *
   * @param adults at least 1
   * @param childAges ages in years
   */
  record Room(int adults, List<Integer> childAges) {

    /** Copies the list. */
    public Room {
      childAges = List.copyOf(childAges);
    }

    /** Returns how many people sleep there. */
    public int heads() {
      return adults + childAges.size();
    }
  }
}
