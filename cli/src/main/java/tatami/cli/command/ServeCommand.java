package tatami.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tatami.query.mirror.shelf.MirrorLeases;

/** Answers searches over HTTP. */
@Command(
    name = "serve",
    description = "Answers searches over HTTP, with a page to try them, until it is stopped.",
    footer = {
      "",
      "Examples:",
      "  tatami serve",
      "  tatami serve --port 9000 --host 0.0.0.0",
      "  tatami serve --engine memory --memory-limit 4g"
    })
final class ServeCommand extends TatamiCommand {

  @Option(names = "--port", paramLabel = "N", description = "0 for any free one (default: 8080)")
  int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "the address to listen on (default: 127.0.0.1)")
  String host = "127.0.0.1";

  ServeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  boolean searches() {
    return true;
  }

  @Override
  int run() throws Exception {
    ForegroundServer.requirePort(port);
    try (ForegroundServer server = new ForegroundServer(this, "serve")) {
      DatabaseAccess database = DatabaseAccess.open(this, server.shutdown());
      server.shutdown().add(database::close);
      SearchAccess access = new SearchAccess(database.dataSource(), this);
      List<String> ofTheClock = catalogsOfTheClock(access);
      MirrorLeases mirrors =
          access.watch(
              new CatalogChoice(flags, List::of).findFlagged().stream().toList(), ofTheClock);
      server.shutdown().add(mirrors::close);
      String url = server.start(access.open(ofTheClock, mirrors), host, port);
      if (flags.isJson()) {
        console().printDocument(java.util.Map.of("url", url));
      } else {
        console().printLine(url);
      }
      server.await();
    }
    return ExitCodes.OK;
  }

  /** All are served; the zone of {@code --now} is that of the named one, if one is named. */
  private List<String> catalogsOfTheClock(SearchAccess access) {
    return new CatalogChoice(flags, List::of)
        .findFlagged()
        .map(List::of)
        .orElseGet(access::listCatalogs);
  }
}
