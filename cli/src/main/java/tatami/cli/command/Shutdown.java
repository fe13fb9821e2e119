package tatami.cli.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What has to be ended when a foreground command is ended by a signal: the newest first, on the
 * JVM's shutdown thread, so that the exit code is the signal's (143, 130).
 *
 * <p>Nothing happens unless {@link #onSignals} was called. Thread-safe.
 */
final class Shutdown {

  private final Deque<Task> tasks = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean over;

  /** Something to end. */
  final class Task {
    private final Runnable action;

    private Task(Runnable action) {
      this.action = action;
    }

    /** Takes it off the list: somebody else ends it, or nobody should. */
    void forget() {
      synchronized (Shutdown.this) {
        tasks.remove(this);
      }
    }
  }

  /** Makes signals run the tasks. */
  Shutdown onSignals() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "tatami-shutdown"));
    return this;
  }

  /** Adds something to end; too late, it is ended at once. */
  Task add(Runnable action) {
    Task task = new Task(action);
    synchronized (this) {
      if (!over) {
        tasks.push(task);
        return task;
      }
    }
    action.run();
    return task;
  }

  /** Waits until a signal has ended everything, which also ends the JVM. */
  void await() throws InterruptedException {
    ended.await();
  }

  /** Ends everything; the first failure does not keep the rest from being ended. */
  void run() {
    RuntimeException first = null;
    for (Task task = next(); task != null; task = next()) {
      try {
        task.action.run();
      } catch (RuntimeException failure) {
        first = first == null ? failure : first;
      }
    }
    ended.countDown();
    if (first != null) {
      throw first;
    }
  }

  private synchronized Task next() {
    over = true;
    return tasks.poll();
  }
}
