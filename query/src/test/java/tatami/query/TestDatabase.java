package tatami.query;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A PostgreSQL for tests, started once a test run; each database in it is made anew. */
public final class TestDatabase {

  private static EmbeddedPostgres server;

  private TestDatabase() {}

  /** Makes an empty database. */
  public static synchronized DataSource create(String name) {
    try {
      if (server == null) {
        server = EmbeddedPostgres.builder().start();
      }
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        connection.createStatement().execute("CREATE DATABASE " + name);
      }
      return server.getDatabase("postgres", name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot create the database " + name, failure);
    }
  }
}
