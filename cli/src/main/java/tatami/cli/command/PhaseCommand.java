package tatami.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.job.Phase;
import tatami.searchbuild.job.RebuildJob;
import tatami.searchbuild.job.RebuildRequest;
import tatami.searchbuild.job.RebuildSummary;

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
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      RebuildSummary summary =
          new RebuildJob(database.dataSource())
              .run(new RebuildRequest(catalog, feeds, now, phases), console().progressListener());
      print(summary);
    }
    return ExitCodes.OK;
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
