package tatami.query.mirror.shelf;

import java.util.concurrent.atomic.AtomicBoolean;
import tatami.query.engine.Engine;
import tatami.query.master.MasterCache;
import tatami.query.release.OpenRelease;

/**
 * A mirror that one request holds: it stays until the request gives it back. What is asked of it
 * after that is a mistake.
 */
public final class MirrorLease implements AutoCloseable {

  private final HeldMirror mirror;
  private final LoadedRelease loaded;
  private final AtomicBoolean closed = new AtomicBoolean();

  MirrorLease(HeldMirror mirror, LoadedRelease loaded) {
    this.mirror = mirror;
    this.loaded = loaded;
  }

  /** Returns the release that is in memory. */
  public OpenRelease release() {
    return loaded.release();
  }

  /** Returns an engine for one request. */
  public Engine engine() {
    return loaded.engine();
  }

  /** Returns what is kept of the release's master rows. */
  public MasterCache masters() {
    return mirror.masters();
  }

  /** Gives it back; a second time does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      mirror.giveBack();
    }
  }
}
