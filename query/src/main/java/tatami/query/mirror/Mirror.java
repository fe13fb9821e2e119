package tatami.query.mirror;

import java.sql.Connection;
import java.sql.SQLException;
import tatami.query.engine.Engine;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.load.LoadListener;
import tatami.query.mirror.load.MirrorLoader;
import tatami.query.release.OpenRelease;

/** A release in memory. Thread-safe: searches share everything. */
public final class Mirror {

  private final OpenRelease release;
  private final MirrorColumns columns;
  private final OfferIndex index;

  private Mirror(OpenRelease release, MirrorColumns columns) {
    this.release = release;
    this.columns = columns;
    index = OfferIndex.of(release.description(), columns);
  }

  /**
   * Copies a release into memory.
   *
   * @param connection inside a transaction that sees one state
   * @throws DamagedReleaseException if the release is not what its build wrote
   */
  public static Mirror load(Connection connection, OpenRelease release, LoadListener listener)
      throws SQLException {
    return new Mirror(release, new MirrorLoader(connection, release, listener).load());
  }

  /** Returns the release that it is a copy of. */
  public OpenRelease release() {
    return release;
  }

  /** Returns an engine for one request. */
  public Engine engine() {
    return new MirrorEngine(this);
  }

  /** Returns about how many bytes of the heap it takes. */
  public long bytes() {
    return columns.bytes() + (index == null ? 0 : index.bytes());
  }

  MirrorColumns columns() {
    return columns;
  }

  /** Returns what is made of the offers; null where the catalog has none. */
  OfferIndex index() {
    return index;
  }
}
