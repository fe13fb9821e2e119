package tatami.cli.command;

import java.util.EnumSet;
import picocli.CommandLine.Command;
import tatami.searchbuild.job.Phase;

/** Loads the feeds, builds a release and makes it live. */
@Command(
    name = "rebuild",
    description = "Loads the feeds, builds a release and makes it live.",
    footer = {"", "Example:", "  tatami rebuild --catalog catalogs/ryokan --feeds feeds"})
final class RebuildCommand extends PhaseCommand {

  RebuildCommand(Invocation invocation) {
    super(invocation, EnumSet.allOf(Phase.class));
  }
}
