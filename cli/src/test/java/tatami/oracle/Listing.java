package tatami.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One listing, a property with one offer; every value may be null = absent, but the id.
 *
 * @param id its key
 * @param row the raw fields by header name, empty ones too
 * @param areaNodes the path of its area, every level as a request writes it: {@code A}, {@code A/B}
 * @param amenities each once; never null
 * @param rating exact
 * @param reviews how many
 * @param capacity most heads
 * @param limits of the listing, used where a night has none
 * @param point where it is
 * @param nights by offset from the city's first night; null = the feed has no data for that night
 */
public record Listing(
    long id,
    Map<String, String> row,
    List<String> areaNodes,
    Set<String> amenities,
    BigDecimal rating,
    Integer reviews,
    Integer capacity,
    Limits limits,
    GlobePoint point,
    List<Night> nights) {

  /** Returns a field as it is in the feed; null where it is empty or the column is missing. */
  public String text(String column) {
    String value = row.get(column);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * Limits on the length of a stay.
   *
   * @param minimum null = none
   * @param maximum null = none
   */
  public record Limits(Integer minimum, Integer maximum) {}
}
