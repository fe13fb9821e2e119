package tatami.query.mirror.night;

import java.util.Arrays;

/**
 * Values of one night, by row, in 1, 2, 4 or 8 bytes each: the value + 1, 0 where it is missing.
 * Grows wider where a value needs it. The highest value of each width is left to mean that the real
 * one is elsewhere.
 */
abstract sealed class Slab {

  /** Returns a value, −1 where it is missing. */
  abstract long at(int row);

  /**
   * Changes a value; returns the slab that holds it.
   *
   * @param value at most {@link #elsewhere()} of the slab that is returned
   */
  abstract Slab put(int row, long value);

  /** Returns how many rows it holds. */
  abstract int rows();

  /** Returns the value that means another one. */
  abstract long elsewhere();

  /** Returns how many bytes it takes. */
  abstract long bytes();

  /**
   * Makes a slab of rows without a value.
   *
   * @param highest the highest value that it will hold
   */
  static Slab of(int rows, long highest) {
    if (highest < Bytes.ELSEWHERE) {
      return new Bytes(new byte[rows]);
    }
    if (highest < Chars.ELSEWHERE) {
      return new Chars(new char[rows]);
    }
    return highest < Ints.ELSEWHERE ? new Ints(new int[rows]) : new Longs(new long[rows]);
  }

  /**
   * Copies values into a slab that holds more rows, or higher values.
   *
   * @param highest the highest value that it will hold, those of this one besides
   */
  Slab copy(int rows, long highest) {
    Slab copy = of(rows, Math.max(highest, Math.min(elsewhere() - 1, Long.MAX_VALUE - 2)));
    for (int row = 0; row < rows(); row++) {
      long value = at(row);
      copy = copy.put(row, value == elsewhere() ? copy.elsewhere() : value);
    }
    return copy;
  }

  /** One byte each. */
  static final class Bytes extends Slab {

    private static final int MASK = 0xFF;
    private static final long ELSEWHERE = MASK - 1;

    private final byte[] cells;

    Bytes(byte[] cells) {
      this.cells = cells;
    }

    @Override
    long at(int row) {
      return (cells[row] & MASK) - 1L;
    }

    @Override
    Slab put(int row, long value) {
      if (value > ELSEWHERE) {
        return copy(cells.length, value).put(row, value);
      }
      cells[row] = (byte) (value + 1);
      return this;
    }

    @Override
    int rows() {
      return cells.length;
    }

    @Override
    long elsewhere() {
      return ELSEWHERE;
    }

    @Override
    long bytes() {
      return cells.length;
    }
  }

  /** Two bytes each. */
  static final class Chars extends Slab {

    private static final long ELSEWHERE = Character.MAX_VALUE - 1;

    private final char[] cells;

    Chars(char[] cells) {
      this.cells = cells;
    }

    @Override
    long at(int row) {
      return cells[row] - 1L;
    }

    @Override
    Slab put(int row, long value) {
      if (value > ELSEWHERE) {
        return copy(cells.length, value).put(row, value);
      }
      cells[row] = (char) (value + 1);
      return this;
    }

    @Override
    int rows() {
      return cells.length;
    }

    @Override
    long elsewhere() {
      return ELSEWHERE;
    }

    @Override
    long bytes() {
      return (long) cells.length * Character.BYTES;
    }
  }

  /** Four bytes each. */
  static final class Ints extends Slab {

    private static final long ELSEWHERE = Integer.MAX_VALUE - 1;

    private final int[] cells;

    Ints(int[] cells) {
      this.cells = cells;
    }

    @Override
    long at(int row) {
      return cells[row] - 1L;
    }

    @Override
    Slab put(int row, long value) {
      if (value > ELSEWHERE) {
        return copy(cells.length, value).put(row, value);
      }
      cells[row] = (int) (value + 1);
      return this;
    }

    @Override
    int rows() {
      return cells.length;
    }

    @Override
    long elsewhere() {
      return ELSEWHERE;
    }

    @Override
    long bytes() {
      return (long) cells.length * Integer.BYTES;
    }
  }

  /** Eight bytes each: the value itself, so that none is too high. */
  static final class Longs extends Slab {

    private static final long ELSEWHERE = Long.MAX_VALUE;

    private final long[] cells;

    Longs(long[] cells) {
      this.cells = cells;
      Arrays.fill(cells, -1);
    }

    @Override
    long at(int row) {
      return cells[row];
    }

    @Override
    Slab put(int row, long value) {
      cells[row] = value;
      return this;
    }

    @Override
    int rows() {
      return cells.length;
    }

    @Override
    long elsewhere() {
      return ELSEWHERE;
    }

    @Override
    long bytes() {
      return (long) cells.length * Long.BYTES;
    }
  }
}
