package tatami.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tatami.benchmarks.BenchmarkFailedException;
import tatami.benchmarks.BenchmarkOptions;
import tatami.benchmarks.BenchmarkOptions.Effort;
import tatami.benchmarks.BenchmarkOptions.ReportForm;
import tatami.benchmarks.BenchmarkReport;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.cli.database.DatabaseAddress;

/** Measures packed tables against ordinary ones. */
@Command(
    name = "bench",
    description =
        "Measures packed tables against ordinary ones with JMH, in JVMs of their own; in the"
            + " database only the schema tatami_benchmark is made, and dropped at the end; layouts are"
            + " compared in a database of their own, tatami_benchmark_layout, dropped too, also on"
            + " the real cities in the folder that TATAMI_REAL_FEEDS names; a normalised schema is"
            + " compared in a third, tatami_benchmark_normalised, with as many hotels as there are"
            + " offers, and DuckDB and Lucene in a fourth, tatami_benchmark_peers, and in a folder"
            + " among the temporary ones.",
    footer = {
      "",
      "Examples:",
      "  tatami bench --quick",
      "  tatami bench --filter packing",
      "  tatami bench --filter peers --quick",
      "  tatami bench --size large --output json --out results"
    })
final class BenchCommand extends TatamiCommand {

  /** How much data. */
  enum Size {
    /** 2,000 offers. */
    DEFAULT(2_000),
    /** 20,000 offers. */
    LARGE(20_000);

    private final int offers;

    Size(int offers) {
      this.offers = offers;
    }
  }

  @Option(
      names = "--quick",
      description = "one fork and two short iterations, about a minute: orders of magnitude only")
  boolean quick;

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      defaultValue = "",
      description =
          "only the benchmarks in whose names this is found, such as packing, stay, layout, normalised"
              + " or peers")
  String filter;

  @Option(
      names = "--size",
      paramLabel = "default|large",
      defaultValue = "default",
      description = "2,000 offers (default), or 20,000, of 366 nights each")
  Size size;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "also writes the report there as JSON; in a folder the file is named after processor, JDK"
              + " and PostgreSQL")
  Path out;

  BenchCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  int run() {
    try {
      if (BenchmarkReport.needsDatabase(filter)) {
        try (DatabaseAccess database = DatabaseAccess.open(this)) {
          DatabaseAddress address = database.address();
          report(new StayDatabaseAddress(address.jdbcUrl(), address.properties()));
        }
      } else {
        report(null);
      }
    } catch (BenchmarkFailedException failure) {
      if (failure.reason() == BenchmarkFailedException.Reason.USAGE) {
        throw new UsageException(failure.getMessage());
      }
      throw new CommandFailedException(failure.getMessage(), failure);
    }
    return ExitCodes.OK;
  }

  /** The database is null where none is needed. */
  private void report(StayDatabaseAddress database) {
    PrintStream progress =
        flags.quiet ? new PrintStream(PrintStream.nullOutputStream()) : invocation().err();
    BenchmarkOptions options =
        new BenchmarkOptions(
            database,
            quick ? Effort.QUICK : Effort.FULL,
            filter,
            size.offers,
            flags.isJson() ? ReportForm.JSON : ReportForm.TABLE,
            out);
    BenchmarkReport.run(options, invocation().out(), progress);
  }
}
