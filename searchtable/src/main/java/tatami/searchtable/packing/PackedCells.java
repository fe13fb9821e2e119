package tatami.searchtable.packing;

import java.util.Arrays;

/**
 * One packed row: a value per night, as narrow as its values allow.
 *
 * <p>Starts with 2 bytes a cell and widens to 4 and 8 as larger values come; never narrows. Cells
 * hold values in [0, {@link Long#MAX_VALUE}]; a cell that was never set is {@link #MISSING}. Grows
 * at either end: positions are offsets from an origin that the caller chooses, in [−32,768,
 * 32,767]. Not thread-safe.
 *
 * <pre>
 *   position  first            first+1          …  first+n-1
 *   cell      value | -1       value | -1          value | -1
 * </pre>
 */
public final class PackedCells {

  /** What a cell holds that has no value. */
  public static final long MISSING = -1;

  private static final int POSITION_LIMIT = 32_768;
  private static final int INITIAL_CELLS = 16;

  /** Position of the cell at index 0; cells that were never set are missing. */
  private int first;

  private short[] shorts = new short[0];
  private int[] ints;
  private long[] longs;

  /** Returns the value at a position, or {@link #MISSING}; any position may be asked for. */
  public long get(int position) {
    int index = position - first;
    if (index < 0 || index >= capacity()) {
      return MISSING;
    }
    if (longs != null) {
      return longs[index];
    }
    return ints != null ? ints[index] : shorts[index];
  }

  /**
   * Sets or, with {@link #MISSING}, clears the value at a position.
   *
   * @throws IllegalArgumentException for a value below −1 or a position outside the bounds above
   */
  public void set(int position, long value) {
    if (value < MISSING) {
      throw new IllegalArgumentException("a cell is never negative: value=" + value);
    }
    if (position < -POSITION_LIMIT || position >= POSITION_LIMIT) {
      throw new IllegalArgumentException("position out of bounds: position=" + position);
    }
    reach(position);
    widenFor(value);
    int index = position - first;
    if (longs != null) {
      longs[index] = value;
    } else if (ints != null) {
      ints[index] = (int) value;
    } else {
      shorts[index] = (short) value;
    }
  }

  /** Returns the bytes of a cell: 2, 4 or 8. */
  int cellBytes() {
    if (longs != null) {
      return Long.BYTES;
    }
    return ints != null ? Integer.BYTES : Short.BYTES;
  }

  /** Makes room for a position, and half as much again beyond it, on the side where it lies. */
  private void reach(int position) {
    int capacity = capacity();
    if (capacity == 0) {
      first = position;
      resize(INITIAL_CELLS, 0);
    } else if (position >= first + capacity) {
      resize(Math.max(position - first + 1, capacity + capacity / 2), 0);
    } else if (position < first) {
      int shift = Math.max(first - position, capacity / 2);
      resize(capacity + shift, shift);
      first -= shift;
    }
  }

  private int capacity() {
    if (longs != null) {
      return longs.length;
    }
    return ints != null ? ints.length : shorts.length;
  }

  /** Moves the cells to a longer array, behind so many new ones. */
  private void resize(int capacity, int shift) {
    if (longs != null) {
      long[] larger = new long[capacity];
      Arrays.fill(larger, MISSING);
      System.arraycopy(longs, 0, larger, shift, longs.length);
      longs = larger;
    } else if (ints != null) {
      int[] larger = new int[capacity];
      Arrays.fill(larger, (int) MISSING);
      System.arraycopy(ints, 0, larger, shift, ints.length);
      ints = larger;
    } else {
      short[] larger = new short[capacity];
      Arrays.fill(larger, (short) MISSING);
      System.arraycopy(shorts, 0, larger, shift, shorts.length);
      shorts = larger;
    }
  }

  private void widenFor(long value) {
    if (value > Integer.MAX_VALUE && cellBytes() < Long.BYTES) {
      long[] wider = new long[capacity()];
      for (int index = 0; index < wider.length; index++) {
        wider[index] = ints != null ? ints[index] : shorts[index];
      }
      longs = wider;
      ints = null;
      shorts = null;
    } else if (value > Short.MAX_VALUE && cellBytes() < Integer.BYTES) {
      int[] wider = new int[shorts.length];
      for (int index = 0; index < wider.length; index++) {
        wider[index] = shorts[index];
      }
      ints = wider;
      shorts = null;
    }
  }
}
