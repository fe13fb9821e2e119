package tatami.oracle.hotel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.oracle.hotel.HotelRequest.Room;

/**
 * What a search must answer, all pages at once.
 *
 * @param sort name of the order
 * @param hits every matching property, in order
 * @param facets counts
 * @param unknownValues values asked for that no row of any feed has
 * @param sightings what the search met
 */
public record HotelAnswer(
    String sort,
    List<Hit> hits,
    HotelFacets facets,
    Set<String> unknownValues,
    Sightings sightings) {

  /**
   * One property of the result.
   *
   * @param min lowest total, null where no night is open
   * @param max highest total, null where no night is open
   * @param offers all that match, by total and key; those without a price last
   * @param millimetres from the middle of a circle, else null
   * @param row columns of its feed
   */
  public record Hit(
      String key,
      Long min,
      Long max,
      List<ShownOffer> offers,
      Long millimetres,
      Map<String, String> row) {}

  /**
   * One offer of a hit.
   *
   * @param total null where no night is open
   * @param rooms who sleeps where; null unless a party was split
   */
  public record ShownOffer(List<String> key, Long total, List<Room> rooms) {}

  /** A value of a facet with its count. */
  public record ValueCount(String value, int count) {}

  /**
   * A day of a calendar.
   *
   * @param min lowest total, null where nothing matches
   * @param max highest total, null where nothing matches
   * @param whyNot counts of codes, where nothing matches
   */
  public record Day(
      LocalDate checkIn, Long min, Long max, int properties, Map<WhyNotCode, Integer> whyNot) {}

  /**
   * A calendar.
   *
   * @param days in order
   * @param sightings what it met
   */
  public record Calendar(List<Day> days, Sightings sightings) {}

  /**
   * Why a result is as it is.
   *
   * @param properties how many pass the property filters
   * @param matching how many of them match
   * @param whyNot counts of the others
   * @param hints what would give results
   * @param sightings what it met
   */
  public record WhyNot(
      int properties,
      int matching,
      Map<WhyNotCode, Integer> whyNot,
      List<Hint> hints,
      Sightings sightings) {}

  /**
   * Why a property does not match.
   *
   * @param passesFilters whether it passes the property filters; else nothing more is said
   * @param code null where it matches
   * @param offers codes of the offers that pass the filters, null where they match
   * @param hints what would give it
   * @param sightings what it met
   */
  public record WhyNotOfOne(
      boolean passesFilters,
      WhyNotCode code,
      Map<List<String>, WhyNotCode> offers,
      List<Hint> hints,
      Sightings sightings) {}

  /**
   * A change that gives results.
   *
   * @param change such as {@code check_in=2027-03-01}, {@code rooms=2} or {@code budget=51000}
   * @param count how many properties match then
   * @param min the lowest total then
   */
  public record Hint(String change, int count, long min) {}
}
