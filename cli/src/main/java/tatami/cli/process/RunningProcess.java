package tatami.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that is alive: a dead one whose parent has not yet noticed counts as gone.
 *
 * <p>Immutable; every question asks the operating system anew.
 */
public final class RunningProcess {

  private static final Duration POLL = Duration.ofMillis(20);

  /** Start instants of one process differ by rounding between two observers. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private final ProcessHandle handle;

  private RunningProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  /** Finds the process with this number, if it is alive. */
  public static Optional<RunningProcess> find(long processId) {
    return ProcessHandle.of(processId).map(RunningProcess::new).filter(RunningProcess::isAlive);
  }

  /** Returns the process that runs this code. */
  public static RunningProcess current() {
    return new RunningProcess(ProcessHandle.current());
  }

  /** Returns its number. */
  public long id() {
    return handle.pid();
  }

  /** Returns when it started; empty where the operating system does not tell. */
  public Optional<Instant> startInstant() {
    return handle.info().startInstant();
  }

  /** Tells whether it started at this instant, give or take the rounding of clocks. */
  public boolean startedAt(Instant instant) {
    return startInstant()
        .map(start -> Duration.between(start, instant).abs().compareTo(START_TOLERANCE) <= 0)
        .orElse(false);
  }

  /** Returns program and arguments, parted by blanks; empty text where they cannot be seen. */
  public String commandLine() {
    Path arguments = Path.of("/proc", Long.toString(id()), "cmdline");
    try {
      return Files.readString(arguments, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    } catch (IOException noSuchFileSystem) {
      return handle.info().commandLine().orElse("");
    }
  }

  /** Finds the folder that it works in; empty where the operating system does not tell. */
  public Optional<Path> findWorkingFolder() {
    try {
      return Optional.of(Path.of("/proc", Long.toString(id()), "cwd").toRealPath());
    } catch (IOException hidden) {
      return Optional.empty();
    }
  }

  /** Tells whether it still runs. */
  public boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  /** Waits until it is gone; false if it outlived the patience. */
  public boolean awaitEnd(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isAlive()) {
      if (System.nanoTime() >= deadline || !pause()) {
        return !isAlive();
      }
    }
    return true;
  }

  /**
   * Sends a signal.
   *
   * @param signal its name without {@code SIG}, such as {@code INT}
   * @return false if it could not be sent
   */
  public boolean signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, "" + id())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return kill.waitFor(2, TimeUnit.SECONDS) && kill.exitValue() == 0;
    } catch (IOException noShell) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isZombie() {
    try {
      String line =
          Files.readString(
              Path.of("/proc", Long.toString(id()), "stat"), StandardCharsets.ISO_8859_1);
      int afterName = line.lastIndexOf(')');
      return line.length() > afterName + 2 && "ZX".indexOf(line.charAt(afterName + 2)) >= 0;
    } catch (IOException noSuchFileSystem) {
      return false;
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
