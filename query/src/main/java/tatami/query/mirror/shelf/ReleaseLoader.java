package tatami.query.mirror.shelf;

import java.sql.SQLException;
import java.util.List;
import tatami.query.release.ReleasePointer;

/**
 * Finds releases and loads them.
 *
 * <p>A release that is retired meanwhile shows as an {@link SQLException} with the state of a
 * missing table or schema.
 */
interface ReleaseLoader {

  /** Lists the live release of each catalog that has one. */
  List<ReleasePointer> listLive() throws SQLException;

  /**
   * Looks at a release without loading it.
   *
   * @throws tatami.query.problem.ProblemException if it has a format that nobody here reads
   * @throws tatami.query.mirror.copy.DamagedReleaseException if it has no manifest
   */
  LoadPlan plan(ReleasePointer pointer) throws SQLException;

  /**
   * Loads a release and warms it, and tells how far it is.
   *
   * @throws tatami.query.mirror.copy.DamagedReleaseException if it is not what its manifest says
   */
  LoadedRelease load(LoadPlan plan, ShelfListener listener) throws SQLException;
}
