package tatami.query.search;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import tatami.query.engine.Engine;
import tatami.query.master.CachedMasters;
import tatami.query.master.MasterSource;
import tatami.query.mirror.shelf.MirrorLease;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;

/**
 * What one lease sees of a catalog: the release that is in memory, and no other. The database is
 * asked for master rows alone.
 *
 * @param timeout longest time of one reading
 */
record MirrorView(MirrorLease lease, DataSource dataSource, Duration timeout) implements ReadView {

  @Override
  public List<ReleasePointer> releases() {
    return List.of(lease.release().pointer());
  }

  @Override
  public OpenRelease open(ReleasePointer pointer) {
    return lease.release();
  }

  @Override
  public Engine engine(OpenRelease release) {
    return lease.engine();
  }

  @Override
  public MasterSource masters(OpenRelease release) {
    return new CachedMasters(lease.masters(), dataSource, release.description(), timeout);
  }
}
