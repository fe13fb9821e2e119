package tatami.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;
import tatami.cli.database.DatabaseUnusableException;
import tatami.cli.database.EmbeddedCluster;
import tatami.cli.home.TatamiHome;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.source.FeedFile;
import tatami.ingest.source.FeedRefusedException;
import tatami.ingest.source.FeedSource;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;

/** Looks at catalog, database and feeds, and changes nothing. */
@Command(
    name = "check",
    description =
        "Looks at the catalog, the database and the feeds that are there; writes nothing.",
    footer = {"", "Example:", "  tatami check --catalog catalogs/ryokan --feeds feeds"})
final class CheckCommand extends TatamiCommand {

  CheckCommand(Invocation invocation) {
    super(invocation);
  }

  /**
   * One thing that was looked at.
   *
   * @param state what is the matter with it, in a word or two
   * @param detail what was seen
   */
  record Finding(String state, String detail) {}

  @Override
  int run() {
    if (flags.catalog == null) {
      throw new UsageException("say which catalog: --catalog FILE|DIR");
    }
    Catalog catalog = CatalogFile.read(flags.catalog, flags.overrides());
    Finding database = database();
    Map<String, Finding> feeds = new LinkedHashMap<>();
    if (flags.feeds != null) {
      catalog.feeds().forEach(feed -> feeds.put(feed.name(), feed(feed)));
    }
    print(catalog, database, feeds);
    boolean refused = feeds.values().stream().anyMatch(feed -> feed.state().equals("refused"));
    if (database.state().equals("unusable")) {
      return ExitCodes.DATABASE_UNUSABLE;
    }
    return refused ? ExitCodes.FEED_REFUSED : ExitCodes.OK;
  }

  private Finding database() {
    try {
      Optional<DatabaseAddress> named =
          Database.findAddress(flags.database, invocation().environment());
      return named.map(CheckCommand::answering).orElseGet(this::embedded);
    } catch (DatabaseUnusableException unusable) {
      return new Finding("unusable", unusable.getMessage());
    }
  }

  private static Finding answering(DatabaseAddress address) {
    return new Finding("answers", "PostgreSQL " + Database.probe(address) + " at " + address);
  }

  private Finding embedded() {
    TatamiHome home = TatamiHome.of(invocation().environment());
    EmbeddedCluster cluster = new EmbeddedCluster(home, console().progressListener());
    return cluster
        .find()
        .map(CheckCommand::answering)
        .orElseGet(
            () ->
                new Finding(
                    "not running",
                    "an embedded PostgreSQL "
                        + cluster.packedVersion()
                        + (cluster.isToBeMade() ? " would be made in " : " would be started in ")
                        + home.folder()));
  }

  private Finding feed(FeedDefinition feed) {
    try {
      FeedSource source = FeedSource.open(feed, flags.feeds);
      List<String> files = source.files().stream().map(CheckCommand::describe).toList();
      return new Finding("there", String.join(", ", files));
    } catch (FeedRefusedException refused) {
      return new Finding("refused", refused.getMessage());
    }
  }

  private static String describe(FeedFile file) {
    return String.format(java.util.Locale.ROOT, "%s (%,d bytes)", file.name(), file.bytes());
  }

  private void print(Catalog catalog, Finding database, Map<String, Finding> feeds) {
    if (flags.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("catalog", catalog.name());
      document.put("database", database);
      document.put("feeds", feeds);
      console().printDocument(document);
      return;
    }
    console().printLine("catalog   " + catalog.name() + ": no problems");
    console().printLine("database  " + database.state() + ": " + database.detail());
    feeds.forEach(
        (name, feed) ->
            console().printLine("feed      " + name + " " + feed.state() + ": " + feed.detail()));
  }
}
