package tatami.query.mirror.shelf;

import java.sql.Connection;
import java.sql.SQLException;
import tatami.query.manifest.Manifest;
import tatami.query.mirror.LoadListener;
import tatami.query.release.OpenRelease;

/** Makes mirrors of releases. */
interface MirrorSource {

  /**
   * Estimates how many bytes of the heap a mirror will take; loads nothing.
   *
   * @param manifest of the release
   */
  long estimateBytes(Manifest manifest, OpenRelease release);

  /**
   * Loads a mirror.
   *
   * @param connection inside a transaction that sees one state, without a limit of time
   * @throws tatami.query.manifest.DamagedReleaseException if what is read is not what the build has
   *     written
   */
  LoadedRelease load(Connection connection, OpenRelease release, LoadListener listener)
      throws SQLException;
}
