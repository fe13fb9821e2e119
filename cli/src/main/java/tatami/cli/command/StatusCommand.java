package tatami.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import tatami.searchbuild.release.CatalogStatus;
import tatami.searchbuild.release.CatalogStatus.FeedStatus;
import tatami.searchbuild.release.CatalogStatus.ReleaseStatus;
import tatami.searchbuild.release.ReleaseRegister;

/** Tells which releases there are. */
@Command(
    name = "status",
    description = "Tells which releases a catalog has, and which of them is live.",
    footer = {"", "Examples:", "  tatami status", "  tatami status --name ryokan --output json"})
final class StatusCommand extends TatamiCommand {

  StatusCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  int run() {
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      ReleaseRegister register = new ReleaseRegister(database.dataSource());
      Optional<String> name = new CatalogChoice(flags, register::listCatalogs).find();
      CatalogStatus status =
          name.map(register::status)
              .orElseGet(() -> new CatalogStatus(null, null, List.of(), Map.of()));
      if (flags.isJson()) {
        console().printDocument(status);
      } else {
        print(database.address().toString(), status);
      }
    }
    return ExitCodes.OK;
  }

  private void print(String place, CatalogStatus status) {
    console().printLine("database  " + place);
    if (status.catalog() == null) {
      console().printLine("nothing was built yet; tatami rebuild builds, tatami demo shows how");
      return;
    }
    console().printLine("catalog   " + status.catalog());
    console().printLine("live      " + (status.live() == null ? "none" : status.live()));
    for (ReleaseStatus release : status.releases()) {
      console()
          .printLine(
              String.format(
                  "release   %-6d %-10s %s",
                  release.release(), release.state(), orNothing(release.builtAt())));
    }
    status.feeds().forEach((name, feed) -> console().printLine(line(name, feed)));
  }

  private static String line(String name, FeedStatus feed) {
    return String.format(
        "feed      %-12s version %-4d %-10s as of %s, %s rows, %s rejected",
        name,
        feed.version(),
        feed.state(),
        orNothing(feed.asOf()),
        orNothing(feed.rowsIn()),
        orNothing(feed.rejected()));
  }

  private static String orNothing(Object value) {
    return value == null ? "-" : value.toString();
  }
}
