package tatami.searchtable.calendar;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Some planes of a calendar table, as they were read. A plane or block that was not put is missing.
 *
 * <p>Rows are best asked for in ascending order: of each plane the block that was asked last is
 * unpacked once several of its cells were. Not thread-safe.
 */
public final class CellBlocks {

  private static final int NO_PLANE = -1;
  private static final int NO_BLOCK = -1;

  /** Unpacking a block takes about as long as reading so many of its cells one by one. */
  private static final int CELLS_OF_UNPACKING = 12;

  private final int[] planeIndex;
  private final int firstBlock;
  private final int blocks;
  private final byte[][] bytes;
  private final int[] starts;

  /** By index of the plane: the block that was asked last, and how many of its cells. */
  private final int[] lastBlock;

  private final int[] asked;

  /** By index of the plane: the cells of the block that was asked last, once it is unpacked. */
  private final long[][] unpacked;

  private final int[] unpackedBlock;

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
    lastBlock = new int[planes.length];
    unpackedBlock = new int[planes.length];
    Arrays.fill(unpackedBlock, NO_BLOCK);
    asked = new int[planes.length];
    unpacked = new long[planes.length][];
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
    int index = planeIndex[plane];
    if (unpackedBlock[index] == block) {
      return unpacked[index][row % CellBlock.ROWS];
    }
    if (block < 0 || block >= blocks || bytes[index * blocks + block] == null) {
      return CalendarCodec.MISSING;
    }
    return read(index, block, row % CellBlock.ROWS);
  }

  private long read(int index, int block, int place) {
    int slot = index * blocks + block;
    if (lastBlock[index] != block) {
      lastBlock[index] = block;
      asked[index] = 0;
    }
    if (++asked[index] < CELLS_OF_UNPACKING) {
      return CellBlock.cell(bytes[slot], starts[slot], place);
    }
    if (unpacked[index] == null) {
      unpacked[index] = new long[CellBlock.ROWS];
    }
    CellBlock.unpack(bytes[slot], starts[slot], unpacked[index]);
    unpackedBlock[index] = block;
    return unpacked[index][place];
  }

  /** Adds the rows that have a cell of a plane to a set. */
  void addRows(int plane, BitSet rows) {
    int first = planeIndex[plane] * blocks;
    for (int block = 0; block < blocks; block++) {
      if (bytes[first + block] != null) {
        int firstRow = (firstBlock + block) * CellBlock.ROWS;
        CellBlock.addPlaces(bytes[first + block], starts[first + block], firstRow, rows);
      }
    }
  }

  /** Adds the rows that have a cell of any plane to a set. */
  void addRows(BitSet rows) {
    for (int plane = 0; plane < planeIndex.length; plane++) {
      if (planeIndex[plane] != NO_PLANE) {
        addRows(plane, rows);
      }
    }
  }
}
