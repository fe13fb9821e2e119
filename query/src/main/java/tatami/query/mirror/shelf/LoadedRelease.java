package tatami.query.mirror.shelf;

import java.sql.SQLException;
import java.time.Instant;
import tatami.query.engine.Engine;
import tatami.query.release.OpenRelease;

/** A release that was loaded. Thread-safe. */
public interface LoadedRelease {

  /** Returns the release. */
  OpenRelease release();

  /** Returns an engine for one request. */
  Engine engine();

  /**
   * Brings what depends on the clock to an instant, while searches are answered.
   *
   * @param mostBytes heap that it may take the first time
   */
  void turnTo(Instant now, long mostBytes) throws SQLException;

  /** Returns about how many bytes of the heap it takes. */
  long bytes();
}
