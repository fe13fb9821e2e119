package tatami.benchmarks.normalised;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;
import tatami.benchmarks.mixed.Answered;

/**
 * Asks the normalised schema with and without nested loops at once, and ends the slower of the two.
 * The planner multiplies the selectivity of a dozen rules and often believes that one row is left;
 * a person who sees that turns nested loops off for the search, and the schema shall not lose for
 * want of that.
 */
final class PlanRace implements AutoCloseable {

  private static final double NANOS_PER_MILLISECOND = 1_000_000;
  private static final int MILLISECONDS_BETWEEN_CANCELS = 20;

  private final List<NormalisedSession> sessions;
  private final ExecutorService lanes;

  /** The faster session, what it answered, and in how many milliseconds. */
  record Finish(NormalisedSession session, Answered answered, double milliseconds) {}

  private PlanRace(List<NormalisedSession> sessions) {
    this.sessions = sessions;
    this.lanes = Executors.newFixedThreadPool(sessions.size());
  }

  /** Opens both sessions; they are closed with the race. */
  static PlanRace open(DataSource dataSource) throws SQLException {
    NormalisedSession withLoops = NormalisedSession.open(dataSource, true);
    try {
      return new PlanRace(List.of(withLoops, NormalisedSession.open(dataSource, false)));
    } catch (SQLException failure) {
      withLoops.close();
      throw failure;
    }
  }

  /** Returns the faster one when the slower one has ended too. */
  Finish run(AskedQuestion one) throws SQLException {
    CompletionService<Finish> finishes = new ExecutorCompletionService<>(lanes);
    sessions.forEach(session -> finishes.submit(() -> ask(session, one)));
    try {
      Finish first = read(finishes.take());
      for (NormalisedSession session : sessions) {
        if (session != first.session()) {
          end(session, finishes);
        }
      }
      return first;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the race was interrupted", stopped);
    }
  }

  private static Finish ask(NormalisedSession session, AskedQuestion one) throws SQLException {
    long start = System.nanoTime();
    Answered answered = session.ask(one);
    return new Finish(session, answered, (System.nanoTime() - start) / NANOS_PER_MILLISECOND);
  }

  /** Cancels until it is over: between two statements there is nothing to cancel. */
  private static void end(NormalisedSession slower, CompletionService<Finish> finishes)
      throws SQLException, InterruptedException {
    Future<Finish> over;
    do {
      slower.cancel();
      over = finishes.poll(MILLISECONDS_BETWEEN_CANCELS, TimeUnit.MILLISECONDS);
    } while (over == null);
    try {
      read(over);
    } catch (SQLException ended) {
      if (!PSQLState.QUERY_CANCELED.getState().equals(ended.getSQLState())) {
        throw ended;
      }
    }
  }

  private static Finish read(Future<Finish> finish) throws SQLException, InterruptedException {
    try {
      return finish.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException("the race failed: " + failure.getCause(), failure);
    }
  }

  @Override
  public void close() throws SQLException {
    lanes.shutdownNow();
    for (NormalisedSession session : sessions) {
      session.cancel();
      session.close();
    }
  }
}
