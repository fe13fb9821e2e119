package tatami.query.mirror.night;

import java.util.Arrays;
import tatami.searchtable.calendar.CellBlocks;

/** The ranks that calendars have on each night. Immutable; several tables share it. */
public final class SharedRanks {

  private static final int MASK = 0xFF;

  private final int nights;
  private final byte[] ranks;

  private SharedRanks(int nights, byte[] ranks) {
    this.nights = nights;
    this.ranks = ranks;
  }

  /** Reads the ranks of a shared table. */
  static SharedRanks of(CellBlocks blocks, int nights, int calendars) {
    byte[] ranks = new byte[Math.multiplyExact(nights, calendars)];
    Arrays.fill(ranks, (byte) SharedLevels.NO_RANK);
    for (int night = 0; night < nights; night++) {
      for (int calendar = 0; calendar < calendars; calendar++) {
        long rank = blocks.cell(night, calendar);
        if (rank >= 0) {
          ranks[calendar * nights + night] = (byte) rank;
        }
      }
    }
    return new SharedRanks(nights, ranks);
  }

  /** Returns the rank of a night, {@link SharedLevels#NO_RANK} where the calendar has none. */
  int at(int night, int calendar) {
    return ranks[calendar * nights + night] & MASK;
  }

  /** Returns how many bytes they take. */
  public long bytes() {
    return ranks.length;
  }
}
