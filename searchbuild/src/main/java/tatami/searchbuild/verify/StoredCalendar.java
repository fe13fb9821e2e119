package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CalendarNights;
import tatami.searchtable.calendar.CellBlock;
import tatami.searchtable.calendar.CellBlocks;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.manifest.BlockSum;
import tatami.searchtable.manifest.ManifestEntry;

/** A calendar table of a release, read back row by row from its blocks. */
public final class StoredCalendar {

  /** So many blocks are held at a time. */
  private static final int BLOCKS_AT_ONCE = 64;

  private final Connection connection;
  private final String schema;
  private final int nights;
  private final Map<String, BlockSum> sums = new LinkedHashMap<>();
  private long damagedBlocks;

  /**
   * Reads tables of a release.
   *
   * @param connection sees them
   * @param nights of the horizon
   */
  public StoredCalendar(Connection connection, String schema, int nights) {
    this.connection = connection;
    this.schema = schema;
    this.nights = nights;
  }

  /** Takes rows that have a value. */
  @FunctionalInterface
  public interface RowSink {
    /**
     * Takes a row.
     *
     * @param values by night; valid until the next row
     */
    void accept(int row, long[] values);
  }

  /**
   * Reads a table, rows in ascending order.
   *
   * @return how many of its blocks are none that was ever written, and were left out
   */
  public long read(String table, CalendarCodec codec, RowSink sink) throws SQLException {
    damagedBlocks = 0;
    sums.put(table, new BlockSum());
    CellBlocks ranks = codec instanceof SharedDays shared ? ranks(shared) : null;
    int blocks = countBlocks(table);
    long[] values = new long[nights];
    for (int first = 0; first < blocks; first += BLOCKS_AT_ONCE) {
      int end = Math.min(blocks, first + BLOCKS_AT_ONCE);
      CellBlocks cells = blocks(table, codec, first, end);
      CalendarNights calendar =
          codec instanceof SharedDays shared
              ? CalendarNights.of(shared, cells, ranks)
              : CalendarNights.of((OwnDays) codec, cells);
      for (int row = first * CellBlock.ROWS; row < end * CellBlock.ROWS; row++) {
        calendar.read(row, 0, nights, values);
        if (IntStream.range(0, nights).anyMatch(night -> values[night] >= 0)) {
          sink.accept(row, values);
        }
      }
    }
    return damagedBlocks;
  }

  /** Returns what the manifest says of the tables that were read. */
  List<ManifestEntry> listEntries() {
    return sums.entrySet().stream().map(sum -> sum.getValue().entry(sum.getKey())).toList();
  }

  private CellBlocks ranks(SharedDays shared) throws SQLException {
    sums.put(shared.table(), new BlockSum());
    return blocks(shared.table(), SharedDays.RANKS, 0, countBlocks(shared.table()));
  }

  private CellBlocks blocks(String table, CalendarCodec codec, int first, int end)
      throws SQLException {
    int planes = codec instanceof SharedDays ? SharedDays.countPlanes(nights) : nights;
    CellBlocks cells = new CellBlocks(IntStream.range(0, planes).toArray(), first, end);
    BlockSum sum = sums.get(table);
    String sql =
        "SELECT plane, block, cells FROM " + quoted(table) + " WHERE block >= ? AND block < ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, first);
      statement.setInt(2, end);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int plane = rows.getInt(1);
          byte[] bytes = rows.getBytes(3);
          if (plane >= 0 && plane < planes && CellBlock.isWhole(bytes, 0, bytes.length)) {
            cells.put(plane, rows.getInt(2), bytes, 0);
            sum.add(plane, rows.getInt(2), bytes, 0, bytes.length);
          } else {
            damagedBlocks++;
          }
        }
      }
    }
    return cells;
  }

  private int countBlocks(String table) throws SQLException {
    String sql = "SELECT coalesce(max(block), -1) + 1 FROM " + quoted(table);
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private String quoted(String table) {
    return '"' + schema + "\".\"" + table + '"';
  }
}
