package tatami.benchmarks.scratch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.query.rehearsal.PlanRehearsal;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.job.Phase;
import tatami.searchbuild.job.RebuildJob;
import tatami.searchbuild.job.RebuildRequest;
import tatami.searchbuild.job.RebuildSummary;

/**
 * A database of a comparison's own: a rebuild registers itself in the database where it runs, and
 * nobody wants that in the one that is searched. Made when opened, dropped when closed.
 */
public final class ScratchDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 6;

  private final StayDatabaseAddress server;
  private final String name;
  private final HikariDataSource pool;

  private ScratchDatabase(StayDatabaseAddress server, String name, HikariDataSource pool) {
    this.server = server;
    this.name = name;
    this.pool = pool;
  }

  /** Reads one row. */
  public interface RowReader<T> {
    /** Reads the row on which the cursor stands. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Makes the database on a server; one of that name that was left behind is dropped.
   *
   * @param name a lower case word
   * @throws SQLException if the user may not create databases, among others
   */
  public static ScratchDatabase open(StayDatabaseAddress server, String name) throws SQLException {
    onServer(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    onServer(server, "CREATE DATABASE " + name + " TEMPLATE template0");
    String[] parts = server.jdbcUrl().split("\\?", 2);
    String url = parts[0].substring(0, parts[0].lastIndexOf('/') + 1) + name;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(parts.length == 1 ? url : url + "?" + parts[1]);
    config.setDataSourceProperties(properties(server));
    config.setMaximumPoolSize(CONNECTIONS);
    return new ScratchDatabase(server, name, new HikariDataSource(config));
  }

  private static void onServer(StayDatabaseAddress server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), properties(server));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Properties properties(StayDatabaseAddress server) {
    Properties properties = new Properties();
    properties.putAll(server.properties());
    return properties;
  }

  /** Rebuilds a catalog from its feeds; afterwards its release is live. */
  public RebuildSummary rebuild(Catalog catalog, Path feeds, Instant now) {
    return new RebuildJob(pool, PlanRehearsal::rehearse)
        .run(new RebuildRequest(catalog, feeds, now, EnumSet.allOf(Phase.class)), line -> {});
  }

  /** Returns the pool; it is closed with the database. */
  public DataSource dataSource() {
    return pool;
  }

  /** Runs one statement, or several in one transaction. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Lists what a statement finds, in its order. */
  public <T> List<T> list(String sql, List<Object> parameters, RowReader<T> reader)
      throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.size(); index++) {
        statement.setObject(index + 1, parameters.get(index));
      }
      List<T> list = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          list.add(reader.read(rows));
        }
      }
      return list;
    }
  }

  /** Quotes an identifier. */
  public static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** Quotes identifiers and joins them by commas, an alias with its dot before each. */
  public static String quoted(String alias, Iterable<String> identifiers) {
    List<String> parts = new ArrayList<>();
    identifiers.forEach(identifier -> parts.add(alias + quoted(identifier)));
    return String.join(", ", parts);
  }

  @Override
  public void close() throws SQLException {
    pool.close();
    onServer(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }
}
