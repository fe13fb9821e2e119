package tatami.query.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.sql.SharedRanks.Window;
import tatami.query.sql.StayTables.Rules;
import tatami.query.stay.NightCells;
import tatami.query.stay.Offers;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayNeeds;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Reads the calendars of offers: those of all offers, or of few.
 *
 * <p>Tables that would send more than {@value #MOST_BYTES} bytes are read in parts, each in a
 * statement of its own; all others in one. What is sent is kept as it came, so 94,000 offers of 366
 * nights take about as much memory as their tables.
 */
final class CalendarReader {

  /** One offer in so many, and fewer, are looked up one by one. */
  private static final int FEW = 12;

  /** Beyond, all levels are sent. */
  private static final int MOST_RANKS = 4;

  private static final int MOST_BYTES = 32 << 20;

  private final StatementRunner runner;
  private final ReleaseDescription description;
  private final Tables tables;

  CalendarReader(StatementRunner runner, ReleaseDescription description) {
    this.runner = runner;
    this.description = description;
    this.tables = new Tables(description);
  }

  /** Reads what a question needs of some offers. */
  StayCells read(StayNeeds needs, Rules rules, Offers offers) throws SQLException {
    StayTables asked = new StayTables(description, needs, rules);
    Map<CalendarTable, NightCells> cells = new HashMap<>();
    if (offers.count() <= description.offer().rows() / FEW) {
      readFew(asked.list(), few(offers), cells);
    } else {
      readAll(asked.list(), offers, cells);
    }
    return asked.cells(cells::get);
  }

  private static RowChoice few(Offers offers) {
    int[] ids = IntStream.range(0, offers.count()).map(offers::id).toArray();
    int[] stocks =
        IntStream.range(0, offers.count()).map(offers::stock).distinct().sorted().toArray();
    return new RowChoice.Few(new IntArray(ids), new IntArray(stocks));
  }

  /** Reads the rows first: they say which shared calendars are needed. */
  private void readFew(
      List<CalendarTable> asked, RowChoice rows, Map<CalendarTable, NightCells> cells)
      throws SQLException {
    List<CalendarPart> parts = asked.stream().map(table -> new CalendarPart(table, null)).toList();
    List<Records> records = read(parts, rows);
    Map<Window, TreeSet<Integer>> calendars = new HashMap<>();
    for (int place = 0; place < parts.size(); place++) {
      Window window = Window.of(asked.get(place));
      if (window != null) {
        TreeSet<Integer> needed = calendars.computeIfAbsent(window, absent -> new TreeSet<>());
        IntStream.of(parts.get(place).sharedCalendars(records.get(place))).forEach(needed::add);
      }
    }
    Map<Window, SharedRanks> ranks = new HashMap<>();
    for (Map.Entry<Window, TreeSet<Integer>> needed : calendars.entrySet()) {
      int[] ids = needed.getValue().stream().mapToInt(Integer::intValue).toArray();
      ranks.put(needed.getKey(), SharedRanks.read(runner, tables, needed.getKey(), ids));
    }
    for (int place = 0; place < parts.size(); place++) {
      SharedRanks shared = ranks.get(Window.of(asked.get(place)));
      cells.put(asked.get(place), parts.get(place).read(records.get(place), shared));
    }
  }

  /** Reads what is shared first: where nights have few ranks, other levels are not sent. */
  private void readAll(
      List<CalendarTable> asked, Offers offers, Map<CalendarTable, NightCells> cells)
      throws SQLException {
    Map<Window, SharedRanks> ranks = new HashMap<>();
    for (CalendarTable table : asked) {
      Window window = Window.of(table);
      if (window != null && !ranks.containsKey(window)) {
        ranks.put(window, SharedRanks.read(runner, tables, window, null));
      }
    }
    Map<Window, RankChoice> choices = choose(ranks);
    List<CalendarPart> small = new ArrayList<>();
    for (CalendarTable table : asked) {
      Window window = Window.of(table);
      CalendarPart part = new CalendarPart(table, window == null ? null : choices.get(window));
      int rows = table.isStock() ? lastStock(offers) + 1 : description.offer().rows();
      int rowsOfPart = MOST_BYTES / part.expectedBytes();
      if (rows <= rowsOfPart) {
        small.add(part);
      } else {
        cells.put(table, readInParts(part, rows, rowsOfPart, ranks.get(window)));
      }
    }
    List<Records> records = small.isEmpty() ? List.of() : read(small, new RowChoice.All());
    for (int place = 0; place < small.size(); place++) {
      CalendarTable table = small.get(place).table();
      cells.put(table, small.get(place).read(records.get(place), ranks.get(Window.of(table))));
    }
  }

  /** Chooses levels for all tables or for none, and equally many: so there are few statements. */
  private static Map<Window, RankChoice> choose(Map<Window, SharedRanks> ranks) {
    Map<Window, RankChoice> choices = new HashMap<>();
    int most = 0;
    for (Map.Entry<Window, SharedRanks> shared : ranks.entrySet()) {
      RankChoice choice = shared.getValue().choose(MOST_RANKS);
      if (choice == null) {
        return Map.of();
      }
      choices.put(shared.getKey(), choice);
      most = Math.max(most, choice.ranks());
    }
    int ranksOfAll = most;
    choices.replaceAll((window, choice) -> choice.padded(ranksOfAll));
    return choices;
  }

  private static int lastStock(Offers offers) {
    return IntStream.range(0, offers.count()).map(offers::stock).max().orElse(0);
  }

  private NightCells readInParts(CalendarPart part, int rows, int rowsOfPart, SharedRanks ranks)
      throws SQLException {
    List<NightCells> parts = new ArrayList<>();
    for (int first = 0; first < rows; first += rowsOfPart) {
      RowChoice range = new RowChoice.Range(first, Math.min(rows, first + rowsOfPart) - 1);
      parts.add(part.read(read(List.of(part), range).get(0), ranks));
    }
    NightCells[] cells = parts.toArray(NightCells[]::new);
    return new NightCells() {
      @Override
      public long at(int id, int night) {
        return cells[id / rowsOfPart].at(id, night);
      }

      @Override
      public void read(int id, int firstNight, int nights, long[] values) {
        cells[id / rowsOfPart].read(id, firstNight, nights, values);
      }
    };
  }

  private List<Records> read(List<CalendarPart> parts, RowChoice rows) throws SQLException {
    Records[] found = new Records[parts.size()];
    runner.list(
        Purpose.CELLS,
        statement(tables, parts, rows),
        row -> {
          int place = row.getInt(1);
          return found[place] = parts.get(place).records().read(row, 2);
        });
    return List.of(found);
  }

  /** Writes the statement that reads some tables: a row each. */
  static Fragment statement(Tables tables, List<CalendarPart> parts, RowChoice rows) {
    int varying = parts.stream().mapToInt(part -> part.records().countVarying()).max().orElse(0);
    List<Fragment> selects = new ArrayList<>();
    for (int place = 0; place < parts.size(); place++) {
      selects.add(parts.get(place).select(tables, place, varying, rows));
    }
    return Fragment.join("\nUNION ALL\n", selects);
  }
}
