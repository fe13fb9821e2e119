package tatami.cli.command;

import java.util.EnumSet;
import picocli.CommandLine.Command;
import tatami.searchbuild.job.Phase;

/** Loads the feeds into new versions of the master tables. */
@Command(
    name = "ingest",
    description = "Loads the feeds into new versions of the master tables.",
    footer = {"", "Example:", "  tatami ingest --catalog catalogs/ryokan --feeds feeds"})
final class IngestCommand extends PhaseCommand {

  IngestCommand(Invocation invocation) {
    super(invocation, EnumSet.of(Phase.INGEST));
  }
}
