package tatami.benchmarks;

import java.nio.file.Path;
import java.util.Objects;
import tatami.benchmarks.stay.StayDatabaseAddress;

/**
 * What to measure and how to tell.
 *
 * @param database where the PostgreSQL is; null if no benchmark that is chosen needs one, see
 *     {@link BenchmarkReport#needsDatabase}
 * @param effort how long to measure
 * @param filter regular expression that is looked for in the names of benchmarks, such as {@code
 *     packing}; empty for all
 * @param offers offers of the stay benchmark, at least 1
 * @param form how the report is printed
 * @param outputFile file for the report as JSON, or a folder, where the file is named after
 *     processor, JDK and PostgreSQL; null for none
 */
public record BenchmarkOptions(
    StayDatabaseAddress database,
    Effort effort,
    String filter,
    int offers,
    ReportForm form,
    Path outputFile) {

  /** How long to measure. */
  public enum Effort {
    /** One fork, two short iterations: about a minute for all; shows orders of magnitude. */
    QUICK,
    /** Three forks, five iterations of a second each: about ten minutes for all. */
    FULL
  }

  /** How a report is printed. */
  public enum ReportForm {
    /** For people. */
    TABLE,
    /** One document. */
    JSON
  }

  /** Checks what can be checked without a look at the benchmarks. */
  public BenchmarkOptions {
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(form, "form");
    if (offers < 1) {
      throw new IllegalArgumentException("at least one offer is needed: offers=" + offers);
    }
  }
}
