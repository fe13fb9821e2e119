package tatami.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tatami.cli.home.TatamiHome;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.rehearsal.PlanRehearsal;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.job.Phase;
import tatami.searchbuild.job.RebuildJob;
import tatami.searchbuild.job.RebuildRequest;
import tatami.searchbuild.job.RebuildSummary;

/** Shows everything at once, on generated feeds. */
@Command(
    name = "demo",
    description =
        "Generates feeds of Japanese inns, rebuilds, serves, and prints the page's address.",
    footer = {"", "Examples:", "  tatami demo", "  tatami demo --hotels 20000"})
final class DemoCommand extends TatamiCommand {

  private static final String CATALOG_RESOURCE = "/tatami/catalogs/ryokan/catalog.yaml";

  @Mixin RyokanFlags size = new RyokanFlags();

  @Option(names = "--port", paramLabel = "N", description = "where to serve (default: a free port)")
  int port;

  DemoCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  boolean searches() {
    return true;
  }

  @Override
  int run() throws Exception {
    ForegroundServer.requirePort(port);
    size.size();
    try (ForegroundServer server = new ForegroundServer(this, "demo")) {
      DatabaseAccess database = DatabaseAccess.open(this, server.shutdown());
      server.shutdown().add(database::close);
      Path folder = TatamiHome.of(invocation().environment()).path("demo");
      Files.createDirectories(folder);
      Catalog catalog = CatalogFile.read(catalog(folder), flags.overrides());
      ZoneId zone = ZoneId.of(catalog.timeZone());
      Instant now = flags.now(zone);
      LocalDate today = LocalDate.ofInstant(now, zone);
      DemoFeeds feeds = new DemoFeeds(folder);
      feeds.make(new DemoFeeds.Recipe(size.size(), size.seed, today), console());
      RebuildSummary summary = rebuild(database, catalog, feeds.folder(), now);
      SearchAccess access = new SearchAccess(database.dataSource(), this);
      List<String> catalogs = List.of(catalog.name());
      MirrorLeases mirrors = access.watch(catalogs, catalogs);
      server.shutdown().add(mirrors::close);
      String url = server.start(access.open(catalogs, mirrors), "127.0.0.1", port);
      announce(url, catalog.name(), today, summary);
      server.await();
    }
    return ExitCodes.OK;
  }

  private RebuildSummary rebuild(
      DatabaseAccess database, Catalog catalog, Path feeds, Instant now) {
    RebuildSummary summary =
        new RebuildJob(database.dataSource(), PlanRehearsal::rehearse)
            .run(
                new RebuildRequest(catalog, feeds, now, EnumSet.allOf(Phase.class)),
                console().progressListener());
    SummaryTable.lines(summary).forEach(console()::progress);
    return summary;
  }

  /** The given catalog, else our own, laid out where it can be read and used again. */
  private Path catalog(Path folder) throws IOException {
    if (flags.catalog != null) {
      return flags.catalog;
    }
    Path file = folder.resolve(CatalogFile.NAME_IN_FOLDER);
    try (InputStream resource = DemoCommand.class.getResourceAsStream(CATALOG_RESOURCE)) {
      Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private void announce(String url, String catalog, LocalDate today, RebuildSummary summary) {
    LocalDate checkIn = today.plusDays(14);
    String example =
        "curl -s "
            + url
            + "v1/"
            + catalog
            + "/search -H 'Content-Type: application/json' -d '{\"stay\": {\"check_in\": \""
            + checkIn
            + "\", \"nights\": 2}, \"sort\": \"price\", \"facets\": [\"area\"]}'";
    if (flags.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("url", url);
      document.put("catalog", catalog);
      document.put("release", summary.release());
      document.put("example", example);
      console().printDocument(document);
    } else {
      console().printLine(url);
      console().printLine(example);
      console().progress("Ctrl-C ends it");
    }
  }
}
