package tatami.benchmarks.phase;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;

/** Says when a phase begins, and when it ends, how long it took. */
public final class PhaseTimes {

  private static final double NANOS_PER_SECOND = 1_000_000_000;

  private final Consumer<String> progress;

  /** Takes the lines of progress. */
  public PhaseTimes(Consumer<String> progress) {
    this.progress = progress;
  }

  /** What is done in a phase. */
  public interface Work {
    /** Does it. */
    void run() throws SQLException, IOException;
  }

  /** What is done in a phase that leads to something. */
  public interface Making<T> {
    /** Does it. */
    T make() throws SQLException, IOException;
  }

  /** Runs a phase. */
  public void time(String name, Work work) throws SQLException, IOException {
    make(
        name,
        () -> {
          work.run();
          return null;
        });
  }

  /** Runs a phase and returns what it makes. */
  public <T> T make(String name, Making<T> phase) throws SQLException, IOException {
    progress.accept(name);
    long start = System.nanoTime();
    T result = phase.make();
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    progress.accept(String.format(Locale.ROOT, "%s: %.1f s", name, seconds));
    return result;
  }
}
