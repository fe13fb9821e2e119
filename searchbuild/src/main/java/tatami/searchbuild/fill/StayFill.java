package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchbuild.encoding.ColumnValues;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.RowPlan.Planned;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CalendarMeasure;
import tatami.searchtable.codec.CalendarMeasure.Missing;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.DayCalendars;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;

/** Fills stock, prices and stay rules. */
final class StayFill {

  private static final String STOCK_TABLE = "stock";
  private static final String SALE_FROM = "sale_from";
  private static final String SALE_TO = "sale_to";
  private static final String STAY_FROM = "stay_from";
  private static final String STAY_TO = "stay_to";
  private static final String MINIMUM_HEADS = "minimum_heads";
  private static final String MAXIMUM_HEADS = "maximum_heads";
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

  /** Returns the values that the offer table has besides id, property and filters. */
  List<ColumnValues> offerValues() {
    List<ColumnValues> values = new ArrayList<>();
    values.add(measure("stock", offer -> (long) stockOfOffer[offer]));
    LocalDate end = content.horizon().end();
    if (stay.saleWindow() != null) {
      values.add(day(SALE_FROM, stay.saleWindow().from(), null));
      values.add(day(SALE_TO, stay.saleWindow().to(), end));
    }
    if (stay.stayWindow() != null) {
      values.add(day(STAY_FROM, stay.stayWindow().from(), null));
      values.add(day(STAY_TO, stay.stayWindow().to(), end));
    }
    addHeads(values, MINIMUM_HEADS, minimumHeads());
    addHeads(values, MAXIMUM_HEADS, maximumHeads());
    addLimit(values, MINIMUM_COLUMN, stay.lengths().minimum());
    addLimit(values, MAXIMUM_COLUMN, stay.lengths().maximum());
    return values;
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

  private Numbers measure(String name, IntFunction<Long> value) {
    return Numbers.measure(name, offers.count(), value);
  }

  /**
   * Day numbers. No search is about a day behind the horizon's end, so later ones are stored as
   * that; an open start is absent, an open end is the horizon's.
   */
  private Numbers day(String name, String source, LocalDate open) {
    int position = source == null ? -1 : offers.position(source);
    long end = Window.dayNumber(content.horizon().end());
    return measure(
            name,
            offer -> {
              LocalDate date = position < 0 ? null : (LocalDate) offers.value(offer, position);
              LocalDate day = date == null ? open : date;
              return day == null ? null : Math.min(Window.dayNumber(day), end);
            })
        .gathering();
  }

  private void addHeads(List<ColumnValues> values, String name, String source) {
    if (source != null) {
      int position = offers.position(source);
      values.add(
          measure(name, offer -> clamped(offers.value(offer, position), Short.MAX_VALUE))
              .gathering());
    }
  }

  private void addLimit(List<ColumnValues> values, String name, StayLimitDefinition limit) {
    if (limit != null && limit.column() != null) {
      int position = offers.position(limit.column());
      long unreachable = content.horizon().nights() + 1L;
      values.add(
          measure(name, offer -> clamped(offers.value(offer, position), unreachable)).gathering());
    }
  }

  private static Long clamped(Object value, long highest) {
    return value == null ? null : Math.max(0, Math.min(((Number) value).longValue(), highest));
  }

  /**
   * Fills every calendar table and describes them.
   *
   * @param row codecs of the offer table
   */
  StayLayout fill(Planned row) throws SQLException {
    CalendarMeasure measure = calendars.measure(stay.stock(), Long.MAX_VALUE, Missing.ZERO);
    CodecChoice<CalendarCodec> stock = calendars.choose(STOCK_TABLE, stay.stock(), measure, null);
    calendars.fill(
        new CalendarTable(STOCK_TABLE, "id", stay.stock(), stock, Long.MAX_VALUE),
        List.of(),
        key -> stockIds.containsKey(key) ? new int[] {stockIds.get(key)} : new int[0],
        stockIds.size());
    List<PriceTable> priceTables = prices.fill();
    OfferRules rules =
        new OfferRules(
            stay.saleWindow() == null ? null : window(row, SALE_FROM, SALE_TO),
            stay.stayWindow() == null ? null : window(row, STAY_FROM, STAY_TO),
            row.number(MINIMUM_HEADS),
            row.number(MAXIMUM_HEADS),
            fillLimit(row, MINIMUM_COLUMN, stay.lengths().minimum()),
            fillLimit(row, MAXIMUM_COLUMN, stay.lengths().maximum()),
            null,
            null,
            NightRules.NONE,
            null,
            null,
            null,
            null);
    PriceModel model =
        stay.price() instanceof PriceDefinition.PerUnit
            ? PriceModel.PER_UNIT
            : PriceModel.PER_PERSON;
    return new StayLayout(
        STOCK_TABLE, stock.codec(), model, priceTables, rules, List.of(), List.of(), List.of());
  }

  private static Window window(Planned row, String from, String to) {
    return new Window(row.number(from), row.number(to));
  }

  private StayLimit fillLimit(Planned row, String name, StayLimitDefinition limit)
      throws SQLException {
    if (limit == null) {
      return null;
    }
    NumberCodec column = row.number(name);
    CalendarValue calendar = limit.calendar();
    if (calendar == null || calendars.measure(calendar).cells() == 0) {
      return new StayLimit(column, null, null);
    }
    String table = name + "_by_day";
    long unreachable = content.horizon().nights() + 1L;
    CalendarMeasure measure = calendars.measure(calendar, unreachable, Missing.NONE);
    CodecChoice<CalendarCodec> choice =
        calendars.choose(table, calendar, measure, new DayCalendars());
    calendars.fill(
        new CalendarTable(table, "offer", calendar, choice, unreachable),
        List.of(),
        calendars.offersByKey(calendar.feed(), List.of()),
        0);
    return new StayLimit(column, table, calendars.finish(choice.codec(), List.of(table)));
  }

  long priceCells() {
    return prices.cells();
  }
}
