package tatami.query.mirror.shelf;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import tatami.query.master.MasterCache;
import tatami.query.release.ReleasePointer;

/**
 * A mirror with a count of those who hold it: the shelf, and each request that has a lease. When
 * the last one gives it back, it is forgotten. Thread-safe.
 */
final class HeldMirror {

  /** About what a page of results with its offers shows, some hundreds of times. */
  private static final int MOST_MASTER_ROWS = 50_000;

  private final ReleasePointer pointer;
  private final long bytes;
  private final MasterCache masters = new MasterCache(MOST_MASTER_ROWS);
  private final MemoryUse memory;
  private LoadedRelease loaded;
  private int holders = 1;
  private boolean retired;

  /**
   * Holds a mirror for the shelf.
   *
   * @param memory told when the last holder gives it back
   */
  HeldMirror(ReleasePointer pointer, LoadedRelease loaded, MemoryUse memory) {
    this.pointer = pointer;
    this.loaded = loaded;
    this.bytes = loaded.bytes();
    this.memory = memory;
  }

  ReleasePointer pointer() {
    return pointer;
  }

  long bytes() {
    return bytes;
  }

  MasterCache masters() {
    return masters;
  }

  /** Brings it to an instant, if it is not forgotten. */
  void turnTo(Instant now) throws SQLException {
    LoadedRelease held;
    synchronized (this) {
      held = loaded;
    }
    if (held != null) {
      held.turnTo(now, 0);
    }
  }

  /** Lends it; empty if it is forgotten already. */
  synchronized Optional<MirrorLease> lend() {
    if (loaded == null) {
      return Optional.empty();
    }
    holders++;
    return Optional.of(new MirrorLease(this, loaded));
  }

  /** Ends the shelf's own hold; a second time does nothing. */
  void retire() {
    synchronized (this) {
      if (retired) {
        return;
      }
      retired = true;
    }
    giveBack();
  }

  void giveBack() {
    synchronized (this) {
      holders--;
      if (holders > 0) {
        return;
      }
      loaded = null;
    }
    memory.remove(this);
  }
}
