package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CalendarMeasure;
import tatami.searchtable.calendar.DayCalendars;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.CodecException;
import tatami.searchtable.description.StayLayout.OfferCalendar;

/**
 * Fills calendars of offers besides prices: closings, patterns and limits of stays.
 *
 * <p>A feed may be about less than an offer, such as a whole property: its row then stands for each
 * offer that has its key. An offer that no cell is about has no row, and where no offer has one,
 * there is no table.
 */
final class OfferCalendarFill {

  private final CalendarFill calendars;
  private final List<String> warnings;
  private final Map<String, FilledCells> filled = new LinkedHashMap<>();

  OfferCalendarFill(CalendarFill calendars, List<String> warnings) {
    this.calendars = calendars;
    this.warnings = warnings;
  }

  /** Returns what went into each table, by name. */
  Map<String, FilledCells> filled() {
    return filled;
  }

  /**
   * Fills a table for each source: the first has the name, the next ones {@code name_2} and so on,
   * whether those before them have a table or not.
   *
   * @param sources boolean values
   */
  List<OfferCalendar> fillClosings(String name, List<CalendarValue> sources) throws SQLException {
    List<OfferCalendar> closings = new ArrayList<>();
    for (int place = 0; place < sources.size(); place++) {
      String table = place == 0 ? name : name + "_" + (place + 1);
      Source source = new Source(table, sources.get(place), ValueRange.TRUE);
      OfferCalendar closing = fill(source, false);
      if (closing != null) {
        closings.add(closing);
      }
    }
    return closings;
  }

  /**
   * Fills a table of numbers.
   *
   * @param value null where the catalog has none
   * @return null where no offer has a cell
   */
  OfferCalendar fillNumbers(String table, CalendarValue value, ValueRange range)
      throws SQLException {
    return value == null ? null : fill(new Source(table, value, range), true);
  }

  /** A table, and where its values come from. */
  private record Source(String table, CalendarValue value, ValueRange range) {}

  private OfferCalendar fill(Source source, boolean mayShare) throws SQLException {
    if (calendars.measure(source.value()).highest() < source.range().lowest()) {
      return null;
    }
    ReleaseSchema.Mark mark = calendars.mark();
    CalendarMeasure measure = calendars.measure(source.value(), source.range().highest());
    CodecChoice<CalendarCodec> choice =
        calendars.choose(source.table(), source.value(), measure, mayShare);
    try {
      return fill(source, choice, mark);
    } catch (CodecException refused) {
      boolean isEstimated = choice.codec() instanceof SharedDays && source.value().codec() == null;
      if (!isEstimated) {
        throw refused;
      }
      calendars.rollBackTo(mark);
      warnings.add(
          "rows of table \""
              + source.table()
              + "\" do not share calendars as a sample of them promised ("
              + refused.getMessage()
              + "), so each has its own");
      return fill(source, false);
    }
  }

  private OfferCalendar fill(
      Source source, CodecChoice<CalendarCodec> choice, ReleaseSchema.Mark mark)
      throws SQLException {
    CalendarValue value = source.value();
    DayCalendars shared = new DayCalendars();
    FilledCells cells =
        calendars.fill(
            new CalendarTable(
                source.table(), calendars.countOffers(), value, choice, source.range(), shared),
            List.of(),
            calendars.offersByKey(value.feed(), List.of()));
    if (cells.rows() == 0) {
      calendars.rollBackTo(mark);
      return null;
    }
    calendars.fillShared(choice.codec(), shared);
    filled.put(source.table(), cells);
    return new OfferCalendar(source.table(), choice.codec());
  }
}
