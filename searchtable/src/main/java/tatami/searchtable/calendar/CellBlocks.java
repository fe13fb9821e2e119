package tatami.searchtable.calendar;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Some planes of a calendar table, as they were read. A plane or block that was not put is missing.
 */
public final class CellBlocks {

  private static final int NO_PLANE = -1;

  private final int[] planeIndex;
  private final int firstBlock;
  private final int blocks;
  private final byte[][] bytes;
  private final int[] starts;

  /**
   * Starts without a block.
   *
   * @param planes the planes that may come
   * @param firstBlock lowest number of a block that may come
   * @param endBlock one more than the highest
   */
  public CellBlocks(int[] planes, int firstBlock, int endBlock) {
    this.firstBlock = firstBlock;
    this.blocks = endBlock - firstBlock;
    planeIndex = new int[Arrays.stream(planes).max().orElse(NO_PLANE) + 1];
    Arrays.fill(planeIndex, NO_PLANE);
    for (int index = 0; index < planes.length; index++) {
      planeIndex[planes[index]] = index;
    }
    bytes = new byte[Math.multiplyExact(planes.length, blocks)][];
    starts = new int[bytes.length];
  }

  /** Returns how many blocks hold some rows. */
  public static int blocksOf(int rows) {
    return (rows + CellBlock.ROWS - 1) / CellBlock.ROWS;
  }

  /** Returns the block of a row. */
  public static int blockOf(int row) {
    return row / CellBlock.ROWS;
  }

  /**
   * Takes a block.
   *
   * @param source holds its {@link CellBlock} from {@code start} on; kept, not copied
   */
  public void put(int plane, int block, byte[] source, int start) {
    int slot = planeIndex[plane] * blocks + block - firstBlock;
    bytes[slot] = source;
    starts[slot] = start;
  }

  /**
   * Returns a cell.
   *
   * @return {@link CalendarCodec#MISSING} where there is none
   */
  public long cell(int plane, int row) {
    int block = row / CellBlock.ROWS - firstBlock;
    if (plane >= planeIndex.length || planeIndex[plane] == NO_PLANE) {
      return CalendarCodec.MISSING;
    }
    if (block < 0 || block >= blocks) {
      return CalendarCodec.MISSING;
    }
    int slot = planeIndex[plane] * blocks + block;
    byte[] source = bytes[slot];
    return source == null
        ? CalendarCodec.MISSING
        : CellBlock.cell(source, starts[slot], row % CellBlock.ROWS);
  }

  /** Adds the rows that have a cell of a plane to a set. */
  public void addRows(int plane, BitSet rows) {
    if (plane >= planeIndex.length || planeIndex[plane] == NO_PLANE) {
      return;
    }
    int first = planeIndex[plane] * blocks;
    for (int block = 0; block < blocks; block++) {
      if (bytes[first + block] != null) {
        int firstRow = (firstBlock + block) * CellBlock.ROWS;
        CellBlock.addPlaces(bytes[first + block], starts[first + block], firstRow, rows);
      }
    }
  }

  /** Adds the rows that have a cell of any plane to a set. */
  public void addRows(BitSet rows) {
    for (int plane = 0; plane < planeIndex.length; plane++) {
      if (planeIndex[plane] != NO_PLANE) {
        addRows(plane, rows);
      }
    }
  }
}
