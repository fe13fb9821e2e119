package tatami.benchmarks.stay;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Where the benchmark's PostgreSQL is.
 *
 * <p>A forked JVM is told by system properties. Its command line is for everybody to see, so user
 * and password go through a file that only the owner can read.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…}
 * @param properties everything else in the driver's words: {@code user}, {@code password} …
 */
public record StayDatabaseAddress(String jdbcUrl, Map<String, String> properties) {

  /** System property with the JDBC URL. */
  public static final String URL_PROPERTY = "tatami.benchmarkDatabase";

  /** System property with the path of a properties file for the driver; may be absent. */
  public static final String FILE_PROPERTY = "tatami.benchmarkDatabaseProperties";

  /** Copies the map. */
  public StayDatabaseAddress {
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    properties = Map.copyOf(properties);
  }

  /**
   * Returns what the system properties say.
   *
   * @throws IllegalStateException if they say nothing
   */
  static StayDatabaseAddress ofSystemProperties() {
    String url = System.getProperty(URL_PROPERTY);
    if (url == null) {
      throw new IllegalStateException(
          "no database to measure with: give the JVM -D"
              + URL_PROPERTY
              + "=jdbc:postgresql://host:5432/database?user=name, or use `./tatami bench`");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    String file = System.getProperty(FILE_PROPERTY);
    if (file != null) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(file))) {
        read.load(reader);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
    }
    return new StayDatabaseAddress(url, properties);
  }

  /** Writes the driver's properties into a file that is there already, with its permissions. */
  public void writeProperties(Path file) throws IOException {
    Properties written = new Properties();
    written.putAll(properties);
    try (Writer writer = Files.newBufferedWriter(file)) {
      written.store(writer, null);
    }
  }

  /** Connects; the caller closes. */
  Connection connect() throws SQLException {
    Properties all = new Properties();
    all.putAll(properties);
    all.putIfAbsent("ApplicationName", "tatami bench");
    return DriverManager.getConnection(jdbcUrl, all);
  }

  /** Tells no secret: neither the properties nor the parameters of the URL. */
  @Override
  public String toString() {
    return jdbcUrl.split("\\?", 2)[0];
  }
}
