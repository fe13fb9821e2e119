package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.fill.CalendarFill.Filled;
import tatami.searchbuild.fill.CalendarFill.KeyCondition;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CalendarMeasure;
import tatami.searchtable.codec.CalendarMeasure.Missing;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.DayCalendars;
import tatami.searchtable.description.StayLayout.PriceTable;

/** Fills the price tables: one for a unit, or one per occupancy and person class. */
final class PriceFill {

  private static final List<String> PERSON_CLASSES =
      List.of("adult", "child_a", "child_b", "child_c", "child_d", "infant");
  private static final int LARGEST_OCCUPANCY = 99;

  private final Connection reading;
  private final ReleaseContent content;
  private final PriceDefinition definition;
  private final CalendarFill calendars;
  private final List<String> warnings;
  private CodecChoice<CalendarCodec> choice;
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
    CalendarMeasure measure = calendars.measure(amount, Long.MAX_VALUE, Missing.NONE);
    choice = calendars.choose("price", amount, measure, new DayCalendars());
    List<PriceTable> tables = fillTables(amount);
    CalendarCodec described =
        calendars.finish(choice.codec(), tables.stream().map(PriceTable::table).toList());
    return tables.stream().map(table -> table.withCells(described)).toList();
  }

  private List<PriceTable> fillTables(CalendarValue amount) throws SQLException {
    if (definition instanceof PriceDefinition.PerPerson person) {
      Function<List<Object>, int[]> offers =
          calendars.offersByKey(amount.feed(), List.of(person.occupancy(), person.personClass()));
      List<PriceTable> tables = new ArrayList<>();
      for (Slot slot : listSlots(person)) {
        tables.add(
            fill(
                slot,
                offers,
                List.of(
                    new KeyCondition(person.occupancy(), slot.occupancy()),
                    new KeyCondition(person.personClass(), slot.personClass()))));
      }
      return tables;
    }
    return List.of(
        fill(new Slot(0, null), calendars.offersByKey(amount.feed(), List.of()), List.of()));
  }

  /** Whom a price is for; occupancy 0 is the whole unit. */
  private record Slot(int occupancy, String personClass) {
    String table() {
      return personClass == null ? "price" : "price_" + occupancy + "_" + personClass;
    }
  }

  private PriceTable fill(
      Slot slot, Function<List<Object>, int[]> offers, List<KeyCondition> conditions)
      throws SQLException {
    CalendarTable table =
        new CalendarTable(slot.table(), "offer", definition.amount(), choice, Long.MAX_VALUE);
    Filled filled = calendars.fill(table, conditions, offers, 0);
    cells += filled.cells();
    return new PriceTable(
        slot.occupancy(), slot.personClass(), slot.table(), choice.codec(), filled.rows());
  }

  private List<Slot> listSlots(PriceDefinition.PerPerson person) throws SQLException {
    String occupancy = ReleaseSchema.quote(person.occupancy());
    String personClass = ReleaseSchema.quote(person.personClass());
    String sql =
        "SELECT "
            + occupancy
            + ", "
            + personClass
            + ", count(*) FROM "
            + content.versions().get(person.amount().feed()).table().quoted()
            + " GROUP BY 1, 2 ORDER BY 1, 2";
    List<Slot> slots = new ArrayList<>();
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        addSlot(slots, rows.getLong(1), rows.getString(2), rows.getLong(3));
      }
    }
    return slots;
  }

  private void addSlot(List<Slot> slots, long occupancy, String personClass, long rows) {
    if (occupancy >= 1 && occupancy <= LARGEST_OCCUPANCY && PERSON_CLASSES.contains(personClass)) {
      slots.add(new Slot((int) occupancy, personClass));
    } else {
      warnings.add(
          rows
              + " price calendars are for occupancy "
              + occupancy
              + " and person class \""
              + personClass
              + "\" and are left out: occupancies are 1 to "
              + LARGEST_OCCUPANCY
              + ", classes are "
              + PERSON_CLASSES);
    }
  }
}
