package tatami.cli.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGProperty;

/**
 * Reads the two ways to write an address: {@code jdbc:postgresql://host:port/database?…} and
 * libpq's {@code postgresql://user:password@host:port/database?…} (also {@code postgres://}).
 *
 * <p>Several hosts, parted by commas, and {@code [::1]} are passed on as they stand. Parts may be
 * percent-encoded. Parameters have the driver's names or libpq's.
 */
final class PostgresUrl {

  private static final String WANTED =
      "write postgresql://user@host:5432/database or jdbc:postgresql://host:5432/database?user=…";

  /** Parameters that libpq and the driver call by different names. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "target_session_attrs", "targetServerType",
          "keepalives", "tcpKeepAlive",
          "service", "service");

  private PostgresUrl() {}

  /**
   * Parses an address.
   *
   * @param source what the text was given as, for messages
   * @throws DatabaseUrlException without the text, which may hold a password
   */
  static DatabaseAddress parse(String text, String source) {
    String rest = withoutScheme(text.strip(), source);
    Map<String, String> properties = new TreeMap<>();
    int question = rest.indexOf('?');
    if (question >= 0) {
      readParameters(rest.substring(question + 1), properties, source);
      rest = rest.substring(0, question);
    }
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String database = slash < 0 ? "" : decode(rest.substring(slash + 1), source);
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      readLogin(authority.substring(0, at), properties, source);
      authority = authority.substring(at + 1);
    }
    return address(hosts(authority, source), database, properties, source);
  }

  /**
   * Puts an address together.
   *
   * @param hosts as in a URL: {@code host:port}, several parted by commas
   * @param database empty = named like the user, as libpq has it
   */
  static DatabaseAddress address(
      String hosts, String database, Map<String, String> properties, String source) {
    Map<String, String> complete = new TreeMap<>(properties);
    complete.putIfAbsent("user", System.getProperty("user.name"));
    String name = database.isEmpty() ? complete.get("user") : database;
    return new DatabaseAddress(
        DatabaseAddress.JDBC_PREFIX + hosts + "/" + encode(name), complete, source);
  }

  private static String withoutScheme(String text, String source) {
    for (String scheme : new String[] {"jdbc:postgresql://", "postgresql://", "postgres://"}) {
      if (text.startsWith(scheme)) {
        return text.substring(scheme.length());
      }
    }
    throw new DatabaseUrlException(source + " is not an address of PostgreSQL; " + WANTED);
  }

  private static String hosts(String authority, String source) {
    if (authority.isEmpty()) {
      return "localhost:5432";
    }
    StringBuilder hosts = new StringBuilder();
    for (String host : authority.split(",", -1)) {
      hosts.append(hosts.isEmpty() ? "" : ",").append(hostAndPort(host, source));
    }
    return hosts.toString();
  }

  private static String hostAndPort(String text, String source) {
    int colon = text.indexOf(':', text.startsWith("[") ? text.indexOf(']') + 1 : 0);
    String host = decode(colon < 0 ? text : text.substring(0, colon), source);
    if (host.isEmpty() || host.contains("/")) {
      throw new DatabaseUrlException(
          source + " names no host that can be reached over TCP (host=" + host + "); " + WANTED);
    }
    return host + ":" + port(colon < 0 ? "5432" : text.substring(colon + 1), source);
  }

  /** Checks a port. */
  static int port(String text, String source) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw new DatabaseUrlException(
        source + " has a port that is no number from 1 to 65535; " + WANTED);
  }

  private static void readLogin(String login, Map<String, String> properties, String source) {
    int colon = login.indexOf(':');
    properties.put("user", decode(colon < 0 ? login : login.substring(0, colon), source));
    if (colon >= 0) {
      properties.put("password", decode(login.substring(colon + 1), source));
    }
  }

  private static void readParameters(String query, Map<String, String> properties, String source) {
    for (String pair : query.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String given = decode(equals < 0 ? pair : pair.substring(0, equals), source);
      String name = DRIVER_NAMES.getOrDefault(given, given);
      if (PGProperty.forName(name) == null) {
        throw new DatabaseUrlException(
            source + " has a parameter that the driver does not know: parameter=" + given);
      }
      properties.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1), source));
    }
  }

  private static String decode(String text, String source) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      throw new DatabaseUrlException(
          source + " has a % that is not followed by two hexadecimal digits; write %25 for %");
    }
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
