package tatami.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the address that the user gave: flag, then {@code DATABASE_URL}, then {@code PG*}.
 *
 * <p>{@code DATABASE_URL_FILE} and {@code PGPASSWORD_FILE} name a file that holds the value. An
 * empty variable counts as not set.
 */
final class AddressFinder {

  private static final List<String> PLACE_VARIABLES =
      List.of("PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD");

  private final Map<String, String> environment;

  AddressFinder(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Finds the address; empty = none was given, so the embedded cluster it is.
   *
   * @param flag value of {@code --db}, or null
   * @throws DatabaseUrlException if what was given cannot be understood
   */
  Optional<DatabaseAddress> find(String flag) {
    if (flag != null) {
      return Optional.of(withPassword(PostgresUrl.parse(flag, "--db")));
    }
    Optional<String> url = value("DATABASE_URL");
    if (url.isPresent()) {
      return Optional.of(withPassword(PostgresUrl.parse(url.get(), "DATABASE_URL")));
    }
    boolean anySet = PLACE_VARIABLES.stream().anyMatch(name -> value(name).isPresent());
    return anySet ? Optional.of(fromVariables()) : Optional.empty();
  }

  private DatabaseAddress fromVariables() {
    String host = value("PGHOSTADDR").or(() -> value("PGHOST")).orElse("localhost");
    if (host.startsWith("/")) {
      throw new DatabaseUrlException(
          "PGHOST="
              + host
              + " is a folder of sockets, which the Java driver cannot use; set PGHOST=localhost");
    }
    int port = PostgresUrl.port(value("PGPORT").orElse("5432"), "PGPORT");
    String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    Map<String, String> properties = new TreeMap<>();
    value("PGUSER").ifPresent(user -> properties.put("user", user));
    value("PGSSLMODE").ifPresent(mode -> properties.put("sslmode", mode));
    value("PGSSLROOTCERT").ifPresent(file -> properties.put("sslrootcert", file));
    return withPassword(
        PostgresUrl.address(
            bracketed + ":" + port, value("PGDATABASE").orElse(""), properties, "PG*"));
  }

  private DatabaseAddress withPassword(DatabaseAddress address) {
    Optional<String> password = value("PGPASSWORD");
    if (password.isEmpty() || address.properties().containsKey("password")) {
      return address;
    }
    Map<String, String> properties = new TreeMap<>(address.properties());
    properties.put("password", password.get());
    return new DatabaseAddress(address.jdbcUrl(), properties, address.source());
  }

  private Optional<String> value(String name) {
    String value = environment.getOrDefault(name, "");
    if (!value.isEmpty()) {
      return Optional.of(value);
    }
    String file = environment.getOrDefault(name + "_FILE", "");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException failure) {
      throw new DatabaseUrlException(
          name + "_FILE=" + file + " cannot be read (" + failure.getClass().getSimpleName() + ")");
    }
  }
}
