package tatami.query.mirror;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import tatami.query.engine.Engine;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.cube.CubeSlab;
import tatami.query.mirror.cube.PriceCube;
import tatami.query.mirror.load.LoadListener;
import tatami.query.mirror.load.MirrorLoader;
import tatami.query.release.OpenRelease;
import tatami.query.stay.ReleaseTerms;
import tatami.searchtable.description.CubeShapes;
import tatami.searchtable.description.ReleaseDescription;

/** A release in memory. Thread-safe: searches share everything. */
public final class Mirror {

  private final OpenRelease release;
  private final MirrorColumns columns;
  private final OfferIndex index;
  private volatile PriceCube cube;

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
    ReleaseTerms terms = SearchPlan.terms(release);
    if (cube != null) {
      cube.turnTo(terms, now);
      return;
    }
    CubeShapes shapes = description.stay().cube();
    cube =
        PriceCube.fill(
            columns.ofOffers(),
            index.stays(),
            description.horizon().nights(),
            shapes.adults(),
            shapes.nights(),
            mostBytes,
            terms,
            now);
  }

  /** Finds what properties cost; null where the cube does not hold it. */
  CubeSlab slab(SearchPlan plan, int checkIn, int nights) {
    PriceCube held = cube;
    return held == null
        ? null
        : held.find(plan.terms(), plan.request().stay().guests(), checkIn, nights);
  }

  MirrorColumns columns() {
    return columns;
  }

  /** Returns what is made of the offers; null where the catalog has none. */
  OfferIndex index() {
    return index;
  }
}
