package tatami.benchmarks.mixed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One search, for one room with adults.
 *
 * @param place where is searched
 * @param path region, prefecture and city from the top level down; empty for none
 * @param rectangle south, west, north, east; empty for none
 * @param amenities all of them
 * @param meals any of them; empty for all
 * @param checkIn the first night; of a calendar the first check-in date
 * @param nights at least 1
 * @param adults at least 1
 * @param budget highest total, null for none
 * @param byPrice whether the cheapest come first, else the recommended
 */
public record MixedSearch(
    Place place,
    List<String> path,
    List<BigDecimal> rectangle,
    List<String> amenities,
    List<String> meals,
    LocalDate checkIn,
    int nights,
    int adults,
    Long budget,
    boolean byPrice) {

  /** Properties of a page. */
  public static final int PAGE_SIZE = 20;

  /** Check-in dates of a calendar. */
  public static final int CALENDAR_DAYS = 31;

  /** Where is searched, and of 200 searches how many there. */
  public enum Place {
    AREA(36),
    PREFECTURE(34),
    MAP(67),
    NATIONWIDE(63);

    private final int share;

    Place(int share) {
      this.share = share;
    }

    int share() {
      return share;
    }
  }

  /** Copies the lists. */
  public MixedSearch {
    path = List.copyOf(path);
    rectangle = List.copyOf(rectangle);
    amenities = List.copyOf(amenities);
    meals = List.copyOf(meals);
  }
}
