package tatami.query.request;

import java.time.LocalDate;
import java.util.List;

/**
 * When and for whom.
 *
 * @param checkIn first night; null for a search without dates
 * @param nights at least 1; 1 without a check-in
 * @param rooms the rooms, one by one, at least one
 */
public record StayRequest(LocalDate checkIn, int nights, List<Room> rooms) {

  /** What is meant when a caller does not say: no dates, one room, two adults. */
  public static final StayRequest DEFAULT =
      new StayRequest(null, 1, List.of(new Room(2, List.of())));

  /** Copies the list. */
  public StayRequest {
    rooms = List.copyOf(rooms);
    if (rooms.isEmpty() || nights < 1) {
      throw new IllegalArgumentException("rooms=" + rooms + " nights=" + nights);
    }
  }

  /** Says whether there are dates. */
  public boolean isDated() {
    return checkIn != null;
  }

  /**
   * One room.
   *
   * @param adults at least 1
   * @param childAges ages in years
   */
  public record Room(int adults, List<Integer> childAges) {

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
