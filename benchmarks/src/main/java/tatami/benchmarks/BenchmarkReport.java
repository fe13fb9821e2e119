package tatami.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import tatami.benchmarks.BenchmarkFailedException.Reason;
import tatami.benchmarks.BenchmarkOptions.Effort;
import tatami.benchmarks.BenchmarkOptions.ReportForm;
import tatami.benchmarks.ReportDocument.Measured;
import tatami.benchmarks.form.CalendarForms;
import tatami.benchmarks.layout.LayoutComparison;
import tatami.benchmarks.layout.LayoutComparison.Scale;
import tatami.benchmarks.machine.Machine;
import tatami.benchmarks.normalised.NormalisedComparison;
import tatami.benchmarks.normalised.NormalisedResult;
import tatami.benchmarks.peers.PeerComparison;
import tatami.benchmarks.peers.PeerResult;
import tatami.benchmarks.stay.StayDatabase;
import tatami.benchmarks.stay.StayTotalBenchmark;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs benchmarks and reports machine, sizes, times and ratios. */
public final class BenchmarkReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** Names the folder with deliveries of real cities; each is compared too. */
  private static final String REAL_FEEDS = "TATAMI_REAL_FEEDS";

  private static final int QUICK_FORM_ROUNDS = 5;
  private static final int FULL_FORM_ROUNDS = 25;

  /** Forms are told apart by what they do to caches and plans, so they get more offers. */
  private static final int FULL_FORM_SHARE = 10;

  private final BenchmarkOptions options;
  private final PrintStream progress;

  private BenchmarkReport(BenchmarkOptions options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Tells whether a benchmark that the filter chooses needs a PostgreSQL.
   *
   * @throws BenchmarkFailedException if the filter chooses nothing
   */
  public static boolean needsDatabase(String filter) {
    return listNames(filter).stream().anyMatch(BenchmarkRun::needsDatabase);
  }

  /**
   * Runs the benchmarks in JVMs of their own and prints the report. Takes minutes.
   *
   * <p>In the database only the schema {@code tatami_benchmark} is made, and dropped at the end.
   *
   * @param out gets the report and nothing else
   * @param err gets progress
   * @throws BenchmarkFailedException if there is nothing to report
   */
  public static void run(BenchmarkOptions options, PrintStream out, PrintStream err) {
    boolean needsDatabase = needsDatabase(options.filter());
    if (needsDatabase && options.database() == null) {
      throw new BenchmarkFailedException(
          Reason.USAGE,
          "the stay benchmark needs a PostgreSQL; name one, or measure packing alone",
          null);
    }
    BenchmarkReport report = new BenchmarkReport(options, err);
    try {
      ReportDocument document = needsDatabase ? report.measureWithDatabase() : report.measure(null);
      report.print(document, out);
      report.write(document);
    } catch (SQLException failure) {
      throw new BenchmarkFailedException(
          Reason.DATABASE,
          "the database at " + options.database() + " cannot be measured: " + failure.getMessage(),
          failure);
    } catch (RunnerException | IllegalStateException | IOException failure) {
      throw new BenchmarkFailedException(
          Reason.BENCHMARK, "the benchmark failed: " + failure.getMessage(), failure);
    }
  }

  private static List<String> listNames(String filter) {
    List<String> names;
    try {
      names = BenchmarkRun.listNames(filter);
    } catch (PatternSyntaxException wrong) {
      throw new BenchmarkFailedException(
          Reason.USAGE,
          "the filter is no regular expression: filter=" + filter + ", " + wrong.getDescription(),
          wrong);
    }
    if (names.isEmpty()) {
      throw new BenchmarkFailedException(
          Reason.USAGE,
          "no benchmark has that name: filter="
              + filter
              + ", there are "
              + BenchmarkRun.listNames(""),
          null);
    }
    return names;
  }

  private ReportDocument measureWithDatabase() throws SQLException, IOException, RunnerException {
    try (StayDatabase database = StayDatabase.open(options.database(), options.offers())) {
      try {
        return measure(database);
      } finally {
        database.drop();
      }
    }
  }

  private ReportDocument measure(StayDatabase database)
      throws SQLException, IOException, RunnerException {
    List<String> names = listNames(options.filter());
    FormSection forms = null;
    LayoutSection layout = null;
    NormalisedResult normalised = null;
    PeerResult peers = null;
    StayFacts facts = null;
    if (database != null) {
      forms = names.contains(CalendarForms.NAME) ? measureForms(database) : null;
      layout = names.contains(LayoutComparison.NAME) ? compareLayouts() : null;
      normalised = names.contains(NormalisedComparison.NAME) ? compareNormalised() : null;
      peers = names.contains(PeerComparison.NAME) ? racePeers() : null;
      boolean isStayAsked =
          names.stream().anyMatch(name -> name.contains(StayTotalBenchmark.class.getSimpleName()));
      facts = isStayAsked ? prepare(database) : null;
    }
    Machine machine = Machine.read(database == null ? null : database.version());
    Collection<RunResult> results = new BenchmarkRun(options, progress).run();
    return ReportDocument.of(
        options, machine, new Measured(facts, forms, layout, normalised, peers), results);
  }

  private FormSection measureForms(StayDatabase database) throws SQLException, IOException {
    boolean isQuick = options.effort() == Effort.QUICK;
    int offers = isQuick ? options.offers() : FULL_FORM_SHARE * options.offers();
    int rounds = isQuick ? QUICK_FORM_ROUNDS : FULL_FORM_ROUNDS;
    database.createSchema();
    progress.println("comparing forms of calendars: offers=" + offers + ", rounds=" + rounds);
    return new FormSection(offers, rounds, database.measureForms(offers, rounds));
  }

  private LayoutSection compareLayouts() throws SQLException, IOException {
    String realFeeds = System.getenv(REAL_FEEDS);
    boolean hasRealFeeds = realFeeds != null && !realFeeds.isBlank();
    Scale scale =
        options.effort() == Effort.QUICK
            ? Scale.quick()
            : Scale.full(hasRealFeeds ? Path.of(realFeeds) : null);
    return new LayoutSection(
        scale.rounds(), LayoutComparison.measure(options.database(), scale, progress::println));
  }

  private NormalisedResult compareNormalised() throws SQLException, IOException {
    return NormalisedComparison.measure(options.database(), mixedScale(), progress::println);
  }

  private PeerResult racePeers() throws SQLException, IOException {
    return PeerComparison.measure(options.database(), mixedScale(), progress::println);
  }

  private NormalisedComparison.Scale mixedScale() {
    return options.effort() == Effort.QUICK
        ? NormalisedComparison.Scale.quick()
        : NormalisedComparison.Scale.full(options.offers());
  }

  private StayFacts prepare(StayDatabase database) throws SQLException, IOException {
    progress.println("filling " + database.prices() + " prices into every form");
    database.prepare();
    int checked = database.check();
    progress.println("answers of " + checked + " searches are equal in every form");
    return new StayFacts(options.offers(), database.prices(), checked, database.measure());
  }

  private void print(ReportDocument document, PrintStream out) {
    if (options.form() == ReportForm.JSON) {
      out.println(JSON.writeValueAsString(document));
    } else {
      new ReportTable(document).lines().forEach(out::println);
    }
    out.flush();
  }

  private void write(ReportDocument document) throws IOException {
    if (options.outputFile() == null) {
      return;
    }
    Path file = options.outputFile();
    if (Files.isDirectory(file)) {
      file = file.resolve(document.machine().fileName());
    }
    String text =
        JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    progress.println("written to " + file);
  }
}
