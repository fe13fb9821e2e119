package tatami.query.mirror.night;

import java.util.Arrays;
import java.util.BitSet;
import tatami.query.mirror.bits.Bits;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CellBlocks;
import tatami.searchtable.calendar.SharedDays;

/** Puts the levels of a table of {@link SharedDays} together, row by row. */
final class LevelReader {

  private static final int MOST_LEVELS = 255;

  private final CellBlocks blocks;
  private final int[] rows;
  private final int[] calendars;
  private final int[] starts;
  private final int[] counts;

  /**
   * Looks at the blocks of a table.
   *
   * @param filled the rows that are kept; one without a calendar has no level of it
   */
  LevelReader(CellBlocks blocks, BitSet filled) {
    this.blocks = blocks;
    rows = filled.stream().toArray();
    calendars = new int[rows.length];
    starts = new int[rows.length];
    counts = new int[rows.length];
  }

  StoredNights read(RowPlaces places, SharedRanks ranks, long unit, int nights) {
    int size = 0;
    for (int place = 0; place < rows.length; place++) {
      calendars[place] = (int) Math.max(0, blocks.cell(SharedDays.CALENDAR_PLANE, rows[place]));
    }
    int most = countRanks();
    for (int place = 0; place < rows.length; place++) {
      int count = most;
      while (count > 0 && level(count - 1, rows[place]) == CalendarCodec.MISSING) {
        count--;
      }
      starts[place] = size;
      counts[place] = count;
      size = Math.addExact(size, count);
    }
    long[] levels = new long[size];
    for (int place = 0; place < rows.length; place++) {
      for (int rank = 0; rank < counts[place]; rank++) {
        levels[starts[place] + rank] = level(rank, rows[place]) + 1;
      }
    }
    return new SharedLevels(
        places, ranks, unit, calendars, starts, counts, levels, readGaps(nights));
  }

  private int countRanks() {
    BitSet found = new BitSet();
    int count = MOST_LEVELS;
    while (count > 0 && found.isEmpty()) {
      count--;
      blocks.addRows(SharedDays.levelPlane(count), found);
    }
    return found.isEmpty() ? 0 : count + 1;
  }

  private long level(int rank, int row) {
    return blocks.cell(SharedDays.levelPlane(rank), row);
  }

  private long[][] readGaps(int nights) {
    long[][] gaps = new long[nights][];
    BitSet rowsWithGap = new BitSet();
    for (int night = 0; night < nights; night++) {
      rowsWithGap.clear();
      blocks.addRows(SharedDays.gapPlane(night), rowsWithGap);
      if (!rowsWithGap.isEmpty()) {
        long[] words = Bits.none(rows.length);
        rowsWithGap.stream()
            .map(row -> Arrays.binarySearch(rows, row))
            .filter(place -> place >= 0)
            .forEach(place -> Bits.set(words, place));
        gaps[night] = words;
      }
    }
    return gaps;
  }
}
