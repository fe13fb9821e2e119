package tatami.query.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tatami.searchtable.calendar.CellBlocks;

/**
 * Which blocks of one calendar table are read, and how they are sent: all in one value, one behind
 * the other, since a row that is sent as a row costs more than what is in it.
 *
 * <pre>
 *   byte  0 to 1  plane
 *   byte  2 to 5  block
 *   byte  6 to 9  length of the cells, which follow
 * </pre>
 *
 * @param table the table
 * @param planes the planes, ascending
 * @param blocks the blocks; null for all
 */
record BlockQuery(String table, int[] planes, int[] blocks) {

  private static final int BLOCK_OFFSET = Short.BYTES;
  private static final int LENGTH_OFFSET = BLOCK_OFFSET + Integer.BYTES;
  private static final int CELLS_OFFSET = LENGTH_OFFSET + Integer.BYTES;

  /** Writes a statement that reads some tables: a row each, with its place in the list. */
  static Fragment statement(Tables tables, List<BlockQuery> queries) {
    List<Fragment> selects = new ArrayList<>();
    for (int place = 0; place < queries.size(); place++) {
      selects.add(queries.get(place).select(tables, place));
    }
    return Fragment.join("\nUNION ALL\n", selects);
  }

  private Fragment select(Tables tables, int place) {
    Fragment text =
        Fragment.of(
                "SELECT "
                    + place
                    + " AS part, string_agg(int2send(plane) || int4send(block)"
                    + " || int4send(length(cells)) || cells, '') AS blocks\nFROM "
                    + tables.qualified(table)
                    + "\nWHERE ")
            .then(planeCondition());
    return blocks == null ? text : text.then(" AND block = ANY (?)", new IntArray(blocks));
  }

  private Fragment planeCondition() {
    int last = planes[planes.length - 1];
    if (last - planes[0] == planes.length - 1) {
      return Fragment.of("plane BETWEEN ? AND ?", (short) planes[0], (short) last);
    }
    return Fragment.of("plane = ANY (?)", new ShortArray(Arrays.stream(planes).boxed().toList()));
  }

  /**
   * Reads what was sent.
   *
   * @param sent by part of the planes
   */
  CellBlocks read(List<byte[]> sent) {
    int endBlock = 0;
    for (byte[] bytes : sent) {
      for (int at = 0; at < bytes.length; at = next(bytes, at)) {
        endBlock = Math.max(endBlock, Records.integerAt(bytes, at + BLOCK_OFFSET) + 1);
      }
    }
    CellBlocks cells = new CellBlocks(planes, 0, endBlock);
    for (byte[] bytes : sent) {
      for (int at = 0; at < bytes.length; at = next(bytes, at)) {
        int plane = (int) Records.numberAt(bytes, at, Short.BYTES);
        cells.put(plane, Records.integerAt(bytes, at + BLOCK_OFFSET), bytes, at + CELLS_OFFSET);
      }
    }
    return cells;
  }

  private static int next(byte[] bytes, int at) {
    return at + CELLS_OFFSET + Records.integerAt(bytes, at + LENGTH_OFFSET);
  }

  /**
   * Divides the planes.
   *
   * @param most how many may be read at once
   */
  List<BlockQuery> split(int most) {
    List<BlockQuery> parts = new ArrayList<>();
    for (int first = 0; first < planes.length; first += most) {
      int end = Math.min(planes.length, first + most);
      parts.add(new BlockQuery(table, Arrays.copyOfRange(planes, first, end), blocks));
    }
    return parts;
  }
}
