package tatami.query.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import tatami.query.engine.AskedRules;
import tatami.query.stay.NightCells;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayNeeds;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;

/** Which calendar tables a question about stays needs, and what they are to it. */
final class StayTables {

  private final StayLayout layout;
  private final int horizonNights;
  private final StayNeeds needs;
  private final AskedRules rules;

  StayTables(ReleaseDescription description, StayNeeds needs, AskedRules rules) {
    this.layout = description.stay();
    this.horizonNights = description.horizon().nights();
    this.needs = needs;
    this.rules = rules;
  }

  /** Lists the tables, each once. */
  List<CalendarTable> list() {
    Set<CalendarTable> tables = new LinkedHashSet<>();
    cells(
        table -> {
          tables.add(table);
          return (id, night) -> NightCells.MISSING;
        });
    return List.copyOf(tables);
  }

  /** Puts together what was read from the tables. */
  StayCells cells(Function<CalendarTable, NightCells> read) {
    NightRules nights = layout.rules().nights();
    OfferRules limits = layout.rules();
    boolean isOfStays = rules == AskedRules.OF_STAYS;
    NightCells stock = read.apply(table("stock", layout.stockTable(), layout.stock(), 0));
    return new StayCells(
        stock,
        IntStream.range(0, layout.prices().size()).mapToObj(place -> price(place, read)).toList(),
        isOfStays ? limit("minimum_stay", limits.minimumStay(), read) : null,
        isOfStays ? limit("maximum_stay", limits.maximumStay(), read) : null,
        isOfStays ? limit("minimum_stay_through", limits.minimumStayThrough(), read) : null,
        isOfStays ? limit("maximum_stay_through", limits.maximumStayThrough(), read) : null,
        all("closed", nights.closed(), 0, read),
        all("stop_sell", nights.stopSell(), 0, read),
        isOfStays ? all("arrival_closed", nights.arrivalClosed(), 0, read) : List.of(),
        isOfStays ? all("departure_closed", nights.departureClosed(), 1, read) : List.of(),
        isOfStays && nights.stayPattern() != null
            ? calendar("stay_pattern", nights.stayPattern(), 0, read)
            : null);
  }

  private NightCells price(int place, Function<CalendarTable, NightCells> read) {
    PriceTable price = layout.prices().get(place);
    return needs.prices().contains(place)
        ? read.apply(table("price", price.table(), price.cells(), 0))
        : null;
  }

  private NightCells limit(String part, StayLimit limit, Function<CalendarTable, NightCells> read) {
    return limit == null || limit.table() == null
        ? null
        : read.apply(table(part, limit.table(), limit.cells(), 0));
  }

  private List<NightCells> all(
      String part,
      List<OfferCalendar> calendars,
      int nightsBehind,
      Function<CalendarTable, NightCells> read) {
    return calendars.stream()
        .map(calendar -> calendar(part, calendar, nightsBehind, read))
        .toList();
  }

  private NightCells calendar(
      String part,
      OfferCalendar calendar,
      int nightsBehind,
      Function<CalendarTable, NightCells> read) {
    return read.apply(table(part, calendar.table(), calendar.cells(), nightsBehind));
  }

  /** A stay ends on the day behind its last night, so some tables are read further. */
  private CalendarTable table(String part, String table, CalendarCodec codec, int nightsBehind) {
    boolean isStock = table.equals(layout.stockTable());
    int end = Math.min(needs.lastNight() + nightsBehind, horizonNights - 1) + 1;
    return new CalendarTable(
        part, table, isStock, codec, needs.firstNight(), end - needs.firstNight());
  }
}
