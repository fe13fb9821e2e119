package tatami.query.inns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CalendarRows;
import tatami.searchtable.calendar.DayCalendars;
import tatami.searchtable.calendar.SharedDays;

/** The calendar tables of a release, filled row by row. */
final class CalendarTables {

  /** Creates a table and takes its rows. */
  interface TableWriter<E extends Exception> {
    void create(String table) throws E;

    void insert(String table, int plane, int block, byte[] cells) throws E;
  }

  private final int nights;
  private final Map<String, CalendarRows> tables = new LinkedHashMap<>();
  private final Map<String, DayCalendars> shared = new LinkedHashMap<>();

  CalendarTables(int nights) {
    this.nights = nights;
  }

  void add(String table, CalendarCodec codec, int rows) {
    DayCalendars calendars =
        codec instanceof SharedDays days
            ? shared.computeIfAbsent(days.table(), name -> new DayCalendars())
            : null;
    tables.put(table, CalendarRows.of(codec, calendars, 0, rows, nights));
  }

  /**
   * Puts a row.
   *
   * @param cells in units; −1 = missing
   */
  void put(String table, int row, CalendarCodec codec, List<Integer> cells) {
    if (cells.stream().anyMatch(cell -> cell >= 0)) {
      long[] values =
          cells.stream().mapToLong(cell -> cell < 0 ? cell : cell * codec.unit()).toArray();
      tables.get(table).put(row, values);
    }
  }

  <E extends Exception> void write(TableWriter<E> writer) throws E {
    for (Map.Entry<String, CalendarRows> table : tables.entrySet()) {
      String name = table.getKey();
      writer.create(name);
      table.getValue().<E>write((plane, block, cells) -> writer.insert(name, plane, block, cells));
    }
    for (Map.Entry<String, DayCalendars> days : shared.entrySet()) {
      String name = days.getKey();
      writer.create(name);
      days.getValue()
          .<E>write(nights, (plane, block, cells) -> writer.insert(name, plane, block, cells));
    }
  }
}
