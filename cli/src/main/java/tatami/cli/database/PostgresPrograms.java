package tatami.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs PostgreSQL's programs one at a time, so that none of them holds our standard streams and
 * none outlives us unnoticed.
 *
 * <p>{@link #refuseMore}, {@link #await(Duration, BooleanSupplier)} and {@link #destroy} may come
 * from any thread.
 */
final class PostgresPrograms {

  private final ServerAccount account;
  private final Path workingFolder;
  private Process running;
  private boolean refusing;

  PostgresPrograms(ServerAccount account, Path workingFolder) {
    this.account = account;
    this.workingFolder = workingFolder;
  }

  /** How a program ended. */
  record Outcome(int exitCode, String output) {}

  /**
   * Runs a program to its end.
   *
   * @param limit it is killed after that time, and its outcome is not 0
   */
  Outcome run(List<String> command, Duration limit) throws IOException {
    Path output = Files.createTempFile("tatami-", ".out");
    try {
      Process process = start(command, output);
      boolean ended = awaitEnd(process, limit);
      if (!ended) {
        process.destroyForcibly();
      }
      return new Outcome(ended ? process.exitValue() : -1, Files.readString(output).strip());
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** Lets no other program start. */
  synchronized void refuseMore() {
    refusing = true;
  }

  /** Waits until the program that runs has ended, or the condition holds, or the time is over. */
  void await(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isBusy() && !condition.getAsBoolean() && System.nanoTime() < deadline) {
      ServerStart.pause(Duration.ofMillis(20));
    }
  }

  /** Ends the program that runs. */
  synchronized void destroy() {
    if (running != null) {
      running.destroy();
    }
  }

  private synchronized boolean isBusy() {
    return running != null && running.isAlive();
  }

  private synchronized Process start(List<String> command, Path output) throws IOException {
    if (refusing) {
      throw new DatabaseUnusableException("interrupted while PostgreSQL was being started");
    }
    ProcessBuilder builder =
        new ProcessBuilder(account.wrap(command))
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    running = builder.start();
    return running;
  }

  private static boolean awaitEnd(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
