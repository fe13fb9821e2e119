package tatami.query.mirror.shelf;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import tatami.query.mirror.Mirror;
import tatami.query.mirror.manifest.Manifest;
import tatami.query.rehearsal.WarmUp;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.transaction.ReadTransaction;

/** Loads releases from a database, each in a transaction of its own that sees one state. */
final class DatabaseLoader implements ReleaseLoader {

  private static final Duration SHORT_STATEMENTS = Duration.ofSeconds(10);

  /** A table of a hundred gigabytes takes its time. */
  private static final Duration NO_LIMIT = Duration.ZERO;

  /** What is packed in the tables is wider in memory: of generated inns 3.3 times as wide. */
  private static final int HEAP_BYTES_A_BYTE = 4;

  private final ReleaseShelf releases = new ReleaseShelf();
  private final ReadTransaction looking;
  private final ReadTransaction loading;

  DatabaseLoader(DataSource dataSource) {
    this.looking = new ReadTransaction(dataSource, SHORT_STATEMENTS);
    this.loading = new ReadTransaction(dataSource, NO_LIMIT);
  }

  @Override
  public List<ReleasePointer> listLive() throws SQLException {
    return looking.run(releases::listAll).stream().filter(ReleasePointer::live).toList();
  }

  @Override
  public LoadPlan plan(ReleasePointer pointer) throws SQLException {
    return looking.run(
        connection -> {
          OpenRelease release = releases.open(connection, pointer);
          Manifest manifest = Manifest.read(connection, release.description());
          return new LoadPlan(pointer, release, manifest, HEAP_BYTES_A_BYTE * manifest.bytes());
        });
  }

  @Override
  public LoadedRelease load(LoadPlan plan, ShelfListener listener) throws SQLException {
    LoadProgress progress = new LoadProgress(plan, listener);
    return loading.run(connection -> load(connection, plan, progress));
  }

  private LoadedRelease load(Connection connection, LoadPlan plan, LoadProgress progress)
      throws SQLException {
    LoadedRelease loaded = new LoadedMirror(Mirror.load(connection, plan.release(), progress));
    progress.end(loaded.bytes());
    WarmUp.ask(plan.release(), loaded::engine);
    return loaded;
  }
}
