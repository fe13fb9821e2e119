package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tatami.query.engine.Engine;
import tatami.query.master.ConnectedMasters;
import tatami.query.master.MasterSource;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.sql.SqlEngine;

/**
 * What one transaction sees of a catalog.
 *
 * @param connection inside a transaction that sees one state
 */
record TransactionView(ReleaseShelf shelf, Connection connection, String catalog)
    implements ReadView {

  @Override
  public List<ReleasePointer> releases() throws SQLException {
    return shelf.list(connection, catalog);
  }

  @Override
  public OpenRelease open(ReleasePointer pointer) throws SQLException {
    return shelf.open(connection, pointer);
  }

  @Override
  public Engine engine(OpenRelease release) {
    return new SqlEngine(connection, release);
  }

  @Override
  public MasterSource masters(OpenRelease release) {
    return new ConnectedMasters(connection, release.description());
  }
}
