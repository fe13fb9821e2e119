package tatami.ingest.landing;

import java.util.List;
import tatami.searchtable.packing.PackedCells;

/** One row of a calendar's master table while the feed is read: cells per value, by day. */
final class PackedRow {

  private final List<Object> key;
  private final PackedCells[] values;
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = Integer.MIN_VALUE;

  PackedRow(List<Object> key, int valueCount) {
    this.key = key;
    this.values = new PackedCells[valueCount];
    for (int value = 0; value < valueCount; value++) {
      values[value] = new PackedCells();
    }
  }

  List<Object> key() {
    return key;
  }

  PackedCells cells(int value) {
    return values[value];
  }

  int firstDay() {
    return firstDay;
  }

  int lastDay() {
    return lastDay;
  }

  /** Tells whether any value has a cell on a day. */
  boolean hasCell(int day) {
    for (PackedCells cells : values) {
      if (cells.get(day) != PackedCells.MISSING) {
        return true;
      }
    }
    return false;
  }

  boolean isSame(int day, long[] cells) {
    for (int value = 0; value < values.length; value++) {
      if (values[value].get(day) != cells[value]) {
        return false;
      }
    }
    return true;
  }

  void set(int day, long[] cells) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    for (int value = 0; value < values.length; value++) {
      if (cells[value] != PackedCells.MISSING || values[value].get(day) != PackedCells.MISSING) {
        values[value].set(day, cells[value]);
      }
    }
  }

  void clear(int day) {
    for (PackedCells cells : values) {
      if (cells.get(day) != PackedCells.MISSING) {
        cells.set(day, PackedCells.MISSING);
      }
    }
  }

  void copyTo(int value, int first, long[] target) {
    for (int index = 0; index < target.length; index++) {
      target[index] = values[value].get(first + index);
    }
  }
}
