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

  private int first;
  private int size;
  private short[] shorts = new short[0];
  private int[] ints;
  private long[] longs;

  /** Returns the value at a position, or {@link #MISSING}; any position may be asked for. */
  public long get(int position) {
    int index = position - first;
    if (index < 0 || index >= size) {
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
  public int cellBytes() {
    if (longs != null) {
      return Long.BYTES;
    }
    return ints != null ? Integer.BYTES : Short.BYTES;
  }

  private void reach(int position) {
    if (size == 0) {
      first = position;
      size = 1;
      shorts = grown(shorts, 16, 0);
      return;
    }
    if (position >= first + size) {
      ensureCapacity(position - first + 1, 0);
      size = position - first + 1;
    } else if (position < first) {
      int shift = first - position;
      ensureCapacity(size + shift, shift);
      first = position;
      size += shift;
    }
  }

  private int capacity() {
    if (longs != null) {
      return longs.length;
    }
    return ints != null ? ints.length : shorts.length;
  }

  private void ensureCapacity(int needed, int shift) {
    if (shift == 0 && needed <= capacity()) {
      return;
    }
    int capacity = Math.max(needed, capacity() + capacity() / 2);
    if (longs != null) {
      long[] wider = new long[capacity];
      Arrays.fill(wider, MISSING);
      System.arraycopy(longs, 0, wider, shift, size);
      longs = wider;
    } else if (ints != null) {
      int[] wider = new int[capacity];
      Arrays.fill(wider, (int) MISSING);
      System.arraycopy(ints, 0, wider, shift, size);
      ints = wider;
    } else {
      shorts = grown(shorts, capacity, shift);
    }
  }

  private short[] grown(short[] cells, int capacity, int shift) {
    short[] wider = new short[capacity];
    Arrays.fill(wider, (short) MISSING);
    System.arraycopy(cells, 0, wider, shift, Math.min(size, cells.length));
    return wider;
  }

  private void widenFor(long value) {
    if (longs == null && value > Integer.MAX_VALUE) {
      long[] wider = new long[capacity()];
      for (int index = 0; index < wider.length; index++) {
        wider[index] = ints != null ? ints[index] : shorts[index];
      }
      longs = wider;
      ints = null;
      shorts = null;
    } else if (longs == null && ints == null && value > Short.MAX_VALUE) {
      int[] wider = new int[shorts.length];
      for (int index = 0; index < wider.length; index++) {
        wider[index] = shorts[index];
      }
      ints = wider;
      shorts = null;
    }
  }
}
