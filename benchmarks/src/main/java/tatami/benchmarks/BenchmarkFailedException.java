package tatami.benchmarks;

import java.util.Objects;

/** Nothing was reported, because a benchmark cannot be run or failed; the message says why. */
public final class BenchmarkFailedException extends RuntimeException {

  /** Whose turn it is. */
  public enum Reason {
    /** Something else has to be asked for. */
    USAGE,
    /** The database is not there, or cannot be used. */
    DATABASE,
    /** Answers differ, or a benchmark ended in an error. */
    BENCHMARK
  }

  private final Reason reason;

  BenchmarkFailedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** Returns whose turn it is. */
  public Reason reason() {
    return reason;
  }
}
