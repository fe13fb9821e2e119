package tatami.searchtable.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.NumberCodec;

/**
 * How stock, prices and stay rules are laid out.
 *
 * <p>A calendar is one value a night of the horizon, held as its codec says; a missing value reads
 * as −1 (stock, prices and limits are never negative). The offer table always has {@code property}
 * and {@code stock}, integers that are never null.
 *
 * @param stockTable {@code id int4 PRIMARY KEY} and a calendar: rooms left per night; every {@code
 *     offer.stock} has a row
 * @param stock how it is held, in units of 1
 * @param model what a price cell means
 * @param prices price tables, at most one per (occupancy, person class)
 * @param rules which optional rules the offer table has columns for
 */
public record StayLayout(
    String stockTable,
    CalendarCodec stock,
    PriceModel model,
    List<PriceTable> prices,
    OfferRules rules) {

  /** What a missing cell reads as. */
  public static final int MISSING_CELL = -1;

  /** Copies the list. */
  public StayLayout {
    Objects.requireNonNull(stockTable, "stockTable");
    Objects.requireNonNull(stock, "stock");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(rules, "rules");
    prices = List.copyOf(prices);
  }

  /** What a price cell means (docs/search.md). */
  public enum PriceModel {
    /** One price a night for the whole unit, whatever the party, up to a capacity. */
    PER_UNIT,
    /** The price of one person of a class in a room that holds a number of heads. */
    PER_PERSON
  }

  /**
   * Prices of one occupancy and person class: {@code offer int4 PRIMARY KEY} and a calendar. An
   * offer without any price there has no row.
   *
   * @param occupancy heads in the room; 0 for {@link PriceModel#PER_UNIT}
   * @param personClass {@code adult}, {@code child_a} … {@code child_d}, {@code infant}; null for
   *     {@link PriceModel#PER_UNIT}
   * @param table the table
   * @param cells how amounts in minor units are held
   * @param rows how many rows it has
   */
  public record PriceTable(
      int occupancy, String personClass, String table, CalendarCodec cells, int rows) {

    /** Returns the same table with another word on how its amounts are held. */
    public PriceTable withCells(CalendarCodec codec) {
      return new PriceTable(occupancy, personClass, table, codec, rows);
    }

    /** Returns the minor units that one step of a cell stands for: amount = cell × unit. */
    @JsonIgnore
    public long unit() {
      return cells.unit();
    }
  }

  /**
   * Optional rules of the offer table; where one is null the catalog does not have it and it does
   * not apply.
   *
   * @param saleWindow when an offer is sold, in the catalog's zone
   * @param stayWindow which nights an offer is for
   * @param minimumHeads heads in a room, absent = no minimum
   * @param maximumHeads heads in a room, absent = no maximum
   * @param minimumStay stored on the check-in date
   * @param maximumStay stored on the check-in date
   */
  public record OfferRules(
      Window saleWindow,
      Window stayWindow,
      NumberCodec minimumHeads,
      NumberCodec maximumHeads,
      StayLimit minimumStay,
      StayLimit maximumStay) {}

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
   * @param table {@code offer int4 PRIMARY KEY} and a calendar; null where no calendar is declared;
   *     an offer without any cell has no row
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
