package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tatami.searchtable.description.CubeShapes;

/**
 * Where the numbers of a stay come from. Columns are those of the offer's {@code from}; a calendar
 * value is found through the key columns of its feed, which the offer's {@code from} has under the
 * same names.
 *
 * @param stock rooms left per night
 * @param price what a night costs
 * @param lengths limits on how long a stay is
 * @param saleWindow date columns [from, to], null where there is no such rule; either may be null
 * @param stayWindow date columns [from, to], null where there is no such rule; either may be null
 * @param heads integer columns [minimum, maximum] of heads in a room, null where there is no such
 *     rule; either may be null
 * @param nights what is closed on a night, and patterns of stays
 * @param leadTime null where there is no such rule
 * @param children null where there are no child policies
 * @param longStay null where there are no rebates
 * @param cube stays whose totals a memory engine keeps; null where none is declared
 */
public record StayDefinition(
    CalendarValue stock,
    PriceDefinition price,
    LengthLimits lengths,
    ColumnPair saleWindow,
    ColumnPair stayWindow,
    ColumnPair heads,
    NightDefinition nights,
    LeadTimeDefinition leadTime,
    ChildrenDefinition children,
    LongStayDefinition longStay,
    CubeShapes cube) {

  /** Refuses a stay without stock or price. */
  public StayDefinition {
    Objects.requireNonNull(stock, "stock");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(lengths, "lengths");
    Objects.requireNonNull(nights, "nights");
  }

  /**
   * Limits on the length of a stay; each is null where there is no such rule.
   *
   * @param minimum of the check-in date
   * @param maximum of the check-in date
   * @param minimumThrough of every night
   * @param maximumThrough of every night
   */
  public record LengthLimits(
      StayLimitDefinition minimum,
      StayLimitDefinition maximum,
      StayLimitDefinition minimumThrough,
      StayLimitDefinition maximumThrough) {

    /** No limit. */
    public static final LengthLimits NONE = new LengthLimits(null, null, null, null);

    /** Returns the limits that there are. */
    public List<StayLimitDefinition> defined() {
      return Stream.of(minimum, maximum, minimumThrough, maximumThrough)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /**
   * What is closed on a night: boolean calendar values, of which any one closes it.
   *
   * @param closed the property is closed
   * @param stopSell the night is not sold
   * @param arrivalClosed no stay starts on the day
   * @param departureClosed no stay ends on the day
   * @param stayPattern calendar value of type {@code pattern}; null where there is none
   */
  public record NightDefinition(
      List<CalendarValue> closed,
      List<CalendarValue> stopSell,
      List<CalendarValue> arrivalClosed,
      List<CalendarValue> departureClosed,
      CalendarValue stayPattern) {

    /** No such rule. */
    public static final NightDefinition NONE =
        new NightDefinition(List.of(), List.of(), List.of(), List.of(), null);

    /** Copies the lists. */
    public NightDefinition {
      closed = List.copyOf(closed);
      stopSell = List.copyOf(stopSell);
      arrivalClosed = List.copyOf(arrivalClosed);
      departureClosed = List.copyOf(departureClosed);
    }

    /** Returns the values that there are. */
    public List<CalendarValue> defined() {
      return Stream.concat(
              Stream.of(closed, stopSell, arrivalClosed, departureClosed).flatMap(List::stream),
              Stream.ofNullable(stayPattern))
          .toList();
    }
  }

  /**
   * When sales close, and how far ahead they are open: columns of the offer, each null where the
   * catalog does not name it.
   *
   * @param days integer: sales close so many days before the check-in date
   * @param time {@code time}: … at this local time; null = 00:00
   * @param minimumDays integer: fewest days in advance
   * @param maximumDays integer: most days in advance
   */
  public record LeadTimeDefinition(
      String days, String time, String minimumDays, String maximumDays) {}

  /**
   * Child policies: a feed with a row for each band of ages.
   *
   * @param policy column of the offer that names the policy
   * @param feed the feed; its key is the policy and the number of the band, which gives the order
   * @param bands its columns
   */
  public record ChildrenDefinition(String policy, String feed, BandColumns bands) {}

  /**
   * Columns of a band.
   *
   * @param policy key column: the policy's name
   * @param order key column, integer: the band's place
   * @param firstAge integer
   * @param lastAge integer, itself inside; absent = no end; null where the catalog does not name it
   * @param personClass text
   * @param counts boolean: whether the head counts towards the occupancy; absent = yes; null where
   *     the catalog does not name it
   * @param percent numeric: share of the adult's cell; null where the catalog does not name it
   * @param amount money: per head and night; null where the catalog does not name it. Where a band
   *     has neither percent nor amount, its class has price cells of its own
   */
  public record BandColumns(
      String policy,
      String order,
      String firstAge,
      String lastAge,
      String personClass,
      String counts,
      String percent,
      String amount) {}

  /**
   * Rebates: a feed with a row for each rule of an offer, found through those columns of its key
   * that the offer has.
   *
   * @param feed the feed
   * @param order the key column that tells the rules of one offer apart
   * @param fromNights integer: shortest stay
   * @param percent numeric: percent off; null where the catalog does not name it
   * @param amount money: off per night and room; null where the catalog does not name it
   * @param freeEvery integer: of so many nights one is free; null where the catalog does not name
   *     it
   */
  public record LongStayDefinition(
      String feed,
      String order,
      String fromNights,
      String percent,
      String amount,
      String freeEvery) {}

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

    /** The key columns of the feed that say whom a price is for: heads in a room, and a class. */
    default List<String> slotColumns() {
      if (this instanceof PerPerson person) {
        return List.of(person.occupancy(), person.personClass());
      }
      return this instanceof PerRoom room
          ? List.of(room.occupancy(), room.personClass())
          : List.of();
    }

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

    /**
     * The price of a room for a number of heads, and of each head beyond the largest number.
     *
     * @param amount the amount per night
     * @param occupancy key column of the feed: heads in the room, 0 in rows of extra heads
     * @param personClass key column of the feed: {@code room} in rows of a room, else the class of
     *     an extra head
     */
    record PerRoom(CalendarValue amount, String occupancy, String personClass)
        implements PriceDefinition {}
  }
}
