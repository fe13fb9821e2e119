package tatami.cli.database;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Where a PostgreSQL database is and how to log in.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}: no user, no secret, no parameter
 * @param properties everything else in the driver's words: {@code user}, {@code password}, {@code
 *     sslmode} …
 * @param source who said so, for messages: {@code --db}, {@code DATABASE_URL}, {@code PG*} or
 *     {@code embedded}
 */
public record DatabaseAddress(String jdbcUrl, Map<String, String> properties, String source) {

  static final String JDBC_PREFIX = "jdbc:postgresql://";

  /** Copies the map. */
  public DatabaseAddress {
    Objects.requireNonNull(source, "source");
    if (!jdbcUrl.startsWith(JDBC_PREFIX)) {
      throw new IllegalArgumentException("not an address of PostgreSQL: source=" + source);
    }
    properties = Map.copyOf(properties);
  }

  /** Returns {@code host:port/database}, which may be shown to anybody. */
  public String place() {
    return jdbcUrl.substring(JDBC_PREFIX.length());
  }

  /** Returns the driver's properties. */
  public Properties driverProperties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /** Returns the place and its source, and no secret. */
  @Override
  public String toString() {
    return place() + " (" + source + ")";
  }
}
