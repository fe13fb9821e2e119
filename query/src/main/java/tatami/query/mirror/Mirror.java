package tatami.query.mirror;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import tatami.query.engine.Engine;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.cube.CubeSlab;
import tatami.query.mirror.cube.PriceCube;
import tatami.query.mirror.load.LoadListener;
import tatami.query.mirror.load.MirrorLoader;
import tatami.query.mirror.patch.Change;
import tatami.query.release.OpenRelease;
import tatami.query.request.Guests;
import tatami.query.stay.StayTerms;
import tatami.searchtable.description.ReleaseDescription;

/** A release in memory. Thread-safe: searches share everything. */
public final class Mirror {

  /** So long searches wait for changes; the last one may take a little longer. */
  private static final long MOST_NANOSECONDS = 300_000;

  private final OpenRelease release;
  private final MirrorColumns columns;
  private final OfferIndex index;
  private final StampedLock lock = new StampedLock();

  /** Slabs of the cube are filled by several threads, but not while changes are made. */
  private final ReadWriteLock filling = new ReentrantReadWriteLock();

  private volatile PriceCube cube;

  /** Number of the last change that was made; read and written with a stamp. */
  private long position;

  private MirrorPatch patch;

  private Mirror(OpenRelease release, MirrorColumns columns) {
    this.release = release;
    this.columns = columns;
    index = OfferIndex.of(release.description(), columns);
  }

  /**
   * Copies a release into memory.
   *
   * @param connection inside a transaction that sees one state
   * @throws DamagedReleaseException if the release is not what its build wrote
   */
  public static Mirror load(Connection connection, OpenRelease release, LoadListener listener)
      throws SQLException {
    return new Mirror(release, new MirrorLoader(connection, release, listener).load());
  }

  /** Returns the release that it is a copy of. */
  public OpenRelease release() {
    return release;
  }

  /** Returns an engine for one request. */
  public Engine engine() {
    return new MirrorEngine(this);
  }

  /** Returns about how many bytes of the heap it takes. */
  public long bytes() {
    return columns.bytes()
        + (index == null ? 0 : index.bytes())
        + (cube == null ? 0 : cube.bytes());
  }

  /**
   * Fills the cube of the parties that the catalog declares, or turns it to another instant.
   * Searches are answered meanwhile.
   *
   * @param now the instant for which it holds, as long as the clock changes no offer
   * @param mostBytes heap that it may take
   */
  public void turnTo(Instant now, long mostBytes) throws SQLException {
    ReleaseDescription description = release.description();
    if (description.stay() == null || description.stay().cube() == null) {
      return;
    }
    cube(mostBytes).turnTo(SearchPlan.terms(release), now);
  }

  /** Whoever makes changes knows the cube, or it is filled after they were made. */
  private synchronized PriceCube cube(long mostBytes) {
    if (cube == null) {
      ReleaseDescription description = release.description();
      cube =
          PriceCube.of(
              columns.ofOffers(),
              index.stays(),
              description.horizon().nights(),
              description.stay().cube(),
              mostBytes,
              filling);
    }
    return cube;
  }

  /** Finds what properties cost; null where the cube does not hold it. */
  CubeSlab slab(SearchPlan plan, int checkIn, int nights) {
    return slab(plan.terms(), plan.request().stay().guests(), checkIn, nights);
  }

  /** Finds the same of a party. */
  CubeSlab slab(StayTerms terms, Guests guests, int checkIn, int nights) {
    PriceCube held = cube;
    return held == null ? null : held.find(terms, guests, checkIn, nights);
  }

  /**
   * Makes changes, in their order. Searches see each of them whole or not at all, and wait for less
   * than a millisecond at a time. One thread at a time.
   *
   * @param lastPosition number of the last of the changes; those before it have the numbers before
   * @throws IllegalArgumentException for a change that does not fit; then none was made
   */
  public synchronized void apply(List<Change> changes, long lastPosition) throws SQLException {
    if (patch == null) {
      patch = MirrorPatch.of(this);
    }
    changes.forEach(patch::check);
    long first = lastPosition - changes.size();
    int made = 0;
    boolean isWhole = false;
    while (!isWhole) {
      filling.writeLock().lock();
      long stamp = lock.writeLock();
      try {
        long end = System.nanoTime() + MOST_NANOSECONDS;
        while (made < changes.size() && System.nanoTime() < end) {
          patch.apply(changes.get(made), cube);
          made++;
          position = first + made;
        }
        isWhole = made == changes.size() && (cube == null || cube.resume(end));
      } finally {
        lock.unlockWrite(stamp);
        filling.writeLock().unlock();
      }
    }
  }

  /** Runs work that sees one position. */
  <T> T reading(Engine.Work<T> work) throws SQLException {
    long stamp = lock.readLock();
    try {
      return work.run();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Returns the number of the last change; inside {@link #reading} alone. */
  long position() {
    return position;
  }

  MirrorColumns columns() {
    return columns;
  }

  /** Returns what is made of the offers; null where the catalog has none. */
  OfferIndex index() {
    return index;
  }
}
