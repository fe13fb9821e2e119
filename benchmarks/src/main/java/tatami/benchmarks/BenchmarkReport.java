package tatami.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.RunnerException;
import tatami.benchmarks.BenchmarkOptions.ReportForm;
import tatami.benchmarks.machine.Machine;
import tatami.benchmarks.stay.StayDatabase;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs benchmarks and reports machine, sizes, times and ratios. */
public final class BenchmarkReport {

  /** Everything was measured and reported. */
  public static final int OK = 0;

  /** Answers differ, or a benchmark failed. */
  public static final int FAILED = 1;

  /** Nothing can be measured as asked. */
  public static final int USAGE = 2;

  /** The database cannot be used. */
  public static final int DATABASE_UNUSABLE = 75;

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private BenchmarkReport() {}

  /**
   * Tells whether a benchmark that the filter chooses needs a PostgreSQL.
   *
   * @throws PatternSyntaxException if the filter is no regular expression
   */
  public static boolean needsDatabase(String filter) {
    return BenchmarkRun.listNames(filter).stream().anyMatch(BenchmarkRun::needsDatabase);
  }

  /**
   * Runs the benchmarks in JVMs of their own and prints the report. Takes minutes.
   *
   * <p>In the database only the schema {@code tatami_benchmark} is made, and dropped at the end.
   *
   * @param out gets the report and nothing else
   * @param err gets progress and failures
   * @return exit code: one of the constants above
   */
  public static int run(BenchmarkOptions options, PrintStream out, PrintStream err) {
    try {
      List<String> names = BenchmarkRun.listNames(options.filter());
      if (names.isEmpty()) {
        err.println(
            "no benchmark has that name: filter="
                + options.filter()
                + ", there are "
                + BenchmarkRun.listNames(""));
        return USAGE;
      }
      boolean needsDatabase = names.stream().anyMatch(BenchmarkRun::needsDatabase);
      if (needsDatabase && options.database() == null) {
        err.println("the stay benchmark needs a PostgreSQL; name one, or filter for packing");
        return USAGE;
      }
      report(
          needsDatabase ? measureWithDatabase(options, err) : measure(options, null, err),
          options,
          out,
          err);
      return OK;
    } catch (PatternSyntaxException wrong) {
      err.println(
          "the filter is no regular expression: filter="
              + options.filter()
              + ", "
              + wrong.getDescription());
      return USAGE;
    } catch (SQLException failure) {
      err.println(
          "the database at " + options.database() + " cannot be measured: " + failure.getMessage());
      return DATABASE_UNUSABLE;
    } catch (RunnerException | IllegalStateException | IOException failure) {
      err.println("the benchmark failed: " + failure.getMessage());
      return FAILED;
    }
  }

  private static ReportDocument measureWithDatabase(BenchmarkOptions options, PrintStream err)
      throws SQLException, IOException, RunnerException {
    try (StayDatabase database = StayDatabase.open(options.database(), options.offers())) {
      try {
        return measure(options, database, err);
      } finally {
        database.drop();
      }
    }
  }

  private static ReportDocument measure(
      BenchmarkOptions options, StayDatabase database, PrintStream err)
      throws SQLException, IOException, RunnerException {
    StayFacts facts = null;
    if (database != null) {
      err.println("filling " + database.prices() + " prices into every form of the stay benchmark");
      database.prepare();
      facts =
          new StayFacts(options.offers(), database.prices(), database.check(), database.measure());
      err.println("answers of " + facts.checkedSearches() + " searches are equal in every form");
    }
    Machine machine = Machine.read(database == null ? null : database.version());
    return ReportDocument.of(options, machine, facts, new BenchmarkRun(options, err).run());
  }

  private static void report(
      ReportDocument document, BenchmarkOptions options, PrintStream out, PrintStream err)
      throws IOException {
    if (options.form() == ReportForm.JSON) {
      out.println(JSON.writeValueAsString(document));
    } else {
      new ReportTable(document).lines().forEach(out::println);
    }
    out.flush();
    if (options.outputFile() != null) {
      Path file = options.outputFile();
      if (Files.isDirectory(file)) {
        file = file.resolve(document.machine().fileName());
      }
      String text =
          JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
      Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
      err.println("written to " + file);
    }
  }
}
