package tatami.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A search, as the oracle understands it. Null means that the caller left the field out.
 *
 * @param stay dates and party
 * @param where filters
 * @param budget bounds of the total
 * @param sort its name
 * @param size hits a page
 * @param offers offers a hit
 * @param facets filter names; empty for none
 * @param show columns; null for all
 */
public record OracleRequest(
    Stay stay,
    Where where,
    Budget budget,
    String sort,
    Integer size,
    Integer offers,
    List<String> facets,
    List<String> show) {

  /** Returns the size that applies. */
  public int pageSize() {
    return size == null ? 20 : size;
  }

  /** Returns the sort that applies. */
  public String sortName() {
    String unlessAsked = where.words() == null ? "recommended" : "relevance";
    return sort == null ? unlessAsked : sort;
  }

  /** Returns this search with other bounds of the total. */
  public OracleRequest withBudget(Budget other) {
    return new OracleRequest(stay, where, other, sort, size, offers, facets, show);
  }

  /** Returns this search with other facets. */
  public OracleRequest withFacets(List<String> other) {
    return new OracleRequest(stay, where, budget, sort, size, offers, other, show);
  }

  /**
   * Dates and party.
   *
   * @param checkIn null = no dates
   * @param nights null = one
   * @param rooms null = one room with two adults
   */
  public record Stay(LocalDate checkIn, Integer nights, List<Room> rooms) {

    /** No dates and the default party. */
    public static final Stay NONE = new Stay(null, null, null);

    /** Returns the length that applies. */
    public int length() {
      return nights == null ? 1 : nights;
    }

    /** Returns the rooms that apply. */
    public List<Room> party() {
      return rooms == null ? List.of(new Room(2, null)) : rooms;
    }
  }

  /**
   * One room's people.
   *
   * @param adults at least one
   * @param children ages; null = none
   */
  public record Room(int adults, List<Integer> children) {

    /** Returns how many people there are. */
    public int heads() {
      return adults + (children == null ? 0 : children.size());
    }
  }

  /** Filters; null = no condition. */
  public record Where(
      List<String> area,
      List<String> roomType,
      List<String> propertyType,
      Tags amenities,
      Bounds rating,
      Place location,
      String words) {

    /** No condition at all. */
    public static final Where NONE = new Where(null, null, null, null, null, null, null);

    /** Returns the values asked for by a filter of paths or categories; null = no condition. */
    public List<String> values(FilterName filter) {
      return switch (filter) {
        case AREA -> area;
        case ROOM_TYPE -> roomType;
        case PROPERTY_TYPE -> propertyType;
        case AMENITIES, RATING, LOCATION, WORDS -> null;
      };
    }
  }

  /** Tags that a listing must have all of, any of, none of; null or empty = no condition. */
  public record Tags(List<String> all, List<String> any, List<String> none) {}

  /** A closed range; null = open. */
  public record Bounds(BigDecimal min, BigDecimal max) {}

  /** Bounds of the total, in minor units, closed; null = open. */
  public record Budget(Long min, Long max) {}

  /** Where to look. */
  public sealed interface Place {

    /** A rectangle in degrees; west above east goes over the antimeridian. */
    record Within(double south, double west, double north, double east) implements Place {}

    /** A circle. */
    record Near(double latitude, double longitude, BigDecimal km) implements Place {}
  }
}
