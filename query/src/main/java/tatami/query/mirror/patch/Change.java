package tatami.query.mirror.patch;

import java.util.Objects;
import tatami.query.release.Grain;
import tatami.searchtable.calendar.CalendarCodec;

/** A change of a release that is in memory: what a value is from now on, whatever it was before. */
public sealed interface Change {

  /** No value: a night without stock, price or rule. */
  long MISSING = CalendarCodec.MISSING;

  /**
   * Rooms left on a night, for every offer that shares the stock.
   *
   * @param stock surrogate of the stock
   * @param night from 0 for the horizon's first
   * @param rooms at least 0, or {@link #MISSING}
   */
  record StockCell(int stock, int night, long rooms) implements Change {}

  /**
   * A price on a night.
   *
   * @param table place of the price table in the release's list
   * @param offer surrogate of the offer
   * @param night from 0 for the horizon's first
   * @param amount minor units, at least 0, or {@link #MISSING}
   */
  record PriceCell(int table, int offer, int night, long amount) implements Change {}

  /**
   * What a calendar of rules says of an offer on a night.
   *
   * @param table the calendar's table
   * @param offer surrogate of the offer
   * @param night from 0 for the horizon's first
   * @param value as the table holds it, or {@link #MISSING}
   */
  record RuleCell(String table, int offer, int night, long value) implements Change {

    /** Refuses a cell of no table. */
    public RuleCell {
      Objects.requireNonNull(table, "table");
    }
  }

  /**
   * An offer that is not sold any more, whatever its calendars say.
   *
   * @param offer surrogate of the offer
   */
  record GoneOffer(int offer) implements Change {}

  /**
   * The tags of a row.
   *
   * @param grain whose row it is
   * @param filter name of the filter
   * @param row surrogate of the row
   * @param codes ascending, all in the release's dictionary
   */
  record TagSet(Grain grain, String filter, int row, int[] codes) implements Change {

    /** Copies the codes. */
    public TagSet {
      codes = codes.clone();
    }
  }
}
