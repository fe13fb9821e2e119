package tatami.query.mirror;

import java.sql.Connection;
import java.sql.SQLException;
import tatami.query.engine.Engine;
import tatami.query.release.OpenRelease;

/** A release in memory. Thread-safe: searches share everything. */
public final class Mirror {

  private final OpenRelease release;

  private Mirror(OpenRelease release) {
    this.release = release;
  }

  /**
   * Copies a release into memory.
   *
   * @param connection inside a transaction that sees one state
   */
  public static Mirror load(Connection connection, OpenRelease release, LoadListener listener)
      throws SQLException {
    return new Mirror(release);
  }

  /** Returns the release that it is a copy of. */
  public OpenRelease release() {
    return release;
  }

  /** Returns an engine for one request. */
  public Engine engine() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Returns about how many bytes of the heap it takes. */
  public long bytes() {
    return 0;
  }
}
