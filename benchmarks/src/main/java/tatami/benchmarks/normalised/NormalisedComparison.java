package tatami.benchmarks.normalised;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.normalised.NormalisedResult.Figures;
import tatami.benchmarks.normalised.NormalisedRounds.Questions;
import tatami.benchmarks.normalised.NormalisedTables.PriceSize;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.benchmarks.scratch.ScratchFolder;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.ingest.synthetic.RyokanSize;
import tatami.searchbuild.job.RebuildSummary;

/** Compares pages, facets and calendars with a normalised schema on generated feeds. */
public final class NormalisedComparison {

  /** What a filter finds it by. */
  public static final String NAME = NormalisedComparison.class.getName() + ".normalised";

  private static final String DATABASE = "tatami_benchmark_normalised";

  private final ScratchDatabase database;
  private final Scale scale;
  private final Consumer<String> progress;

  private NormalisedComparison(ScratchDatabase database, Scale scale, Consumer<String> progress) {
    this.database = database;
    this.scale = scale;
    this.progress = progress;
  }

  /**
   * How much is compared.
   *
   * @param size of the generated feeds; at least 36 days
   * @param searches how many are drawn, at least 1
   * @param rounds how often each is timed, at least 1
   */
  public record Scale(RyokanSize size, int searches, int rounds) {

    private static final int OCCUPANCIES = 4;
    private static final int DAYS = 366;

    /** Returns a scale that shows that answers are equal, within a minute. */
    public static Scale quick() {
      return new Scale(new RyokanSize(200, 3, OCCUPANCIES, 120), 24, 1);
    }

    /**
     * Returns the scale of figures to quote.
     *
     * @param hotels about 6,000 prices each; 20,000 take 30 GB and half an hour
     */
    public static Scale full(int hotels) {
      return new Scale(new RyokanSize(hotels, 3, OCCUPANCIES, DAYS), 200, 3);
    }

    /** Refuses to compare nothing. */
    public Scale {
      if (searches < 1 || rounds < 1 || size.days() <= MixedSearch.CALENDAR_DAYS + 4) {
        throw new IllegalArgumentException(
            "too little: searches=" + searches + " rounds=" + rounds + " size=" + size);
      }
    }
  }

  /**
   * Generates feeds, rebuilds and compares in a database {@code tatami_benchmark_normalised}, which
   * is dropped at the end.
   *
   * @param server where the database is made
   * @throws IllegalStateException if product and normalised schema answer differently
   */
  public static NormalisedResult measure(
      StayDatabaseAddress server, Scale scale, Consumer<String> progress)
      throws SQLException, IOException {
    try (ScratchFolder folder = ScratchFolder.open();
        ScratchDatabase database = ScratchDatabase.open(server, DATABASE)) {
      return new NormalisedComparison(database, scale, progress).compare(folder);
    }
  }

  private NormalisedResult compare(ScratchFolder folder) throws SQLException, IOException {
    MixedRelease release = MixedRelease.make(database, folder, scale.size(), progress);
    NormalisedTables tables = release.tables();
    RebuildSummary summary = release.summary();
    PriceSize size = tables.measure();
    List<Figures> figures = ask(release);
    return new NormalisedResult(
        scale.size().hotels(),
        summary.prices().packed(),
        scale.searches(),
        scale.rounds(),
        AskedQuestion.SLOW_MILLISECONDS,
        summary.prices().bytesEach(),
        (double) size.bytes() / size.prices(),
        figures);
  }

  private List<Figures> ask(MixedRelease release) throws SQLException, IOException {
    progress.accept(
        "asking both: " + scale.searches() + " searches, " + scale.rounds() + " rounds");
    List<MixedSearch> searches = MixedRelease.draw(database, scale.size().days(), scale.searches());
    return NormalisedRounds.run(
        database.dataSource(),
        new Questions(
            release.catalog(),
            searches,
            release.moment(),
            release.tables().amenities(),
            scale.rounds()),
        progress);
  }
}
