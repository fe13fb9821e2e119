package tatami.cli.command;

import java.util.EnumSet;
import picocli.CommandLine.Command;
import tatami.searchbuild.job.Phase;

/** Makes the newest release that is built and verified live. */
@Command(
    name = "publish",
    description = "Makes the newest release that is built and verified live.",
    footer = {"", "Example:", "  tatami publish --catalog catalogs/ryokan"})
final class PublishCommand extends PhaseCommand {

  PublishCommand(Invocation invocation) {
    super(invocation, EnumSet.of(Phase.PUBLISH));
  }
}
