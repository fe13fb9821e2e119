package tatami.searchbuild.job;

import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import tatami.ingest.source.FeedRefusedException;
import tatami.searchbuild.release.BuildLock;
import tatami.searchbuild.release.ReleaseRegister;
import tatami.searchbuild.verify.ReleaseRehearsal;

/** Runs the parts of a night: ingest, build, publish. */
public final class RebuildJob {

  private final DataSource dataSource;
  private final ReleaseRehearsal rehearsal;

  /**
   * Runs on a database.
   *
   * @param dataSource gives at least four connections
   * @param rehearsal searches a release before it may be published
   */
  public RebuildJob(DataSource dataSource, ReleaseRehearsal rehearsal) {
    this.dataSource = dataSource;
    this.rehearsal = rehearsal;
  }

  /**
   * Runs a request to its end; a run that was killed continues where it stopped.
   *
   * @param progress takes a line per finished piece of work
   * @throws BuildFailure if it does not end well
   */
  public RebuildSummary run(RebuildRequest request, Consumer<String> progress) {
    String catalog = request.catalog().name();
    new ReleaseRegister(dataSource).migrate();
    try {
      BuildLock lock =
          BuildLock.tryAcquire(dataSource, catalog)
              .orElseThrow(() -> new BuildFailure.AnotherRuns(catalog));
      try (lock) {
        return new BatchJob(dataSource)
            .run(request, new RebuildRun(dataSource, request, rehearsal, progress));
      }
    } catch (FeedRefusedException e) {
      throw new BuildFailure.FeedRefused(e.getMessage());
    } catch (SQLException e) {
      throw new BuildFailure.Failed(
          "the database failed: " + e.getMessage() + "; what was live stays live", e);
    }
  }
}
