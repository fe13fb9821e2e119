package tatami.benchmarks.normalised;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.MixedSearches;
import tatami.benchmarks.mixed.SearchMoment;
import tatami.benchmarks.phase.PhaseTimes;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.benchmarks.scratch.ScratchFolder;
import tatami.ingest.synthetic.RyokanFeeds;
import tatami.ingest.synthetic.RyokanOptions;
import tatami.ingest.synthetic.RyokanSize;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.catalog.CatalogOverrides;
import tatami.searchbuild.job.RebuildSummary;

/**
 * A live release of generated feeds, and the normalised tables of the same rows.
 *
 * @param catalog its name
 * @param moment when is asked
 * @param summary of the rebuild
 * @param tables the normalised ones
 */
public record MixedRelease(
    String catalog, SearchMoment moment, RebuildSummary summary, NormalisedTables tables) {

  private static final String CATALOG = "catalogs/ryokan";
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 12, 1);

  /** In the afternoon, when sales of some plans are over for the day. */
  private static final int HOUR = 15;

  private static final int HALF_HOUR = 30;

  /**
   * Generates, rebuilds and makes the tables.
   *
   * @param folder takes the feeds
   */
  public static MixedRelease make(
      ScratchDatabase database, ScratchFolder folder, RyokanSize size, Consumer<String> progress)
      throws SQLException, IOException {
    Catalog catalog = CatalogFile.read(folder.unpack(CATALOG), CatalogOverrides.none());
    SearchMoment moment = SearchMoment.of(FIRST_NIGHT.atTime(HOUR, HALF_HOUR), catalog.timeZone());
    PhaseTimes phases = new PhaseTimes(progress);
    phases.time(
        "generating feeds of " + size.hotels() + " hotels",
        () -> RyokanFeeds.generate(size, RyokanOptions.ofSeed(1), FIRST_NIGHT, folder.path()));
    RebuildSummary summary =
        phases.make(
            "rebuilding " + catalog.name(),
            () -> database.rebuild(catalog, folder.path(), moment.instant()));
    NormalisedTables tables = new NormalisedTables(database);
    phases.time(
        "making normalised tables of " + summary.prices().packed() + " prices",
        () -> tables.create(catalog.name(), progress));
    return new MixedRelease(catalog.name(), moment, summary, tables);
  }

  /**
   * Draws searches.
   *
   * @param days of the feeds
   */
  public static List<MixedSearch> draw(ScratchDatabase database, int days, int count)
      throws SQLException {
    return new MixedSearches(database, FIRST_NIGHT, days).draw(count);
  }
}
