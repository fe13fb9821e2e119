package tatami.oracle.hotel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is asked.
 *
 * @param stay dates and people
 * @param where by name of a filter
 * @param budget limits of the total; null for none
 * @param page how the answer is shown
 */
public record HotelRequest(Stay stay, Map<String, Asked> where, Budget budget, Page page) {

  /** Copies the map. */
  public HotelRequest {
    where = Map.copyOf(where);
  }

  /** Returns the same with another stay. */
  public HotelRequest withStay(Stay other) {
    return new HotelRequest(other, where, budget, page);
  }

  /** Returns the same with another budget. */
  public HotelRequest withBudget(Budget other) {
    return new HotelRequest(stay, where, other, page);
  }

  /**
   * Dates and people.
   *
   * @param checkIn null for a search without dates
   * @param nights at least 1; without dates it is not sent
   */
  public record Stay(LocalDate checkIn, int nights, Guests guests) {

    /** Returns the same at another date. */
    public Stay at(LocalDate other) {
      return new Stay(other, nights, guests);
    }

    /** Returns the same for other people. */
    public Stay with(Guests others) {
      return new Stay(checkIn, nights, others);
    }
  }

  /**
   * Who comes: rooms that are named, or a party.
   *
   * @param rooms null for a party
   * @param party null for named rooms
   */
  public record Guests(List<Room> rooms, Party party) {

    /** Returns how many rooms. */
    public int roomCount() {
      return party == null ? rooms.size() : party.rooms();
    }
  }

  /** People of one room. */
  public record Room(int adults, List<Integer> ages) {

    /** Copies the list. */
    public Room {
      ages = List.copyOf(ages);
    }

    int people() {
      return adults + ages.size();
    }
  }

  /** People who are spread over rooms. */
  public record Party(int adults, List<Integer> ages, int rooms) {

    /** Copies the list. */
    public Party {
      ages = List.copyOf(ages);
    }
  }

  /** Limits of a total, both inclusive; either may be null. */
  public record Budget(Long min, Long max) {

    boolean holds(long total) {
      return (min == null || total >= min) && (max == null || total <= max);
    }
  }

  /**
   * How an answer is shown.
   *
   * @param sort null for the default
   * @param size hits of a page
   * @param offers offers of a hit
   * @param perNight whether amounts are shown by room and night
   */
  public record Page(String sort, int size, int offers, List<String> facets, boolean perNight) {

    /** A page of 100 hits. */
    public static final Page PLAIN = new Page(null, 100, 3, List.of(), false);

    /** Copies the list. */
    public Page {
      facets = List.copyOf(facets);
    }
  }

  /** What is asked of a filter. */
  public sealed interface Asked {

    /** Any of these values, of a path or a category. */
    record AnyOf(List<String> values) implements Asked {}

    /** Tags that must be there, or must not. */
    record Tags(List<String> all, List<String> any, List<String> none) implements Asked {}

    /** A closed range; either end may be null. */
    record Range(BigDecimal min, BigDecimal max) implements Asked {}

    /** A range that does not hold its upper end: a bucket. */
    record Bucket(BigDecimal from, BigDecimal to, boolean closed) implements Asked {}

    /** What was typed. */
    record Words(String typed) implements Asked {}

    /** Degrees; west above east crosses the antimeridian. */
    record Within(double south, double west, double north, double east) implements Asked {}

    /** A circle. */
    record Near(double latitude, double longitude, BigDecimal km) implements Asked {}
  }
}
