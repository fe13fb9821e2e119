package tatami.query.inns;

import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;

/** Which codecs a release of inns holds its limits and prices with. */
public enum InnCalendars {
  /** Own days everywhere. */
  OWN(new OwnDays(1), new OwnDays(InnCatalog.PRICE_UNIT)),
  /** Shared days. */
  SHARED(new SharedDays("limit_days", 1), new SharedDays("price_days", InnCatalog.PRICE_UNIT));

  private final CalendarCodec limit;
  private final CalendarCodec price;

  InnCalendars(CalendarCodec limit, CalendarCodec price) {
    this.limit = limit;
    this.price = price;
  }

  CalendarCodec limit() {
    return limit;
  }

  CalendarCodec price() {
    return price;
  }
}
