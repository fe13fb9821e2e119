package tatami.query.sql;

import java.util.Arrays;
import tatami.query.stay.NightCells;

/** Cells of one calendar that are read from records, found by surrogate. */
abstract class RecordCells implements NightCells {

  private final RecordIndex index;

  RecordCells(RecordIndex index) {
    this.index = index;
  }

  /** Returns the value of a night in a record. */
  abstract long value(int record, int night);

  /** Reads nights of a record that follow each other: of each what {@link #value} returns. */
  abstract void putAll(int record, int firstNight, int nights, long[] cells);

  @Override
  public final long at(int id, int night) {
    int record = index.find(id);
    return record == RecordIndex.NONE ? MISSING : value(record, night);
  }

  @Override
  public final void read(int id, int firstNight, int nights, long[] cells) {
    int record = index.find(id);
    if (record == RecordIndex.NONE) {
      Arrays.fill(cells, 0, nights, MISSING);
    } else {
      putAll(record, firstNight, nights, cells);
    }
  }
}
