package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CalendarMeasure;
import tatami.searchtable.calendar.DayCalendars;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.CodecException;
import tatami.searchtable.description.StayLayout.PriceTable;

/** Fills the price tables: one for a unit, else one per occupancy and class. */
final class PriceFill {

  private final Connection reading;
  private final ReleaseContent content;
  private final PriceDefinition definition;
  private final CalendarFill calendars;
  private final List<String> warnings;
  private CodecChoice<CalendarCodec> choice;
  private DayCalendars shared;
  private long cells;

  PriceFill(
      Connection reading, ReleaseContent content, CalendarFill calendars, List<String> warnings) {
    this.reading = reading;
    this.content = content;
    this.definition = content.catalog().offer().stay().price();
    this.calendars = calendars;
    this.warnings = warnings;
  }

  long cells() {
    return cells;
  }

  List<PriceTable> fill() throws SQLException {
    CalendarValue amount = definition.amount();
    CalendarMeasure measure = calendars.measureAmounts(amount);
    choice = calendars.choose("price", amount, measure, true);
    shared = new DayCalendars();
    boolean isEstimated = choice.codec() instanceof SharedDays && amount.codec() == null;
    List<PriceTable> tables = isEstimated ? fillShared(amount, measure) : fillTables(amount);
    calendars.fillShared(choice.codec(), shared);
    return tables;
  }

  /** A sample of the rows promised that they share; where they do not, they are filled again. */
  private List<PriceTable> fillShared(CalendarValue amount, CalendarMeasure measure)
      throws SQLException {
    ReleaseSchema.Mark mark = calendars.mark();
    try {
      return fillTables(amount);
    } catch (CodecException refused) {
      calendars.rollBackTo(mark);
      warnings.add(
          "prices do not share calendars as a sample of them promised ("
              + refused.getMessage()
              + "), so each has its own");
      cells = 0;
      choice = calendars.choose("price", amount, measure, false);
      return fillTables(amount);
    }
  }

  private List<PriceTable> fillTables(CalendarValue amount) throws SQLException {
    Function<List<Object>, int[]> offers =
        calendars.offersByKey(amount.feed(), definition.slotColumns());
    List<PriceTable> tables = new ArrayList<>();
    for (PriceSlot slot : listSlots()) {
      tables.add(fill(slot, offers));
    }
    return tables;
  }

  private PriceTable fill(PriceSlot slot, Function<List<Object>, int[]> offers)
      throws SQLException {
    CalendarTable table =
        new CalendarTable(
            slot.table(),
            content.offers().rows().count(),
            definition.amount(),
            choice,
            ValueRange.ALL,
            shared);
    FilledCells filled = calendars.fill(table, slot.conditions(definition), offers);
    cells += filled.cells();
    return new PriceTable(
        slot.occupancy(), slot.personClass(), slot.table(), choice.codec(), filled.rows());
  }

  private List<PriceSlot> listSlots() throws SQLException {
    if (definition.slotColumns().isEmpty()) {
      return List.of(PriceSlot.UNIT);
    }
    String columns =
        definition.slotColumns().stream()
            .map(ReleaseSchema::quote)
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT "
            + columns
            + ", count(*) FROM "
            + content.versions().get(definition.amount().feed()).table().quoted()
            + " GROUP BY 1, 2 ORDER BY 1, 2";
    List<PriceSlot> slots = new ArrayList<>();
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        addSlot(slots, rows.getLong(1), rows.getString(2), rows.getLong(3));
      }
    }
    return slots;
  }

  private void addSlot(List<PriceSlot> slots, long occupancy, String word, long rows) {
    PriceSlot.find(definition, occupancy, word)
        .ifPresentOrElse(slots::add, () -> warnings.add(leftOut(occupancy, word, rows)));
  }

  private String leftOut(long occupancy, String word, long rows) {
    return rows
        + " price calendars are for occupancy "
        + occupancy
        + " and person class \""
        + word
        + "\" and are left out: "
        + PriceSlot.describe(definition);
  }
}
