package tatami.cli.command;

import java.util.EnumSet;
import picocli.CommandLine.Command;
import tatami.searchbuild.job.Phase;

/** Builds a release from the newest master tables, and does not publish it. */
@Command(
    name = "build",
    description = "Builds a release from the newest master tables, and does not publish it.",
    footer = {"", "Example:", "  tatami build --catalog catalogs/ryokan"})
final class BuildCommand extends PhaseCommand {

  BuildCommand(Invocation invocation) {
    super(invocation, EnumSet.of(Phase.BUILD));
  }
}
