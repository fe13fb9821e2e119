package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;

/** Fills stock, prices and stay rules. */
final class StayFill {

  private static final String STOCK_TABLE = "stock";
  private static final String MINIMUM_COLUMN = "minimum_stay";
  private static final String MAXIMUM_COLUMN = "maximum_stay";

  private final ReleaseContent content;
  private final StayDefinition stay;
  private final NumberedRows offers;
  private final CalendarFill calendars;
  private final PriceFill prices;
  private final Map<List<Object>, Integer> stockIds = new HashMap<>();
  private final int[] stockOfOffer;

  StayFill(
      Connection reading, CalendarFill calendars, ReleaseContent content, List<String> warnings) {
    this.content = content;
    this.stay = content.catalog().offer().stay();
    this.offers = content.offers().rows();
    this.calendars = calendars;
    this.prices = new PriceFill(reading, content, calendars, warnings);
    this.stockOfOffer = numberStock();
  }

  /** Gives each (room type) key of the stock feed a dense number, in the order of the offers. */
  private int[] numberStock() {
    List<List<Object>> keys = calendars.keysOfOffers(stay.stock().feed(), List.of());
    int[] ids = new int[keys.size()];
    for (int offer = 0; offer < ids.length; offer++) {
      ids[offer] = stockIds.computeIfAbsent(keys.get(offer), key -> stockIds.size());
    }
    return ids;
  }

  /** Returns the columns that the offer table has besides id, property and filters. */
  List<PlannedColumn> offerColumns() {
    List<PlannedColumn> columns = new ArrayList<>();
    columns.add(PlannedColumn.number("stock", 0, Integer.MAX_VALUE, offer -> stockOfOffer[offer]));
    addWindow(columns, stay.saleWindow(), "sale");
    addWindow(columns, stay.stayWindow(), "stay");
    addHeads(columns, "minimum_heads", minimumHeads());
    addHeads(columns, "maximum_heads", maximumHeads());
    addLimit(columns, MINIMUM_COLUMN, stay.minimumStay());
    addLimit(columns, MAXIMUM_COLUMN, stay.maximumStay());
    return columns;
  }

  private String minimumHeads() {
    return stay.heads() == null ? null : stay.heads().from();
  }

  private String maximumHeads() {
    if (stay.price() instanceof PriceDefinition.PerUnit unit && unit.capacity() != null) {
      return unit.capacity();
    }
    return stay.heads() == null ? null : stay.heads().to();
  }

  private void addWindow(List<PlannedColumn> columns, ColumnPair window, String name) {
    if (window != null) {
      columns.add(dateColumn(name + "_from", window.from(), LocalDate.MIN));
      columns.add(dateColumn(name + "_to", window.to(), LocalDate.MAX));
    }
  }

  private PlannedColumn dateColumn(String name, String source, LocalDate open) {
    int position = source == null ? -1 : offers.position(source);
    return new PlannedColumn(
        name,
        "date",
        false,
        (writer, offer) -> {
          Object date = position < 0 ? null : offers.value(offer, position);
          writer.writeDate(date == null ? open : (LocalDate) date);
        });
  }

  private void addHeads(List<PlannedColumn> columns, String name, String source) {
    if (source != null) {
      int position = offers.position(source);
      columns.add(
          PlannedColumn.optionalNumber(
              name,
              0,
              Short.MAX_VALUE,
              offer -> clamped(offers.value(offer, position), Short.MAX_VALUE)));
    }
  }

  private void addLimit(List<PlannedColumn> columns, String name, StayLimitDefinition limit) {
    if (limit != null && limit.column() != null) {
      int position = offers.position(limit.column());
      long unreachable = content.horizon().nights() + 1L;
      columns.add(
          PlannedColumn.optionalNumber(
              name,
              0,
              Integer.MAX_VALUE,
              offer -> clamped(offers.value(offer, position), unreachable)));
    }
  }

  private static Long clamped(Object value, long highest) {
    return value == null ? null : Math.max(0, Math.min(((Number) value).longValue(), highest));
  }

  /** Fills every calendar table and describes them. */
  StayLayout fill() throws SQLException {
    calendars.fill(
        new CalendarTable(STOCK_TABLE, "id", stay.stock(), 1, Long.MAX_VALUE),
        List.of(),
        key -> stockIds.containsKey(key) ? new int[] {stockIds.get(key)} : new int[0],
        stockIds.size());
    List<PriceTable> priceTables = prices.fill();
    OfferRules rules =
        new OfferRules(
            stay.saleWindow() != null,
            stay.stayWindow() != null,
            minimumHeads() != null,
            maximumHeads() != null,
            fillLimit(MINIMUM_COLUMN, stay.minimumStay()),
            fillLimit(MAXIMUM_COLUMN, stay.maximumStay()));
    PriceModel model =
        stay.price() instanceof PriceDefinition.PerUnit
            ? PriceModel.PER_UNIT
            : PriceModel.PER_PERSON;
    return new StayLayout(STOCK_TABLE, model, priceTables, rules);
  }

  private StayLimit fillLimit(String name, StayLimitDefinition limit) throws SQLException {
    if (limit == null) {
      return null;
    }
    String column = limit.column() == null ? null : name;
    CalendarValue calendar = limit.calendar();
    if (calendar == null || calendars.measure(calendar).cells() == 0) {
      return new StayLimit(column, null);
    }
    String table = name + "_by_day";
    calendars.fill(
        new CalendarTable(table, "offer", calendar, 1, content.horizon().nights() + 1L),
        List.of(),
        calendars.offersByKey(calendar.feed(), List.of()),
        0);
    return new StayLimit(column, table);
  }

  long priceCells() {
    return prices.cells();
  }
}
