package tatami.query.mirror.shelf;

import java.sql.SQLException;
import java.time.Instant;
import tatami.query.engine.Engine;
import tatami.query.mirror.Mirror;
import tatami.query.release.OpenRelease;

/** A mirror that was loaded from tables. */
record LoadedMirror(Mirror mirror) implements LoadedRelease {

  @Override
  public OpenRelease release() {
    return mirror.release();
  }

  @Override
  public Engine engine() {
    return mirror.engine();
  }

  @Override
  public void turnTo(Instant now, long mostBytes) throws SQLException {
    mirror.turnTo(now, mostBytes);
  }

  @Override
  public long bytes() {
    return mirror.bytes();
  }
}
