package tatami.query.search;

import java.sql.SQLException;
import java.util.List;
import tatami.query.engine.Engine;
import tatami.query.master.MasterSource;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;

/** What one request sees: releases that may be read, with an engine and master rows of each. */
interface ReadView {

  /** Lists the releases of the catalog that this view has, exactly one of them live. */
  List<ReleasePointer> releases() throws SQLException;

  /** Opens one of them. */
  OpenRelease open(ReleasePointer pointer) throws SQLException;

  /** Returns what searches a release. */
  Engine engine(OpenRelease release);

  /** Returns the master rows of a release. */
  MasterSource masters(OpenRelease release);
}
