package tatami.cli.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import tatami.cli.database.DatabaseAddress;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;
import tools.jackson.databind.JsonNode;

/** Makes the search service of a command: on its database, with its clock. */
final class SearchAccess {

  private final DataSource dataSource;
  private final CommonFlags flags;

  SearchAccess(DataSource dataSource, CommonFlags flags) {
    this.dataSource = dataSource;
    this.flags = flags;
  }

  /**
   * Makes the service.
   *
   * @param catalogs whose zone {@code --now} is in
   */
  SearchService open(List<String> catalogs) {
    if (flags.now == null) {
      return new SearchService(dataSource, InstantSource.system());
    }
    Instant now = flags.now.toInstant(zone(catalogs));
    return new SearchService(dataSource, InstantSource.fixed(now));
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
