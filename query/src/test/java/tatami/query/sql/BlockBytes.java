package tatami.query.sql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import tatami.searchtable.calendar.CellBlock;

/** Blocks of a calendar table as PostgreSQL sends them. */
final class BlockBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds a block; a missing cell is −1. */
  BlockBytes add(int plane, int block, long... cells) {
    byte[] packed = CellBlock.pack(cells, cells.length);
    bytes.writeBytes(
        ByteBuffer.allocate(10)
            .putShort((short) plane)
            .putInt(block)
            .putInt(packed.length)
            .array());
    bytes.writeBytes(packed);
    return this;
  }

  /** Adds a block with a cell in one place. */
  BlockBytes addOne(int plane, int block, int place, long cell) {
    long[] cells = new long[place + 1];
    Arrays.fill(cells, -1);
    cells[place] = cell;
    return add(plane, block, cells);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
