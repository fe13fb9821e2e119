package tatami.cli.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds a home for one command: everything that starts, stops or unpacks is done under it.
 *
 * <p>Works between processes and between threads of one process, is not reentrant, and ends with
 * the process that holds it.
 */
public final class HomeLock implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /**
   * Threads take turns here before they touch the file: closing a second channel on it would give
   * up the process's lock.
   */
  private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final Semaphore turn;

  private HomeLock(FileChannel channel, Semaphore turn) {
    this.channel = channel;
    this.turn = turn;
  }

  /**
   * Waits for the home.
   *
   * @param home an existing folder
   * @return empty if another command held it for longer than the patience
   */
  public static Optional<HomeLock> acquire(TatamiHome home, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    Semaphore turn = TURNS.computeIfAbsent(home.folder(), path -> new Semaphore(1));
    if (!takeTurn(turn, patience)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(home.path("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (awaitLock(channel, deadline)) {
        return Optional.of(new HomeLock(channel, turn));
      }
    } catch (IOException failure) {
      release(channel, turn);
      throw failure;
    }
    release(channel, turn);
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    release(channel, turn);
  }

  private static void release(FileChannel channel, Semaphore turn) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      turn.release();
    }
  }

  private static boolean awaitLock(FileChannel channel, long deadline) throws IOException {
    FileLock lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() >= deadline || !pause()) {
        return false;
      }
      lock = channel.tryLock();
    }
    return true;
  }

  private static boolean takeTurn(Semaphore turn, Duration patience) {
    try {
      return turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
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
