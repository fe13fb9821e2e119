package tatami.query.mirror.column;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.roaringbitmap.RoaringBitmap;
import tatami.query.mirror.bits.RowSet;

/** A set of codes a row, as the rows of each code. */
public final class TagColumn {

  private final int rows;
  private final RowSet[] sets;

  /** All codes, row behind row. */
  private int[] codes;

  private final int[] starts;
  private final int[] counts;
  private int end;

  /**
   * Makes the sets of a column.
   *
   * @param size how many codes there are: all are below it
   * @param lists by row: its codes, ascending
   */
  public TagColumn(int size, int[][] lists) {
    rows = lists.length;
    RoaringBitmap[] members = new RoaringBitmap[size];
    Arrays.setAll(members, code -> new RoaringBitmap());
    starts = new int[rows];
    counts = new int[rows];
    codes = new int[Arrays.stream(lists).mapToInt(list -> list.length).sum()];
    for (int row = 0; row < rows; row++) {
      append(row, lists[row]);
      for (int code : lists[row]) {
        members[code].add(row);
      }
    }
    sets = new RowSet[size];
    Arrays.setAll(sets, code -> RowSet.of(rows, members[code]));
  }

  private void append(int row, int[] list) {
    if (codes.length - end < list.length) {
      codes = Arrays.copyOf(codes, Math.max(end + list.length, codes.length + codes.length / 8));
    }
    System.arraycopy(list, 0, codes, end, list.length);
    starts[row] = end;
    counts[row] = list.length;
    end += list.length;
  }

  /** Returns how many codes there are. */
  public int size() {
    return sets.length;
  }

  /** Returns the rows that have a code. */
  public RowSet set(int code) {
    return sets[code];
  }

  /** Gives every code of a row. */
  public void each(int row, LongConsumer consumer) {
    for (int place = 0; place < counts[row]; place++) {
      consumer.accept(codes[starts[row] + place]);
    }
  }

  /** Changes the codes of a row, while nobody reads. */
  public void put(int row, int[] list) {
    for (int place = 0; place < counts[row]; place++) {
      sets[codes[starts[row] + place]].put(row, false);
    }
    if (list.length <= counts[row]) {
      System.arraycopy(list, 0, codes, starts[row], list.length);
      counts[row] = list.length;
    } else {
      append(row, list);
    }
    for (int code : list) {
      sets[code].put(row, true);
    }
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return (codes.length + 2L * rows) * Integer.BYTES
        + Arrays.stream(sets).mapToLong(RowSet::bytes).sum();
  }
}
