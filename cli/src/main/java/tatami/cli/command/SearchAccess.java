package tatami.cli.command;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import tatami.cli.database.DatabaseAddress;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.mirror.shelf.MirrorRefusedException;
import tatami.query.mirror.shelf.MirrorSettings;
import tatami.query.mirror.shelf.Mirrors;
import tatami.query.mirror.shelf.ShelfListener;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tools.jackson.databind.JsonNode;

/** Makes the search service of a command: on its database, with its engine and its clock. */
final class SearchAccess {

  private final DataSource dataSource;
  private final CommonFlags flags;
  private final Console console;

  SearchAccess(DataSource dataSource, TatamiCommand command) {
    this.dataSource = dataSource;
    this.flags = command.flags;
    this.console = command.console();
  }

  /**
   * Makes the service.
   *
   * @param catalogs whose zone {@code --now} is in
   * @param mirrors what is in memory
   */
  SearchService open(List<String> catalogs, MirrorLeases mirrors) {
    return new SearchService(dataSource, clock(catalogs), mirrors);
  }

  private InstantSource clock(List<String> catalogs) {
    return flags.now == null
        ? InstantSource.system()
        : InstantSource.fixed(flags.now.toInstant(zone(catalogs)));
  }

  /**
   * Loads the live release of a catalog where flags ask for it; nothing where there is none.
   *
   * @throws CommandFailedException if it cannot be held in memory
   */
  MirrorLeases load(String catalog) {
    if (!flags.isInMemory()) {
      return MirrorLeases.NONE;
    }
    try {
      return Mirrors.load(settings(List.of(catalog), clock(List.of(catalog))));
    } catch (MirrorRefusedException refused) {
      throw new CommandFailedException(refused.getMessage(), refused);
    } catch (SQLException failure) {
      throw new CommandFailedException(
          "memory: the release could not be read: " + failure.getMessage(), failure);
    }
  }

  /**
   * Loads live releases where flags ask for it, and those that follow until it is closed. What
   * cannot be held is answered by SQL.
   *
   * @param catalogs which; empty for all
   * @param catalogsOfTheClock whose zone {@code --now} is in
   */
  MirrorLeases watch(List<String> catalogs, List<String> catalogsOfTheClock) {
    return flags.isInMemory()
        ? Mirrors.open(settings(catalogs, clock(catalogsOfTheClock)))
        : MirrorLeases.NONE;
  }

  private MirrorSettings settings(List<String> catalogs, InstantSource clock) {
    return new MirrorSettings(
        dataSource,
        Set.copyOf(catalogs),
        MemoryFlag.limit(flags),
        clock,
        new SaidOnConsole(console));
  }

  /** Progress may be silenced, warnings not. */
  private record SaidOnConsole(Console console) implements ShelfListener {

    @Override
    public void progress(String line) {
      console.progress(line);
    }

    @Override
    public void warn(String line) {
      console.say(line);
    }
  }

  /**
   * Returns the catalog that flags name, else the only one that there is.
   *
   * @param address where nothing was built, for the message
   * @throws NothingToSearchException if no catalog is named and nothing was built yet
   */
  String catalog(DatabaseAddress address) {
    return new CatalogChoice(flags, this::listCatalogs)
        .find()
        .orElseThrow(
            () ->
                new NothingToSearchException(
                    "nothing was built yet in "
                        + address
                        + "; tatami rebuild builds, tatami demo shows how"));
  }

  /** Lists the catalogs that have something to search. */
  List<String> listCatalogs() {
    SearchReply reply = new SearchService(dataSource, InstantSource.system()).listCatalogs();
    JsonNode catalogs = Console.JSON.readTree(reply.json()).path("catalogs");
    return catalogs.valueStream().map(catalog -> catalog.path("catalog").asString()).toList();
  }

  private ZoneId zone(List<String> catalogs) {
    if (flags.now.hasOffset()) {
      return ZoneOffset.UTC;
    }
    SearchService service = new SearchService(dataSource, InstantSource.system());
    Set<String> zones = new TreeSet<>();
    for (String catalog : catalogs) {
      SearchReply description = service.describe(catalog);
      if (description.status() == 200) {
        zones.add(Console.JSON.readTree(description.json()).path("time_zone").asString());
      }
    }
    if (zones.size() > 1) {
      throw new UsageException(
          "--now needs an offset, such as 2026-12-01T00:00+09:00: the catalogs "
              + String.join(", ", catalogs)
              + " are in different zones; or say which with --name");
    }
    return zones.stream().findFirst().map(ZoneId::of).orElse(ZoneOffset.UTC);
  }
}
