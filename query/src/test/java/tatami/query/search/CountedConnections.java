package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of which somebody counts how often it is asked for a connection. */
final class CountedConnections extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private final transient AtomicInteger taken = new AtomicInteger();

  CountedConnections(DataSource database) throws SQLException {
    PGSimpleDataSource real = database.unwrap(PGSimpleDataSource.class);
    setURL(real.getURL());
    setUser(real.getUser());
  }

  /** Returns how many were taken since the last time this was asked. */
  int taken() {
    return taken.getAndSet(0);
  }

  @Override
  public Connection getConnection() throws SQLException {
    taken.incrementAndGet();
    return super.getConnection();
  }
}
