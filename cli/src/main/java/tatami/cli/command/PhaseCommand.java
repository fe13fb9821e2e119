package tatami.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import tatami.query.rehearsal.PlanRehearsal;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.job.BuildFailure;
import tatami.searchbuild.job.Phase;
import tatami.searchbuild.job.RebuildJob;
import tatami.searchbuild.job.RebuildRequest;
import tatami.searchbuild.job.RebuildSummary;
import tatami.searchbuild.release.ReleaseRegister;

/** What {@code ingest}, {@code build}, {@code publish} and {@code rebuild} have in common. */
abstract class PhaseCommand extends TatamiCommand {

  private final Set<Phase> phases;

  PhaseCommand(Invocation invocation, Set<Phase> phases) {
    super(invocation);
    this.phases = phases;
  }

  @Override
  final int run() {
    Catalog catalog = readCatalog();
    Path feeds = flags.feeds;
    if (feeds == null && phases.contains(Phase.INGEST)) {
      throw new UsageException("say where the feeds are: --feeds DIR");
    }
    Instant now = flags.now(ZoneId.of(catalog.timeZone()));
    RebuildRequest request = new RebuildRequest(catalog, feeds, now, phases);
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      print(run(request, database));
    }
    return ExitCodes.OK;
  }

  private RebuildSummary run(RebuildRequest request, DatabaseAccess database) {
    try {
      return new RebuildJob(database.dataSource(), PlanRehearsal::rehearse)
          .run(request, console().progressListener());
    } catch (BuildFailure failure) {
      Integer live =
          new ReleaseRegister(database.dataSource()).status(request.catalog().name()).live();
      console()
          .progressListener()
          .accept(
              live == null
                  ? "nothing is live yet"
                  : "release " + live + " is still live and answers searches");
      throw failure;
    }
  }

  private Catalog readCatalog() {
    if (flags.catalog == null) {
      throw new UsageException("say which catalog: --catalog FILE|DIR");
    }
    return CatalogFile.read(flags.catalog, flags.overrides());
  }

  private void print(RebuildSummary summary) {
    if (flags.isJson()) {
      console().printDocument(summary);
    } else {
      SummaryTable.lines(summary).forEach(console()::printLine);
    }
  }
}
