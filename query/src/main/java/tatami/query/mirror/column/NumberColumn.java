package tatami.query.mirror.column;

import java.util.Arrays;
import tatami.query.mirror.bits.Bits;
import tatami.query.stay.Offers;

/** One whole number a row, in 32 bits where all of them fit. */
public final class NumberColumn {

  private static final int ABSENT = Integer.MIN_VALUE;

  private final int[] narrow;
  private final long[] wide;

  private NumberColumn(int[] narrow, long[] wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /**
   * Makes a column.
   *
   * @param values by row, {@link Offers#ABSENT} where there is none
   */
  public static NumberColumn of(long[] values) {
    if (!Arrays.stream(values).allMatch(NumberColumn::isNarrow)) {
      return new NumberColumn(null, values.clone());
    }
    int[] narrow = new int[values.length];
    Arrays.setAll(narrow, row -> narrow(values[row]));
    return new NumberColumn(narrow, null);
  }

  private static boolean isNarrow(long value) {
    return value == Offers.ABSENT || value == (int) value && value != ABSENT;
  }

  private static int narrow(long value) {
    return value == Offers.ABSENT ? ABSENT : (int) value;
  }

  /** Returns the number of a row, {@link Offers#ABSENT} where it has none. */
  public long at(int row) {
    if (narrow == null) {
      return wide[row];
    }
    int value = narrow[row];
    return value == ABSENT ? Offers.ABSENT : value;
  }

  /** Adds the rows whose number is inside a closed range to a set. */
  public void addRange(long lowest, long highest, long[] rows) {
    if (narrow == null) {
      long low = Math.max(lowest, Offers.ABSENT + 1);
      for (int row = 0; row < wide.length; row++) {
        if (wide[row] >= low && wide[row] <= highest) {
          Bits.set(rows, row);
        }
      }
      return;
    }
    if (lowest > Integer.MAX_VALUE || highest <= ABSENT) {
      return;
    }
    int low = (int) Math.max(lowest, ABSENT + 1L);
    int high = (int) Math.min(highest, Integer.MAX_VALUE);
    addNarrow(low, high, rows);
  }

  private void addNarrow(int low, int high, long[] rows) {
    for (int word = 0; word < rows.length; word++) {
      int first = word << 6;
      int end = Math.min(first + Long.SIZE, narrow.length);
      long found = 0;
      for (int row = first; row < end; row++) {
        found |= (narrow[row] >= low && narrow[row] <= high ? 1L : 0L) << row;
      }
      rows[word] |= found;
    }
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return narrow == null ? (long) wide.length * Long.BYTES : (long) narrow.length * Integer.BYTES;
  }
}
