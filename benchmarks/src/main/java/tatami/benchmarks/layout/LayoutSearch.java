package tatami.benchmarks.layout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One search, in words that both layouts understand. The first filter of each kind of the property
 * is meant.
 *
 * @param place where is searched
 * @param path names from the top level down; empty for none
 * @param rectangle south, west, north, east; empty for none
 * @param tags all of them
 * @param checkIn the first night
 * @param nights at least 1
 * @param adults in one room
 * @param budget highest total, null for none
 * @param byPrice whether the cheapest come first, else the recommended
 */
record LayoutSearch(
    Place place,
    List<String> path,
    List<BigDecimal> rectangle,
    List<String> tags,
    LocalDate checkIn,
    int nights,
    int adults,
    Long budget,
    boolean byPrice) {

  /** Properties of a page. */
  static final int PAGE_SIZE = 20;

  /** Where is searched. */
  enum Place {
    AREA,
    REGION,
    RECTANGLE,
    EVERYWHERE
  }

  LayoutSearch {
    path = List.copyOf(path);
    rectangle = List.copyOf(rectangle);
    tags = List.copyOf(tags);
  }
}
