package tatami.cli.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A PostgreSQL that answered and is new enough, with a small pool of connections to it.
 *
 * <p>Connections are made when they are asked for. Thread-safe; whoever opened it closes it, which
 * does not stop an embedded cluster.
 */
public final class Database implements AutoCloseable {

  /** The oldest PostgreSQL that we promise to work on. */
  public static final int OLDEST_MAJOR_VERSION = 17;

  private static final int CONNECT_SECONDS = 5;
  private static final int POOL_SIZE = 10;

  private final DatabaseAddress address;
  private final HikariDataSource pool;

  private Database(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
  }

  /**
   * Finds the address that flag or environment name; empty where neither does, so that the embedded
   * cluster is meant.
   *
   * @param flag value of {@code --db}, or null
   * @throws DatabaseUrlException if what was given cannot be understood
   */
  public static Optional<DatabaseAddress> findAddress(
      String flag, Map<String, String> environment) {
    return new AddressFinder(environment).find(flag);
  }

  /**
   * Connects once to see that the server is there and new enough, and opens a pool.
   *
   * @throws DatabaseUnusableException if it is not
   */
  public static Database open(DatabaseAddress address) {
    probe(address);
    return openProbed(address);
  }

  /** Opens a pool on a server that has just answered, such as the embedded one. */
  public static Database openProbed(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setDataSourceProperties(driverProperties(address));
    config.setPoolName("tatami");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
    config.setInitializationFailTimeout(-1);
    return new Database(address, new HikariDataSource(config));
  }

  /**
   * Connects once and reads the server's version.
   *
   * @return such as {@code 18.6}
   * @throws DatabaseUnusableException if it is not there or too old
   */
  public static String probe(DatabaseAddress address) {
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), driverProperties(address))) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR_VERSION) {
        throw new DatabaseUnusableException(tooOld(address, version));
      }
      return version;
    } catch (SQLException failure) {
      throw new DatabaseUnusableException(unreachable(address, failure), failure);
    }
  }

  /** Returns the pool. */
  public DataSource dataSource() {
    return pool;
  }

  /** Returns where it is. */
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Properties driverProperties(DatabaseAddress address) {
    Properties properties = address.driverProperties();
    properties.putIfAbsent("connectTimeout", Integer.toString(CONNECT_SECONDS));
    properties.putIfAbsent("ApplicationName", "tatami");
    properties.putIfAbsent("tcpKeepAlive", "true");
    return properties;
  }

  private static String tooOld(DatabaseAddress address, String version) {
    return "PostgreSQL at "
        + address
        + " is too old: version="
        + version
        + ", needed="
        + OLDEST_MAJOR_VERSION
        + " or newer; name a newer one with --db, or leave --db, DATABASE_URL and PG* away for the"
        + " embedded one";
  }

  private static String unreachable(DatabaseAddress address, SQLException failure) {
    return "the database at "
        + address
        + " cannot be used: "
        + ServerMessage.of(failure)
        + "; see that PostgreSQL runs there and lets you in, then try `./tatami check`, or leave"
        + " --db, DATABASE_URL and PG* away for the embedded one";
  }
}
