package tatami.query.mirror.shelf;

import tatami.query.engine.Engine;
import tatami.query.release.OpenRelease;

/** A release that was loaded. Thread-safe. */
public interface LoadedRelease {

  /** Returns the release. */
  OpenRelease release();

  /** Returns an engine for one request. */
  Engine engine();

  /** Returns about how many bytes of the heap it takes. */
  long bytes();
}
