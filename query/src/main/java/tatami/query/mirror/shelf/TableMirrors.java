package tatami.query.mirror.shelf;

import java.sql.Connection;
import java.sql.SQLException;
import tatami.query.engine.Engine;
import tatami.query.manifest.Manifest;
import tatami.query.mirror.LoadListener;
import tatami.query.mirror.Mirror;
import tatami.query.release.OpenRelease;

/** Makes mirrors from the tables of releases. Stateless. */
final class TableMirrors implements MirrorSource {

  /** What is packed in the tables is wider in memory, and has indexes beside it. */
  private static final int HEAP_BYTES_A_BYTE = 2;

  @Override
  public long estimateBytes(Manifest manifest, OpenRelease release) {
    return HEAP_BYTES_A_BYTE * manifest.bytes();
  }

  @Override
  public LoadedRelease load(Connection connection, OpenRelease release, LoadListener listener)
      throws SQLException {
    return new LoadedMirror(Mirror.load(connection, release, listener));
  }

  private record LoadedMirror(Mirror mirror) implements LoadedRelease {

    @Override
    public OpenRelease release() {
      return mirror.release();
    }

    @Override
    public Engine engine() {
      return mirror.engine();
    }

    @Override
    public long bytes() {
      return mirror.bytes();
    }
  }
}
