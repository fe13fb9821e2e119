package tatami.query.mirror.night;

import java.util.BitSet;
import tatami.query.stay.NightCells;

/**
 * The calendars of some rows in memory, all nights of the horizon. Read by many threads while none
 * writes.
 */
public abstract sealed class StoredNights implements NightCells permits NightSlabs, SharedLevels {

  private final int nights;

  StoredNights(int nights) {
    this.nights = nights;
  }

  /** Returns how many nights there are. */
  public final int nights() {
    return nights;
  }

  /** Returns how many rows have a calendar. */
  public abstract int countRows();

  /** Tells whether a row may have a value on some night. */
  public abstract boolean hasRow(int id);

  /**
   * Adds up nights that follow each other, each of which has a value.
   *
   * @param id surrogate of the row
   */
  public abstract long sum(int id, int firstNight, int count);

  /**
   * Changes a night, while nobody reads.
   *
   * @param value {@link #MISSING} for none
   */
  public abstract void put(int id, int night, long value);

  /** Returns about how many bytes they take, what tables share left out. */
  public abstract long bytes();

  /** Returns how many rows may be asked for: surrogates are below it. */
  public abstract int rows();

  @Override
  public final boolean addRows(BitSet rows) {
    for (int id = 0; id < rows(); id++) {
      if (hasRow(id)) {
        rows.set(id);
      }
    }
    return true;
  }
}
