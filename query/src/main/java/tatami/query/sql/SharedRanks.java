package tatami.query.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.searchtable.codec.SharedDays;

/** The ranks of some nights in the calendars that rows of {@link SharedDays} share. */
final class SharedRanks {

  private static final int BYTE_MASK = 0xFF;

  private final Records records;
  private final RecordIndex index;
  private final RecordField ranks;
  private final Window window;

  private SharedRanks(Records records, RecordIndex index, RecordField ranks, Window window) {
    this.records = records;
    this.index = index;
    this.ranks = ranks;
    this.window = window;
  }

  /**
   * Nights of a shared table.
   *
   * @param table the shared table
   * @param firstNight first night, from 0 for the horizon's first
   * @param nights how many
   */
  record Window(String table, int firstNight, int nights) {

    /** Returns what rows of a table share; null where they share nothing. */
    static Window of(CalendarTable table) {
      return table.codec() instanceof SharedDays shared
          ? new Window(shared.table(), table.firstNight(), table.nights())
          : null;
    }
  }

  /**
   * Reads the ranks.
   *
   * @param calendars those that are needed; null for all
   */
  static SharedRanks read(StatementRunner runner, Tables tables, Window window, int[] calendars)
      throws SQLException {
    Text text = new Text(window);
    Records records = runner.one(Purpose.CELLS, text.statement(tables, calendars), text.record);
    return new SharedRanks(records, RecordIndex.of(records, text.id), text.ranks, window);
  }

  /** Writes the statement. */
  static Fragment statement(Tables tables, Window window, int[] calendars) {
    return new Text(window).statement(tables, calendars);
  }

  /** How the records are laid out. */
  private static final class Text {

    private final RecordText record = new RecordText();
    private final RecordField id = record.integer("id");
    private final RecordField ranks;
    private final Window window;

    Text(Window window) {
      this.window = window;
      Fragment part =
          Fragment.of(
              "substr(" + SharedDays.RANKS + ", ?, ?)", window.firstNight() + 1, window.nights());
      ranks = record.add(part, window.nights());
    }

    Fragment statement(Tables tables, int[] calendars) {
      Fragment from =
          record.select().then("\nFROM " + tables.qualified(window.table()) + " AS days");
      return calendars == null ? from : from.then("\nWHERE id = ANY (?)", new IntArray(calendars));
    }
  }

  /** Returns the rank of a night in a calendar. */
  int rank(int calendar, int night) {
    return rankOf(index.find(calendar), night);
  }

  private int rankOf(int record, int night) {
    return records.bytes()[records.offset(record, ranks) + night - window.firstNight()] & BYTE_MASK;
  }

  /**
   * Puts the values of nights that follow each other.
   *
   * @param values by rank
   * @param cells takes them, from place 0 on
   */
  void putAll(int calendar, int firstNight, int nights, long[] values, long[] cells) {
    byte[] bytes = records.bytes();
    int offset = records.offset(index.find(calendar), ranks) + firstNight - window.firstNight();
    for (int place = 0; place < nights; place++) {
      cells[place] = values[bytes[offset + place] & BYTE_MASK];
    }
  }

  /**
   * Chooses the ranks that the nights have, for each calendar of the table.
   *
   * @param most how many there may be in a calendar
   * @return null where a calendar has more
   */
  RankChoice choose(int most) {
    int calendars = 0;
    while (calendars < records.count() && index.find(calendars) != RecordIndex.NONE) {
      calendars++;
    }
    if (calendars < records.count() || calendars == 0) {
      return null;
    }
    List<List<Integer>> chosen = new ArrayList<>();
    byte[] places = new byte[Math.multiplyExact(calendars, window.nights())];
    for (int place = 0; place < places.length; place++) {
      if (place % window.nights() == 0) {
        chosen.add(new ArrayList<>());
      }
      List<Integer> own = chosen.get(chosen.size() - 1);
      int night = window.firstNight() + place % window.nights();
      int rank = rank(place / window.nights(), night);
      if (!own.contains(rank)) {
        own.add(rank);
      }
      if (own.size() > most) {
        return null;
      }
      places[place] = (byte) own.indexOf(rank);
    }
    return new RankChoice(chosen, places, window);
  }
}
