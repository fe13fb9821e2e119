package tatami.searchtable.description;

import java.util.List;
import java.util.Objects;

/**
 * How stock, prices and stay rules are laid out.
 *
 * <p>A packed column is {@code cells int2[] | int4[] | int8[] NOT NULL}, one element a night of the
 * horizon, no NULL inside; a missing cell is −1 (stock, prices and limits are never negative). The
 * offer table always has {@code property int4 NOT NULL} and {@code stock int4 NOT NULL}.
 *
 * @param stockTable {@code id int4 PRIMARY KEY, cells}: rooms left per night; every {@code
 *     offer.stock} has a row
 * @param model what a price cell means
 * @param prices price tables, at most one per (occupancy, person class)
 * @param rules which optional rules the offer table has columns for
 */
public record StayLayout(
    String stockTable, PriceModel model, List<PriceTable> prices, OfferRules rules) {

  /** What a missing cell holds. */
  public static final int MISSING_CELL = -1;

  /** Copies the list. */
  public StayLayout {
    Objects.requireNonNull(stockTable, "stockTable");
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
   * Prices of one occupancy and person class: {@code offer int4 PRIMARY KEY, cells}. An offer
   * without any price there has no row.
   *
   * @param occupancy heads in the room; 0 for {@link PriceModel#PER_UNIT}
   * @param personClass {@code adult}, {@code child_a} … {@code child_d}, {@code infant}; null for
   *     {@link PriceModel#PER_UNIT}
   * @param table the table
   * @param unit minor units that one step of a cell stands for: amount = cell × unit
   * @param rows how many rows it has
   */
  public record PriceTable(int occupancy, String personClass, String table, long unit, int rows) {}

  /**
   * Optional columns of the offer table; where a flag is false the column is not there and the rule
   * does not apply.
   *
   * @param saleWindow {@code sale_from date NOT NULL, sale_to date NOT NULL}, both inclusive, in
   *     the catalog's zone, infinite where open
   * @param stayWindow {@code stay_from date NOT NULL, stay_to date NOT NULL}: nights, both
   *     inclusive, infinite where open
   * @param minimumHeads {@code minimum_heads int2}, null = no minimum
   * @param maximumHeads {@code maximum_heads int2}, null = no maximum
   * @param minimumStay stored on the check-in date; null where the catalog has no such rule
   * @param maximumStay stored on the check-in date; null where the catalog has no such rule
   */
  public record OfferRules(
      boolean saleWindow,
      boolean stayWindow,
      boolean minimumHeads,
      boolean maximumHeads,
      StayLimit minimumStay,
      StayLimit maximumStay) {}

  /**
   * A limit on the length of a stay: the cell of the check-in date if there is one, else the
   * offer's own value, else none. Values above the horizon's length are stored as that length + 1.
   *
   * @param column {@code int4} column of the offer table, null = none; null where no column is
   *     declared
   * @param table {@code offer int4 PRIMARY KEY, cells}; null where no calendar is declared; an
   *     offer without any cell has no row
   */
  public record StayLimit(String column, String table) {}
}
