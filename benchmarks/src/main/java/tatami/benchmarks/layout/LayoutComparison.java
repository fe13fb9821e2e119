package tatami.benchmarks.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tatami.benchmarks.layout.LayoutResult.PriceBytes;
import tatami.benchmarks.layout.LayoutResult.SearchGroup;
import tatami.benchmarks.layout.LayoutResult.TableForm;
import tatami.benchmarks.layout.SearchRounds.Schedule;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.benchmarks.scratch.ScratchFolder;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.ingest.synthetic.RyokanSize;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.searchbuild.job.RebuildSummary;
import tatami.searchtable.description.ReleaseDescription;

/** Compares the compiled layout with plain tables, catalog by catalog. */
public final class LayoutComparison {

  /** What a filter finds it by. */
  public static final String NAME = LayoutComparison.class.getName() + ".layout";

  private static final String DATABASE = "tatami_benchmark_layout";

  private final ScratchDatabase database;
  private final Scale scale;
  private final Consumer<String> progress;

  private LayoutComparison(ScratchDatabase database, Scale scale, Consumer<String> progress) {
    this.database = database;
    this.scale = scale;
    this.progress = progress;
  }

  /**
   * How much is compared.
   *
   * @param size of the generated feeds
   * @param searches how many are drawn, at least 1
   * @param rounds how often each is timed, at least 1
   * @param nightRowProperties properties that get a row per night, at least 1
   * @param realFeeds folder with deliveries of real cities; null for none
   */
  public record Scale(
      RyokanSize size, int searches, int rounds, int nightRowProperties, Path realFeeds) {

    private static final int NIGHT_ROW_PROPERTIES = 200;

    /** Returns a scale that shows orders of magnitude within a minute. */
    public static Scale quick() {
      RyokanSize demo = RyokanSize.demo();
      RyokanSize size = new RyokanSize(200, demo.plansPerHotel(), demo.occupancies(), demo.days());
      return new Scale(size, 12, 3, NIGHT_ROW_PROPERTIES, null);
    }

    /** Returns the scale of figures to quote: some minutes. */
    public static Scale full(Path realFeeds) {
      return new Scale(RyokanSize.demo(), 64, 15, NIGHT_ROW_PROPERTIES, realFeeds);
    }

    /** Refuses to compare nothing. */
    public Scale {
      if (searches < 1 || rounds < 1 || nightRowProperties < 1) {
        throw new IllegalArgumentException(
            "at least one each: searches="
                + searches
                + " rounds="
                + rounds
                + " nightRowProperties="
                + nightRowProperties);
      }
    }
  }

  /**
   * Rebuilds and compares in a database {@code tatami_benchmark_layout}, which is dropped at the
   * end.
   *
   * @param server where the database is made
   * @throws IllegalStateException if plain and compiled tables answer differently
   */
  public static List<LayoutResult> measure(
      StayDatabaseAddress server, Scale scale, Consumer<String> progress)
      throws SQLException, IOException {
    try (ScratchFolder folder = ScratchFolder.open();
        ScratchDatabase database = ScratchDatabase.open(server, DATABASE)) {
      LayoutComparison comparison = new LayoutComparison(database, scale, progress);
      List<LayoutSource> sources = new ArrayList<>();
      sources.add(LayoutSource.generate(scale.size(), folder));
      if (scale.realFeeds() != null) {
        sources.addAll(LayoutSource.listReal(scale.realFeeds(), folder));
      }
      List<LayoutResult> results = new ArrayList<>();
      for (LayoutSource source : sources) {
        results.add(comparison.compare(source));
      }
      return results;
    }
  }

  private LayoutResult compare(LayoutSource source) throws SQLException {
    progress.accept("rebuilding " + source.catalog().name());
    RebuildSummary summary = database.rebuild(source.catalog(), source.feeds(), source.now());
    ReleaseDescription release = release(source.catalog().name());
    progress.accept("making plain tables of " + source.catalog().name());
    PlainTables plain = PlainTables.create(database, source.catalog());
    IntegerTables integers = new IntegerTables(database, plain, release);
    integers.create();
    TableSizes sizes = new TableSizes(database, plain, integers, release);
    List<TableForm> tables = sizes.measure();
    PriceBytes night = priceBytes(plain, sizes, tables, summary);
    progress.accept(
        "asking both: " + scale.searches() + " searches, " + scale.rounds() + " rounds");
    List<SearchGroup> searches =
        SearchRounds.run(
            database,
            plain,
            new LayoutSearches(database, plain, release.horizon()).draw(scale.searches()),
            new Schedule(release.horizon().firstNight(), scale.rounds()));
    return new LayoutResult(
        source.catalog().name(), summary.prices().packed(), tables, night, searches);
  }

  private PriceBytes priceBytes(
      PlainTables plain, TableSizes sizes, List<TableForm> tables, RebuildSummary summary)
      throws SQLException {
    plain.createNightRows(scale.nightRowProperties());
    TableForm rows = sizes.measure("night_rows", "price", List.of(PlainTables.nightRows()));
    TableForm arrays =
        tables.stream()
            .filter(table -> table.form().equals("plain") && table.table().equals("price"))
            .findFirst()
            .orElseThrow();
    return new PriceBytes(
        rows.rows(),
        (double) rows.bytes() / rows.rows(),
        (double) arrays.bytes() / summary.prices().packed(),
        summary.prices().bytesEach());
  }

  private ReleaseDescription release(String catalog) throws SQLException {
    ReleaseShelf shelf = new ReleaseShelf();
    try (Connection connection = database.dataSource().getConnection()) {
      ReleasePointer live =
          shelf.list(connection, catalog).stream()
              .filter(ReleasePointer::live)
              .findFirst()
              .orElseThrow();
      return shelf.open(connection, live).description();
    }
  }
}
