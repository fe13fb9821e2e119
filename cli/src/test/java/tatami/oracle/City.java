package tatami.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One city's feeds, read.
 *
 * @param firstNight the first night that the calendar feed has
 * @param nights length of the horizon
 * @param listings in file order
 * @param calendarRows rows of the calendar file, all of them
 * @param listingRows rows of the listing file, all of them
 * @param rejectedRows rows of both files that have a value of a wrong type
 */
public record City(
    LocalDate firstNight,
    int nights,
    List<Listing> listings,
    int calendarRows,
    int listingRows,
    int rejectedRows) {

  /** Returns the day after the last night: the latest possible check-out. */
  public LocalDate end() {
    return firstNight.plusDays(nights);
  }

  /** Returns every value that a filter of words can ask for and that some listing has. */
  public Set<String> knownValues(FilterName filter) {
    Set<String> known = new TreeSet<>();
    for (Listing listing : listings) {
      known.addAll(filter.valuesOf(listing));
    }
    return known;
  }
}
