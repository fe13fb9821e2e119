package tatami.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import tatami.benchmarks.BenchmarkOptions.Effort;
import tatami.benchmarks.form.CalendarForms;
import tatami.benchmarks.layout.LayoutComparison;
import tatami.benchmarks.normalised.NormalisedComparison;
import tatami.benchmarks.peers.PeerComparison;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.benchmarks.stay.StayTotalBenchmark;

/** Runs the chosen benchmarks with JMH; all that JMH says goes to one stream. */
final class BenchmarkRun {

  private static final TimeValue QUICK_TIME = TimeValue.milliseconds(500);

  /** Benchmarks that run by themselves, in this JVM and on the database. */
  private static final List<String> NOT_OF_JMH =
      List.of(
          CalendarForms.NAME,
          LayoutComparison.NAME,
          NormalisedComparison.NAME,
          PeerComparison.NAME);

  /**
   * JMH locks it so that two runs do not disturb each other, and never deletes it: where the system
   * protects files in shared folders, no other account can open it any more.
   */
  private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");

  private final BenchmarkOptions options;
  private final OutputFormat format;

  BenchmarkRun(BenchmarkOptions options, PrintStream progress) {
    this.options = options;
    this.format = OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL);
  }

  /** Lists the full names of the benchmarks in which the filter is found. */
  static List<String> listNames(String filter) {
    Pattern pattern = Pattern.compile(filter);
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(PrintStream.nullOutputStream()), VerboseMode.SILENT);
    Stream<String> ofJmh =
        BenchmarkList.defaultList().getAll(silent, List.of()).stream()
            .map(BenchmarkListEntry::getUsername)
            .filter(name -> name.startsWith(BenchmarkRun.class.getPackageName() + "."));
    return Stream.concat(ofJmh, NOT_OF_JMH.stream())
        .filter(name -> pattern.matcher(name).find())
        .toList();
  }

  static boolean needsDatabase(String name) {
    return name.startsWith(StayTotalBenchmark.class.getName() + ".") || NOT_OF_JMH.contains(name);
  }

  /**
   * Runs them all.
   *
   * @throws RunnerException if one of them fails; it ends the run
   */
  Collection<RunResult> run() throws RunnerException, IOException {
    if (listNames(options.filter()).stream().allMatch(NOT_OF_JMH::contains)) {
      return List.of();
    }
    if (isOfSomebodyElse(LOCK)) {
      System.setProperty("jmh.ignoreLock", "true");
    }
    Path secret = Files.createTempFile("tatami-bench", ".properties");
    secret.toFile().deleteOnExit();
    try {
      return new Runner(options(secret).build(), format).run();
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  /** Tells whether JMH could not open the file because another account made it. */
  static boolean isOfSomebodyElse(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    String owner = Files.getOwner(file).getName();
    return !Files.isWritable(file) || !owner.equals(System.getProperty("user.name"));
  }

  private ChainedOptionsBuilder options(Path secret) throws IOException {
    ChainedOptionsBuilder builder = new OptionsBuilder().shouldFailOnError(true);
    listNames(options.filter()).stream()
        .filter(name -> !NOT_OF_JMH.contains(name))
        .forEach(name -> builder.include("^" + Pattern.quote(name) + "$"));
    builder.param("offers", Integer.toString(options.offers()));
    if (options.effort() == Effort.QUICK) {
      builder.forks(1).warmupIterations(1).measurementIterations(2);
      builder.warmupTime(QUICK_TIME).measurementTime(QUICK_TIME);
    }
    StayDatabaseAddress database = options.database();
    if (database != null) {
      database.writeProperties(secret);
      builder.jvmArgsPrepend(
          "-D" + StayDatabaseAddress.URL_PROPERTY + "=" + database.jdbcUrl(),
          "-D" + StayDatabaseAddress.FILE_PROPERTY + "=" + secret,
          "-D" + StayTotalBenchmark.KEEP_PROPERTY + "=true");
    }
    return builder;
  }
}
