package tatami.query.mirror.night;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.query.mirror.copy.CopyRows;
import tatami.query.mirror.copy.DamagedReleaseException;
import tatami.query.mirror.manifest.Manifest;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CellBlock;
import tatami.searchtable.calendar.CellBlocks;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.manifest.BlockSum;

/** Reads the calendar tables of one release into memory. */
public final class NightReader {

  /** Where at least one row in so many has a calendar, each has a place: none is looked up. */
  private static final int MOST_EMPTY = 2;

  private final Connection connection;
  private final String schema;
  private final Manifest manifest;
  private final int nights;
  private final Map<String, SharedRanks> ranks = new HashMap<>();

  /**
   * Reads tables of a release.
   *
   * @param connection inside a transaction that sees one state
   * @param manifest says what each table holds
   * @param nights of the horizon
   */
  public NightReader(Connection connection, String schema, Manifest manifest, int nights) {
    this.connection = connection;
    this.schema = schema;
    this.manifest = manifest;
    this.nights = nights;
  }

  /**
   * Reads a table.
   *
   * @param rows how many rows may have a calendar: surrogates are below it
   */
  public StoredNights read(String table, CalendarCodec codec, int rows) throws SQLException {
    if (codec instanceof OwnDays own) {
      return slabs(blocks(table, nights), rows, own.unit());
    }
    SharedDays shared = (SharedDays) codec;
    CellBlocks blocks = blocks(table, SharedDays.countPlanes(nights));
    return levels(blocks, rows, shared.unit(), ranks(shared.table()));
  }

  private SharedRanks ranks(String table) throws SQLException {
    SharedRanks known = ranks.get(table);
    if (known == null) {
      CellBlocks blocks = blocks(table, nights);
      BitSet calendars = new BitSet();
      blocks.addRows(calendars);
      known = SharedRanks.of(blocks, nights, calendars.length());
      ranks.put(table, known);
    }
    return known;
  }

  /** One block as it was sent. */
  private record Block(int plane, int number, byte[] bytes) {}

  private CellBlocks blocks(String table, int planes) throws SQLException {
    List<Block> sent = new ArrayList<>();
    String query = "SELECT plane, block, cells FROM \"" + schema + "\".\"" + table + '"';
    BlockSum sum = new BlockSum();
    CopyRows.read(
        connection,
        query,
        row -> {
          Block block = new Block((int) row.integer(0), (int) row.integer(1), row.bytes(2));
          sum.add(block.plane(), block.number(), block.bytes(), 0, block.bytes().length);
          sent.add(block);
        });
    manifest.check(table, sum.blocks(), sum.checksum());
    int end = sent.stream().mapToInt(block -> block.number() + 1).max().orElse(0);
    CellBlocks blocks = new CellBlocks(IntStream.range(0, planes).toArray(), 0, end);
    for (Block block : sent) {
      byte[] bytes = block.bytes();
      boolean isPlane = block.plane() >= 0 && block.plane() < planes;
      if (!isPlane || block.number() < 0 || !CellBlock.isWhole(bytes, 0, bytes.length)) {
        throw new DamagedReleaseException(
            "table \""
                + table
                + "\" has a block that was never written: plane="
                + block.plane()
                + " block="
                + block.number());
      }
      blocks.put(block.plane(), block.number(), bytes, 0);
    }
    return blocks;
  }

  private NightSlabs slabs(CellBlocks blocks, int rows, long unit) {
    BitSet filled = new BitSet(rows);
    blocks.addRows(filled);
    RowPlaces places = places(filled, rows);
    NightSlabs slabs = new NightSlabs(nights, places, unit);
    long[] cells = new long[places.count()];
    for (int night = 0; night < nights; night++) {
      long highest = readNight(blocks, night, filled, cells);
      if (highest != CalendarCodec.MISSING) {
        Slab slab = Slab.of(cells.length, highest);
        for (int place = 0; place < cells.length; place++) {
          slab.put(place, cells[place]);
        }
        slabs.put(night, slab);
      }
    }
    return slabs;
  }

  private static RowPlaces places(BitSet filled, int rows) {
    boolean[] isKept = new boolean[Math.max(rows, filled.length())];
    filled.stream().forEach(row -> isKept[row] = true);
    return new RowPlaces(isKept);
  }

  /** Reads the cells of one plane; returns the highest, missing where there is none. */
  private static long readNight(CellBlocks blocks, int plane, BitSet rows, long[] cells) {
    long highest = CalendarCodec.MISSING;
    int place = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      long cell = blocks.cell(plane, row);
      cells[place++] = cell;
      highest = Math.max(highest, cell);
    }
    return highest;
  }

  private StoredNights levels(CellBlocks blocks, int rows, long unit, SharedRanks kept) {
    BitSet filled = new BitSet(rows);
    blocks.addRows(SharedDays.CALENDAR_PLANE, filled);
    if (rows > 0 && filled.cardinality() * MOST_EMPTY >= rows) {
      filled.set(0, rows);
    }
    LevelReader reader = new LevelReader(blocks, filled);
    return reader.read(places(filled, rows), kept, unit, nights);
  }
}
