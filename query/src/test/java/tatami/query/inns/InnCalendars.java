package tatami.query.inns;

import java.util.List;
import java.util.function.IntFunction;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CellArray;
import tatami.searchtable.codec.CellBytes;
import tatami.searchtable.codec.DayBits;
import tatami.searchtable.codec.DayCalendars;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.SharedDays;

/** Which codecs a release of inns holds its calendars with. */
public enum InnCalendars {
  /** Arrays everywhere. */
  ARRAYS(
      new CellArray("cells", IntegerWidth.INT2, 1),
      new CellArray("cells", IntegerWidth.INT2, 1),
      calendars -> new CellArray("cells", IntegerWidth.INT4, InnCatalog.PRICE_UNIT)),
  /** Bytes everywhere, of every width. */
  BYTES(
      new CellBytes("cells", 1, 1),
      new CellBytes("cells", 4, 1),
      occupancy -> new CellBytes("cells", 1 + occupancy, InnCatalog.PRICE_UNIT)),
  /** Bits and shared days; no room has more than one left. */
  SHARED(
      new DayBits("cells", RandomInns.NIGHTS),
      new SharedDays("limit_days", IntegerWidth.INT2, 1, true, new DayCalendars()),
      new IntFunction<>() {
        private final DayCalendars calendars = new DayCalendars();

        @Override
        public CalendarCodec apply(int occupancy) {
          IntegerWidth width = occupancy == 1 ? IntegerWidth.INT8 : IntegerWidth.INT2;
          return new SharedDays("price_days", width, InnCatalog.PRICE_UNIT, true, calendars);
        }
      });

  private final CalendarCodec stock;
  private final CalendarCodec limit;
  private final IntFunction<CalendarCodec> price;

  InnCalendars(CalendarCodec stock, CalendarCodec limit, IntFunction<CalendarCodec> price) {
    this.stock = stock;
    this.limit = limit;
    this.price = price;
  }

  /** Returns a catalog whose stock this can hold. */
  public InnCatalog fitting(InnCatalog catalog) {
    if (this != SHARED) {
      return catalog;
    }
    List<List<Integer>> stocks =
        catalog.stocks().stream()
            .map(cells -> cells.stream().map(rooms -> Math.min(rooms, 1)).toList())
            .toList();
    return new InnCatalog(catalog.firstNight(), catalog.nights(), catalog.inns(), stocks);
  }

  CalendarCodec stock() {
    return stock;
  }

  CalendarCodec limit() {
    return limit;
  }

  CalendarCodec price(int occupancy) {
    return price.apply(occupancy);
  }

  static CalendarCodec described(CalendarCodec codec) {
    return codec instanceof SharedDays shared ? shared.described(true) : codec;
  }
}
