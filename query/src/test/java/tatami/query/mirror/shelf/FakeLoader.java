package tatami.query.mirror.shelf;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tatami.query.engine.Engine;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.TestReleases;

/** Loads releases that are numbers with a size. What goes wrong is said beforehand. */
final class FakeLoader implements ReleaseLoader {

  private final Map<String, ReleasePointer> live = new LinkedHashMap<>();
  private final Map<Integer, Throwable> failures = new LinkedHashMap<>();
  private final List<Instant> instants = new CopyOnWriteArrayList<>();
  private final List<Integer> loads = new ArrayList<>();
  private final Map<OpenRelease, Integer> numbers = new IdentityHashMap<>();
  private SQLException away;
  private int tooLow;
  private Runnable whileLoading = () -> {};

  /** Makes a release live. */
  synchronized void publish(String catalog, int number) {
    live.put(catalog, new ReleasePointer(catalog, number, true, Instant.EPOCH));
  }

  synchronized void withdraw(String catalog) {
    live.remove(catalog);
  }

  synchronized void failOn(int number, Throwable failure) {
    failures.put(number, failure);
  }

  /** Makes estimates lower than what releases will take. */
  synchronized void estimateTooLow(int bytes) {
    tooLow = bytes;
  }

  synchronized void goAway(SQLException reason) {
    away = reason;
  }

  void whileLoading(Runnable action) {
    whileLoading = action;
  }

  /** Returns the instants that releases were brought to. */
  List<Instant> instants() {
    return List.copyOf(instants);
  }

  /** Returns the numbers of the releases whose load began. */
  synchronized List<Integer> loads() {
    return List.copyOf(loads);
  }

  /** Returns the number of a release that was planned here. */
  synchronized int number(OpenRelease release) {
    return numbers.get(release);
  }

  @Override
  public synchronized List<ReleasePointer> listLive() throws SQLException {
    if (away != null) {
      throw away;
    }
    return List.copyOf(live.values());
  }

  /** A release takes as many bytes as its number. */
  @Override
  public synchronized LoadPlan plan(ReleasePointer pointer) {
    OpenRelease release = TestReleases.shops();
    numbers.put(release, pointer.number());
    return new LoadPlan(pointer, release, null, pointer.number());
  }

  @Override
  public LoadedRelease load(LoadPlan plan, ShelfListener listener) throws SQLException {
    int number = plan.pointer().number();
    Throwable failure;
    synchronized (this) {
      loads.add(number);
      failure = failures.remove(number);
    }
    whileLoading.run();
    if (failure instanceof SQLException problem) {
      throw problem;
    } else if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException mistake) {
      throw mistake;
    }
    return new Loaded(plan.release(), number + tooLow, instants);
  }

  /** A release without tables. */
  private record Loaded(OpenRelease release, long bytes, List<Instant> instants)
      implements LoadedRelease {

    @Override
    public void turnTo(Instant now, long mostBytes) {
      instants.add(now);
    }

    @Override
    public Engine engine() {
      throw new UnsupportedOperationException("nobody searches here");
    }
  }
}
