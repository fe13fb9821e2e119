package tatami.benchmarks.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tatami.benchmarks.scratch.ScratchFolder;
import tatami.ingest.source.FeedRefusedException;
import tatami.ingest.source.FeedSource;
import tatami.ingest.synthetic.RyokanFeeds;
import tatami.ingest.synthetic.RyokanOptions;
import tatami.ingest.synthetic.RyokanSize;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.catalog.CatalogOverrides;

/**
 * Feeds and the catalog that reads them.
 *
 * @param catalog the catalog
 * @param feeds folder of the feeds
 * @param now when is rebuilt; where the feeds start later, their first night is the first
 */
record LayoutSource(Catalog catalog, Path feeds, Instant now) {

  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 12, 1);
  private static final LocalDate BEFORE_ALL_FEEDS = LocalDate.of(2000, 1, 1);
  private static final String GENERATED = "catalogs/inns";
  private static final String REAL = "catalogs/airbnb";

  /**
   * Generates feeds.
   *
   * @param folder gets feeds and catalog
   */
  static LayoutSource generate(RyokanSize size, ScratchFolder folder) throws IOException {
    Catalog catalog = CatalogFile.read(folder.unpack(GENERATED), CatalogOverrides.none());
    Path feeds = folder.path().resolve("feeds");
    RyokanFeeds.generate(size, RyokanOptions.ofSeed(1), FIRST_NIGHT, feeds);
    return new LayoutSource(catalog, feeds, startOf(FIRST_NIGHT, catalog));
  }

  /**
   * Lists the deliveries of real cities.
   *
   * @param deliveries has a folder for each; others are left out
   * @param folder gets the catalog
   */
  static List<LayoutSource> listReal(Path deliveries, ScratchFolder folder) throws IOException {
    Path file = folder.unpack(REAL);
    List<Path> folders;
    try (Stream<Path> paths = Files.list(deliveries)) {
      folders = paths.filter(Files::isDirectory).sorted().toList();
    }
    List<LayoutSource> sources = new ArrayList<>();
    for (Path delivery : folders) {
      String name =
          delivery.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
      Catalog catalog = CatalogFile.read(file, new CatalogOverrides("city_" + name, Map.of()));
      if (isReadable(catalog, delivery)) {
        sources.add(new LayoutSource(catalog, delivery, startOf(BEFORE_ALL_FEEDS, catalog)));
      }
    }
    return sources;
  }

  private static boolean isReadable(Catalog catalog, Path delivery) {
    try {
      catalog.feeds().forEach(feed -> FeedSource.open(feed, delivery));
      return true;
    } catch (FeedRefusedException anotherKindOfFeeds) {
      return false;
    }
  }

  static Instant startOf(LocalDate day, Catalog catalog) {
    return day.atStartOfDay(ZoneId.of(catalog.timeZone())).toInstant();
  }
}
