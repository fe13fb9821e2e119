package tatami.searchtable.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.codec.NumberCodec;

/**
 * How stock, prices and stay rules are laid out.
 *
 * <p>A calendar is one value a night of the horizon, held as its codec says; a missing value reads
 * as −1 (stock, prices and limits are never negative). The offer table always has {@code property}
 * and {@code stock}, integers that are never null.
 *
 * @param stockTable calendars of rooms left per night, by {@code offer.stock}; a night without any
 *     has no value
 * @param stock how it is held, in units of 1
 * @param model what a price cell means
 * @param prices price tables, at most one per (occupancy, person class)
 * @param rules which optional rules there are, and where
 * @param policies child policies by the number that an offer has; empty where the catalog has none:
 *     then every child counts as an adult, and where prices are per person none is taken in
 * @param longStays rebates by the number that an offer has; empty where the catalog has none
 * @param leadTimes lead times by the number that an offer has; empty where the catalog has none
 * @param cube stays whose totals a memory engine keeps; null where the catalog declares none
 */
public record StayLayout(
    String stockTable,
    CalendarCodec stock,
    PriceModel model,
    List<PriceTable> prices,
    OfferRules rules,
    List<ChildPolicy> policies,
    List<LongStay> longStays,
    List<LeadTime> leadTimes,
    CubeShapes cube) {

  /** What a missing cell reads as. */
  public static final int MISSING_CELL = -1;

  /** Copies the list. */
  public StayLayout {
    Objects.requireNonNull(stockTable, "stockTable");
    Objects.requireNonNull(stock, "stock");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(rules, "rules");
    prices = List.copyOf(prices);
    policies = List.copyOf(policies);
    longStays = List.copyOf(longStays);
    leadTimes = List.copyOf(leadTimes);
  }

  /** What a price cell means (docs/search.md). */
  public enum PriceModel {
    /** One price a night for the whole unit, whatever the party, up to a capacity. */
    PER_UNIT,
    /** The price of one person of a class in a room that holds a number of heads. */
    PER_PERSON,
    /** The price of a room for a number of heads, and amounts for heads beyond the largest. */
    PER_ROOM
  }

  /**
   * Prices of one occupancy and person class: a calendar of each offer that has any.
   *
   * @param occupancy heads in the room; 0 for {@link PriceModel#PER_UNIT}, and for the extra heads
   *     of {@link PriceModel#PER_ROOM}
   * @param personClass {@code adult}, {@code child_a} … {@code child_d}, {@code infant}; null for
   *     {@link PriceModel#PER_UNIT}, and for the room itself of {@link PriceModel#PER_ROOM}
   * @param table the table
   * @param cells how amounts in minor units are held
   * @param rows how many offers have one
   */
  public record PriceTable(
      int occupancy, String personClass, String table, CalendarCodec cells, int rows) {

    /** Returns the minor units that one step of a cell stands for: amount = cell × unit. */
    @JsonIgnore
    public long unit() {
      return cells.unit();
    }
  }

  /**
   * Optional rules of an offer; where one is null the catalog does not have it and it does not
   * apply.
   *
   * @param saleWindow when an offer is sold, in local dates of its property
   * @param stayWindow which nights an offer is for
   * @param minimumHeads heads in a room that count, absent = no minimum
   * @param maximumHeads heads in a room that count, absent = no maximum
   * @param minimumStay stored on the check-in date
   * @param maximumStay stored on the check-in date
   * @param minimumStayThrough stored on every night of a stay
   * @param maximumStayThrough stored on every night of a stay
   * @param nights what is closed on a night, and patterns of stays
   * @param policy number of the child policy; absent = no age has a band
   * @param longStay number of the rebates; absent = none
   * @param leadTime number of the lead time, never absent
   * @param largestOccupancy of {@link PriceModel#PER_ROOM}: most heads that have a price of the
   *     room; absent = none has
   */
  public record OfferRules(
      Window saleWindow,
      Window stayWindow,
      NumberCodec minimumHeads,
      NumberCodec maximumHeads,
      StayLimit minimumStay,
      StayLimit maximumStay,
      StayLimit minimumStayThrough,
      StayLimit maximumStayThrough,
      NightRules nights,
      NumberCodec policy,
      NumberCodec longStay,
      NumberCodec leadTime,
      NumberCodec largestOccupancy) {

    /** Refuses a missing list of nights. */
    public OfferRules {
      Objects.requireNonNull(nights, "nights");
    }

    /** Lists the calendars of the rules. */
    public List<OfferCalendar> listCalendars() {
      Stream<OfferCalendar> limits =
          Stream.of(minimumStay, maximumStay, minimumStayThrough, maximumStayThrough)
              .filter(limit -> limit != null && limit.table() != null)
              .map(limit -> new OfferCalendar(limit.table(), limit.cells()));
      Stream<OfferCalendar> closings =
          Stream.of(
                  nights.closed(),
                  nights.stopSell(),
                  nights.arrivalClosed(),
                  nights.departureClosed())
              .flatMap(List::stream);
      return Stream.of(limits, closings, Stream.ofNullable(nights.stayPattern()))
          .flatMap(calendars -> calendars)
          .toList();
    }
  }

  /**
   * What is closed on a night: each calendar has 1 for a night that is closed, 0 or nothing for one
   * that is not; a night is closed where any of them says so.
   *
   * @param closed the property is closed on that night
   * @param stopSell the night is not sold
   * @param arrivalClosed no stay starts on that day
   * @param departureClosed no stay ends on that day
   * @param stayPattern which lengths may start on that day, as {@link #isLengthIn} reads it; null
   *     where there is no such rule
   */
  public record NightRules(
      List<OfferCalendar> closed,
      List<OfferCalendar> stopSell,
      List<OfferCalendar> arrivalClosed,
      List<OfferCalendar> departureClosed,
      OfferCalendar stayPattern) {

    /** No such rule. */
    public static final NightRules NONE =
        new NightRules(List.of(), List.of(), List.of(), List.of(), null);

    /** Copies the lists. */
    public NightRules {
      closed = List.copyOf(closed);
      stopSell = List.copyOf(stopSell);
      arrivalClosed = List.copyOf(arrivalClosed);
      departureClosed = List.copyOf(departureClosed);
    }

    /**
     * Tells whether a pattern lets a stay of some nights start. Character {@code n} of the pattern,
     * from 1, is bit {@code n − 1} of the cell; the highest bit that is set stands behind the last
     * one, so a pattern has at most 62 characters.
     */
    public static boolean isLengthIn(long cell, int nights) {
      int length = Long.SIZE - 1 - Long.numberOfLeadingZeros(cell);
      return nights <= length && (cell >> (nights - 1) & 1) == 1;
    }
  }

  /**
   * A calendar of some offers.
   *
   * @param table calendars by offer; an offer without any cell has no row
   * @param cells how it is held, in units of 1
   */
  public record OfferCalendar(String table, CalendarCodec cells) {

    /** Refuses a table of which nobody knows how it is held. */
    public OfferCalendar {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(cells, "cells");
    }
  }

  /**
   * Days from one to another, both inclusive; an end that is absent is open.
   *
   * @param from holds the day number of the first day
   * @param to holds the day number of the last day
   */
  public record Window(NumberCodec from, NumberCodec to) {

    /** The day that has number 0. */
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);

    /** Returns the number of a day. */
    public static long dayNumber(LocalDate day) {
      return ChronoUnit.DAYS.between(DAY_ZERO, day);
    }
  }

  /**
   * A limit on the length of a stay: the cell of the check-in date if there is one, else the
   * offer's own value, else none. Values above the horizon's length are stored as that length + 1.
   *
   * @param codec holds the offer's own value, absent = none; null where the catalog has no such
   *     column
   * @param table calendars by offer; null where no calendar is declared; an offer without any cell
   *     has no row
   * @param cells how the calendar is held, in units of 1; null where there is no table
   */
  public record StayLimit(NumberCodec codec, String table, CalendarCodec cells) {

    /** Refuses a table of which nobody knows how it is held. */
    public StayLimit {
      if ((table == null) != (cells == null)) {
        throw new IllegalArgumentException("a table has a codec: table=" + table);
      }
    }
  }
}
