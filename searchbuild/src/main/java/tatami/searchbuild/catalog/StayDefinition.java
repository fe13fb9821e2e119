package tatami.searchbuild.catalog;

import java.util.Objects;

/**
 * Where the numbers of a stay come from. Columns are those of the offer's {@code from}; a calendar
 * value is found through the key columns of its feed, which the offer's {@code from} has under the
 * same names.
 *
 * @param stock rooms left per night
 * @param price what a night costs
 * @param minimumStay null where there is no such rule
 * @param maximumStay null where there is no such rule
 * @param saleWindow date columns [from, to], null where there is no such rule; either may be null
 * @param stayWindow date columns [from, to], null where there is no such rule; either may be null
 * @param heads integer columns [minimum, maximum] of heads in a room, null where there is no such
 *     rule; either may be null
 */
public record StayDefinition(
    CalendarValue stock,
    PriceDefinition price,
    StayLimitDefinition minimumStay,
    StayLimitDefinition maximumStay,
    ColumnPair saleWindow,
    ColumnPair stayWindow,
    ColumnPair heads) {

  /** Refuses a stay without stock or price. */
  public StayDefinition {
    Objects.requireNonNull(stock, "stock");
    Objects.requireNonNull(price, "price");
  }

  /**
   * A packed value of a calendar feed.
   *
   * @param feed name of the feed
   * @param value name of the calendar value
   * @param codec word of the codec that holds it in a release; null where the build chooses
   */
  public record CalendarValue(String feed, String value, String codec) {

    /** A value whose codec the build chooses. */
    public CalendarValue(String feed, String value) {
      this(feed, value, null);
    }

    CalendarValue withCodec(String word) {
      return new CalendarValue(feed, value, word);
    }
  }

  /** Two columns of one kind; either may be null. */
  public record ColumnPair(String from, String to) {}

  /**
   * The first that has a value: the calendar's cell of the check-in date, then the column.
   *
   * @param calendar null where there is none
   * @param column column of the offer's {@code from}; null where there is none
   */
  public record StayLimitDefinition(CalendarValue calendar, String column) {}

  /** What a night costs. */
  public sealed interface PriceDefinition {

    /** The feed's value that holds the amount. */
    CalendarValue amount();

    /**
     * One price a night for the whole unit.
     *
     * @param amount the amount per night
     * @param capacity integer column: most heads in a unit; null for no limit
     */
    record PerUnit(CalendarValue amount, String capacity) implements PriceDefinition {}

    /**
     * The price of one person of a class in a room with a number of heads.
     *
     * @param amount the amount per night
     * @param occupancy key column of the feed: heads in the room
     * @param personClass key column of the feed: {@code adult}, {@code child_a} … {@code child_d},
     *     {@code infant}
     */
    record PerPerson(CalendarValue amount, String occupancy, String personClass)
        implements PriceDefinition {}
  }
}
