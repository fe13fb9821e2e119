package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.NightDefinition;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchbuild.encoding.ColumnValues;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.RowPlan.Planned;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CalendarMeasure;
import tatami.searchtable.calendar.DayCalendars;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
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
  private static final String MINIMUM_STAY = "minimum_stay";
  private static final String MAXIMUM_STAY = "maximum_stay";
  private static final String MINIMUM_THROUGH = "minimum_stay_through";
  private static final String MAXIMUM_THROUGH = "maximum_stay_through";
  private static final String LARGEST_OCCUPANCY = "largest_occupancy";

  /** From 12 hours behind UTC to 14 hours ahead of it, a clock may show the day after tomorrow. */
  private static final int MOST_DAYS_AHEAD = 2;

  private final ReleaseContent content;
  private final StayDefinition stay;
  private final NumberedRows offers;
  private final CalendarFill calendars;
  private final OfferCalendarFill offerCalendars;
  private final PriceFill prices;
  private final TermFill terms;
  private final Connection reading;
  private final Map<List<Object>, Integer> stockIds = new HashMap<>();
  private final int[] stockOfOffer;
  private FilledCells stockCells;

  StayFill(
      Connection reading, CalendarFill calendars, ReleaseContent content, List<String> warnings)
      throws SQLException {
    this.reading = reading;
    this.content = content;
    this.stay = content.catalog().offer().stay();
    this.offers = content.offers().rows();
    this.calendars = calendars;
    this.offerCalendars = new OfferCalendarFill(calendars, warnings);
    this.prices = new PriceFill(reading, content, calendars, warnings);
    this.terms = new TermFill(reading, content, warnings);
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
  List<ColumnValues> offerValues() throws SQLException {
    List<ColumnValues> values = new ArrayList<>();
    values.add(measure("stock", offer -> (long) stockOfOffer[offer]));
    addWindows(values);
    addHeads(values, MINIMUM_HEADS, minimumHeads());
    addHeads(values, MAXIMUM_HEADS, maximumHeads());
    addLimit(values, MINIMUM_STAY, stay.lengths().minimum());
    addLimit(values, MAXIMUM_STAY, stay.lengths().maximum());
    addLimit(values, MINIMUM_THROUGH, stay.lengths().minimumThrough());
    addLimit(values, MAXIMUM_THROUGH, stay.lengths().maximumThrough());
    values.addAll(terms.offerValues());
    if (stay.price() instanceof PriceDefinition.PerRoom room) {
      Long[] largest =
          new RoomOccupancies(content, room)
              .read(reading, calendars.offersByKey(room.amount().feed(), room.slotColumns()));
      values.add(measure(LARGEST_OCCUPANCY, offer -> largest[offer]).gathering());
    }
    return values;
  }

  /**
   * Windows hold no day behind the last that a search is about. That of a stay is the horizon's
   * end; that of a sale is later, because a property's own today may be ahead of the catalog's.
   */
  private void addWindows(List<ColumnValues> values) {
    LocalDate end = content.horizon().end();
    LocalDate lastToday = end.plusDays(MOST_DAYS_AHEAD);
    if (stay.saleWindow() != null) {
      values.add(day(SALE_FROM, stay.saleWindow().from(), null, lastToday));
      values.add(day(SALE_TO, stay.saleWindow().to(), lastToday, lastToday));
    }
    if (stay.stayWindow() != null) {
      values.add(day(STAY_FROM, stay.stayWindow().from(), null, end));
      values.add(day(STAY_TO, stay.stayWindow().to(), end, end));
    }
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
   * Day numbers.
   *
   * @param open stands for an absent end; null keeps it absent
   * @param last stands for later days
   */
  private Numbers day(String name, String source, LocalDate open, LocalDate last) {
    int position = source == null ? -1 : offers.position(source);
    return measure(
            name,
            offer -> {
              LocalDate date = position < 0 ? null : (LocalDate) offers.value(offer, position);
              LocalDate day = date == null ? open : date;
              return day == null ? null : Math.min(Window.dayNumber(day), Window.dayNumber(last));
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
    CalendarMeasure measure = calendars.measure(stay.stock(), Long.MAX_VALUE);
    CodecChoice<CalendarCodec> stock = calendars.choose(STOCK_TABLE, stay.stock(), measure, false);
    DayCalendars shared = new DayCalendars();
    stockCells =
        calendars.fill(
            new CalendarTable(
                STOCK_TABLE, stockIds.size(), stay.stock(), stock, ValueRange.PRESENT, shared),
            List.of(),
            key -> stockIds.containsKey(key) ? new int[] {stockIds.get(key)} : new int[0]);
    calendars.fillShared(stock.codec(), shared);
    List<PriceTable> priceTables = prices.fill();
    return new StayLayout(
        STOCK_TABLE,
        stock.codec(),
        model(),
        priceTables,
        fillRules(row),
        terms.policies(),
        terms.longStays(),
        terms.leadTimes(),
        stay.cube());
  }

  private PriceModel model() {
    if (stay.price() instanceof PriceDefinition.PerUnit) {
      return PriceModel.PER_UNIT;
    }
    return stay.price() instanceof PriceDefinition.PerPerson
        ? PriceModel.PER_PERSON
        : PriceModel.PER_ROOM;
  }

  private OfferRules fillRules(Planned row) throws SQLException {
    return new OfferRules(
        stay.saleWindow() == null ? null : window(row, SALE_FROM, SALE_TO),
        stay.stayWindow() == null ? null : window(row, STAY_FROM, STAY_TO),
        row.number(MINIMUM_HEADS),
        row.number(MAXIMUM_HEADS),
        fillLimit(row, MINIMUM_STAY, stay.lengths().minimum()),
        fillLimit(row, MAXIMUM_STAY, stay.lengths().maximum()),
        fillLimit(row, MINIMUM_THROUGH, stay.lengths().minimumThrough()),
        fillLimit(row, MAXIMUM_THROUGH, stay.lengths().maximumThrough()),
        fillNights(stay.nights()),
        row.number(TermFill.POLICY),
        row.number(TermFill.LONG_STAY),
        row.number(TermFill.LEAD_TIME),
        row.number(LARGEST_OCCUPANCY));
  }

  private NightRules fillNights(NightDefinition nights) throws SQLException {
    return new NightRules(
        offerCalendars.fillClosings("closed", nights.closed()),
        offerCalendars.fillClosings("stop_sell", nights.stopSell()),
        offerCalendars.fillClosings("arrival_closed", nights.arrivalClosed()),
        offerCalendars.fillClosings("departure_closed", nights.departureClosed()),
        offerCalendars.fillNumbers("stay_pattern", nights.stayPattern(), ValueRange.ALL));
  }

  private static Window window(Planned row, String from, String to) {
    return new Window(row.number(from), row.number(to));
  }

  private StayLimit fillLimit(Planned row, String name, StayLimitDefinition limit)
      throws SQLException {
    if (limit == null) {
      return null;
    }
    ValueRange range = ValueRange.upTo(content.horizon().nights() + 1L);
    OfferCalendar calendar = offerCalendars.fillNumbers(name + "_by_day", limit.calendar(), range);
    return calendar == null
        ? new StayLimit(row.number(name), null, null)
        : new StayLimit(row.number(name), calendar.table(), calendar.cells());
  }

  long priceCells() {
    return prices.cells();
  }

  /** Returns what went into each calendar table but those of prices, by name. */
  Map<String, FilledCells> calendars() {
    Map<String, FilledCells> filled = new LinkedHashMap<>();
    filled.put(STOCK_TABLE, stockCells);
    filled.putAll(offerCalendars.filled());
    return filled;
  }
}
