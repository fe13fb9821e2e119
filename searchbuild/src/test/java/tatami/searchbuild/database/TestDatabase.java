package tatami.searchbuild.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of a JVM, started by the first that needs it. */
public final class TestDatabase {

  private static final AtomicInteger CREATED = new AtomicInteger();

  private TestDatabase() {}

  /** Started once, and ended with the JVM. */
  private static final class Cluster {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C")
            .setServerConfig("fsync", "off")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the database that all tests share; a test leaves nothing behind in it. */
  public static DataSource shared() {
    return Cluster.POSTGRES.getPostgresDatabase();
  }

  /** Creates an empty database. */
  public static DataSource create() {
    String name = "test_" + CREATED.incrementAndGet();
    try (Connection connection = shared().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE \"" + name + '"');
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create database " + name, e);
    }
    return Cluster.POSTGRES.getDatabase("postgres", name);
  }
}
