package tatami.query.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.query.engine.AskedRules;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.stay.NightCells;
import tatami.query.stay.Offers;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayNeeds;
import tatami.searchtable.calendar.CalendarNights;
import tatami.searchtable.calendar.CellBlock;
import tatami.searchtable.calendar.CellBlocks;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Reads the calendars of offers: the planes of the asked nights, of the blocks that hold the
 * offers.
 *
 * <p>What is sent is kept as it came, and decoded cell by cell. All tables are read in one
 * statement; what rows share is read with it, and tells which planes a second statement reads.
 * Where that would be more than {@value #MOST_BYTES} bytes, each table is read alone, some planes
 * at a time.
 */
final class CalendarReader {

  private static final int MOST_BYTES = 32 << 20;

  /** About what a block of two-byte cells takes. */
  private static final int BLOCK_BYTES = 2 * CellBlock.ROWS;

  /** Where at most one block in so many is needed, blocks are named one by one. */
  private static final int FEW = 2;

  private final StatementRunner runner;
  private final ReleaseDescription description;
  private final Tables tables;

  CalendarReader(StatementRunner runner, ReleaseDescription description) {
    this.runner = runner;
    this.description = description;
    this.tables = new Tables(description);
  }

  /** Nights of a shared table. */
  record Ranks(String table, int firstNight, int nights) {

    static Ranks of(CalendarTable table) {
      return table.codec() instanceof SharedDays shared
          ? new Ranks(shared.table(), table.firstNight(), table.nights())
          : null;
    }

    BlockQuery query() {
      return new BlockQuery(table, CalendarNights.planes(firstNight, nights), null);
    }
  }

  /** The blocks that hold some offers, and their stock; null for all. */
  record Blocks(int[] ofOffers, int[] ofStock) {

    static final Blocks ALL = new Blocks(null, null);

    int[] of(CalendarTable table) {
      return table.isStock() ? ofStock : ofOffers;
    }
  }

  /** Reads what a question needs of some offers. */
  StayCells read(StayNeeds needs, AskedRules rules, Offers offers) throws SQLException {
    StayTables asked = new StayTables(description, needs, rules);
    Map<CalendarTable, NightCells> cells = read(asked.list(), blocks(offers));
    return asked.cells(cells::get);
  }

  private Blocks blocks(Offers offers) {
    int[] ofOffers = blocks(IntStream.range(0, offers.count()).map(offers::id));
    return ofOffers.length * FEW <= CellBlocks.blocksOf(description.offer().rows())
        ? new Blocks(ofOffers, blocks(IntStream.range(0, offers.count()).map(offers::stock)))
        : Blocks.ALL;
  }

  private static int[] blocks(IntStream rows) {
    BitSet blocks = new BitSet();
    rows.forEach(row -> blocks.set(CellBlocks.blockOf(row)));
    return blocks.stream().toArray();
  }

  private Map<CalendarTable, NightCells> read(List<CalendarTable> asked, Blocks blocks)
      throws SQLException {
    List<BlockQuery> first = firstQueries(asked, blocks);
    List<CellBlocks> found = read(first);
    Map<Ranks, CellBlocks> ranks = new HashMap<>();
    Map<CalendarTable, NightCells> cells = new HashMap<>();
    int place = 0;
    for (CalendarTable table : asked) {
      if (table.codec() instanceof OwnDays own) {
        cells.put(table, nightCells(CalendarNights.of(own, found.get(place++))));
      }
    }
    for (Ranks shared : ranksOf(asked)) {
      ranks.put(shared, found.get(place++));
    }
    readShared(asked, blocks, ranks, cells);
    return cells;
  }

  private void readShared(
      List<CalendarTable> asked,
      Blocks blocks,
      Map<Ranks, CellBlocks> ranks,
      Map<CalendarTable, NightCells> cells)
      throws SQLException {
    List<CalendarTable> sharing =
        asked.stream().filter(table -> table.codec() instanceof SharedDays).toList();
    List<BlockQuery> queries = new ArrayList<>();
    for (CalendarTable table : sharing) {
      int[] planes =
          CalendarNights.sharedPlanes(
              ranks.get(Ranks.of(table)), table.firstNight(), table.nights());
      queries.add(new BlockQuery(table.table(), planes, blocks.of(table)));
    }
    List<CellBlocks> found = read(queries);
    for (int place = 0; place < sharing.size(); place++) {
      CalendarTable table = sharing.get(place);
      SharedDays codec = (SharedDays) table.codec();
      CellBlocks ranksOfTable = ranks.get(Ranks.of(table));
      cells.put(table, nightCells(CalendarNights.of(codec, found.get(place), ranksOfTable)));
    }
  }

  /** Returns the own days of each table that has them, and then each shared table's ranks. */
  static List<BlockQuery> firstQueries(List<CalendarTable> asked, Blocks blocks) {
    List<BlockQuery> queries = new ArrayList<>();
    for (CalendarTable table : asked) {
      if (table.codec() instanceof OwnDays) {
        int[] planes = CalendarNights.planes(table.firstNight(), table.nights());
        queries.add(new BlockQuery(table.table(), planes, blocks.of(table)));
      }
    }
    ranksOf(asked).forEach(ranks -> queries.add(ranks.query()));
    return queries;
  }

  static List<Ranks> ranksOf(List<CalendarTable> asked) {
    return asked.stream().map(Ranks::of).filter(ranks -> ranks != null).distinct().toList();
  }

  private static NightCells nightCells(CalendarNights nights) {
    return new NightCells() {
      @Override
      public long at(int id, int night) {
        return nights.at(id, night);
      }

      @Override
      public void read(int id, int firstNight, int count, long[] cells) {
        nights.read(id, firstNight, count, cells);
      }

      @Override
      public boolean addRows(BitSet rows) {
        nights.addRows(rows);
        return true;
      }
    };
  }

  private List<CellBlocks> read(List<BlockQuery> queries) throws SQLException {
    long bytes = 0;
    for (BlockQuery query : queries) {
      bytes += (long) query.planes().length * bytesOfPlane(query);
    }
    List<CellBlocks> found = new ArrayList<>();
    if (bytes <= MOST_BYTES) {
      List<byte[]> sent = send(queries);
      for (int place = 0; place < queries.size(); place++) {
        found.add(queries.get(place).read(List.of(sent.get(place))));
      }
      return found;
    }
    for (BlockQuery query : queries) {
      List<byte[]> sent = new ArrayList<>();
      for (BlockQuery part : query.split((int) Math.max(1, MOST_BYTES / bytesOfPlane(query)))) {
        sent.addAll(send(List.of(part)));
      }
      found.add(query.read(sent));
    }
    return found;
  }

  private long bytesOfPlane(BlockQuery query) {
    int blocks =
        query.blocks() == null
            ? CellBlocks.blocksOf(description.offer().rows())
            : query.blocks().length;
    return (long) blocks * BLOCK_BYTES;
  }

  private List<byte[]> send(List<BlockQuery> queries) throws SQLException {
    byte[][] sent = new byte[queries.size()][];
    if (!queries.isEmpty()) {
      runner.list(
          Purpose.CELLS,
          BlockQuery.statement(tables, queries),
          row -> {
            byte[] blocks = row.getBytes(2);
            return sent[row.getInt(1)] = blocks == null ? new byte[0] : blocks;
          });
    }
    return List.of(sent);
  }
}
