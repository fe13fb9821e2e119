package tatami.benchmarks.peers.folded;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.SearchMoment;

/** A search with numbers in place of names and dates. */
public final class NumberedSearch {

  private static final int SECONDS_A_DAY = 86_400;
  private static final int DECIMALS = 7;

  private final MixedSearch search;
  private final long nowSeconds;
  private final long firstDay;
  private final int hotelFrom;
  private final int hotelTo;
  private final List<Integer> rectangle;
  private final List<Integer> amenities;
  private final List<Integer> meals;

  /** Numbers a search. */
  public NumberedSearch(MixedSearch search, SearchMoment moment, Hotels hotels) {
    boolean isAnywhere = search.path().isEmpty();
    this.search = search;
    this.nowSeconds = moment.local().toEpochSecond(ZoneOffset.UTC);
    this.firstDay = hotels.firstNight().toEpochDay();
    this.hotelFrom = isAnywhere ? 0 : hotels.places().from(search.path());
    this.hotelTo = isAnywhere ? hotels.count() : hotels.places().to(search.path());
    this.rectangle =
        search.rectangle().stream()
            .map(edge -> edge.movePointRight(DECIMALS))
            .map(BigDecimal::intValueExact)
            .toList();
    this.amenities = search.amenities().stream().map(hotels.amenities()::indexOf).toList();
    this.meals = search.meals().stream().map(hotels.meals()::indexOf).toList();
  }

  /** Returns the search. */
  public MixedSearch search() {
    return search;
  }

  /** Returns the check-in date in days after the first night. */
  public int checkIn() {
    return Math.toIntExact(search.checkIn().toEpochDay() - firstDay);
  }

  /** Returns today in days since 1970. */
  public int today() {
    return Math.toIntExact(Math.floorDiv(nowSeconds, SECONDS_A_DAY));
  }

  /** Returns today in days after the first night, negative before it. */
  public int todayAfterFirstNight() {
    return Math.toIntExact(today() - firstDay);
  }

  /** Returns the local time in seconds after the midnight that begins the first night's day. */
  public long nowAfterFirstNight() {
    return nowSeconds - firstDay * SECONDS_A_DAY;
  }

  /** Returns the bit that says whether the stay's length is allowed. */
  public int lengthBit() {
    return 1 << (search.nights() - 1);
  }

  /** Returns the first hotel of the area; 0 without one. */
  public int hotelFrom() {
    return hotelFrom;
  }

  /** Returns the hotel after the last one of the area; the number of hotels without one. */
  public int hotelTo() {
    return hotelTo;
  }

  /** Returns south, west, north, east in 1e-7 degrees; empty for none. */
  public List<Integer> rectangle() {
    return rectangle;
  }

  /** Returns the numbers of the amenities. */
  public List<Integer> amenities() {
    return amenities;
  }

  /** Returns the numbers of the meals. */
  public List<Integer> meals() {
    return meals;
  }

  /** Returns the highest total that is within the budget. */
  public long budget() {
    return search.budget() == null ? Long.MAX_VALUE : search.budget();
  }

  /** Tells whether an offer is on sale today. */
  public boolean isOnSale(int saleFrom, int saleTo) {
    return saleFrom <= today() && today() <= saleTo;
  }

  /** Returns the first day of arrival that can still be sold, in days after the first night. */
  public int earliestArrival(int closeSeconds, int advanceMinimum) {
    long afterClose = Math.floorDiv(nowSeconds + closeSeconds, SECONDS_A_DAY) + 1;
    return clamp(Math.max(afterClose, (long) today() + advanceMinimum) - firstDay);
  }

  /** Returns the last day of arrival that is already sold, in days after the first night. */
  public int latestArrival(int advanceMaximum) {
    return clamp((long) today() + advanceMaximum - firstDay);
  }

  private static int clamp(long day) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day));
  }
}
