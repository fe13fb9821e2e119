package tatami.query.request;

import java.util.List;
import java.util.Optional;

/** Who sleeps where. */
public sealed interface Guests {

  /** What is meant when a caller does not say: one room, two adults. */
  Guests DEFAULT = new NamedRooms(List.of(new Room(2, List.of())));

  /** Most rooms that one request may ask for. */
  int MOST_ROOMS = 8;

  /** Returns how many rooms there are, at least 1. */
  int roomCount();

  /** Returns how many adults there are. */
  int adults();

  /** Returns the ages of the children, in years. */
  List<Integer> childAges();

  /** Returns how many people there are. */
  default int heads() {
    return adults() + childAges().size();
  }

  /** Finds the same people as a party for so many rooms; empty where nobody may ask for it. */
  default Optional<SplitParty> findSplit(int rooms) {
    boolean isAllowed = rooms >= 1 && rooms <= MOST_ROOMS && adults() >= rooms;
    return isAllowed ? Optional.of(new SplitParty(adults(), childAges(), rooms)) : Optional.empty();
  }

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
    public int adults() {
      return rooms.stream().mapToInt(Room::adults).sum();
    }

    @Override
    public List<Integer> childAges() {
      return rooms.stream().flatMap(room -> room.childAges().stream()).toList();
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
