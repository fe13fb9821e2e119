package tatami.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tatami.cli.Tatami;
import tatami.cli.TestHome;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line, run in this process on a database of its own. */
final class Commands {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String database;
  private final Map<String, String> environment;

  private Commands(String database, Map<String, String> environment) {
    this.database = database;
    this.environment = environment;
  }

  /** Makes an empty database for commands to work on. */
  static Commands onAnEmptyDatabase() {
    TestHome home = TestHome.shared();
    return new Commands(home.createDatabase(), home.environment());
  }

  /** Returns the same commands on another database. */
  Commands on(String otherDatabase) {
    return new Commands(otherDatabase, environment);
  }

  /** Connects to the database, past all commands. */
  Connection connect() throws SQLException {
    DatabaseAddress address = Database.findAddress(database, Map.of()).orElseThrow();
    return DriverManager.getConnection(address.jdbcUrl(), address.driverProperties());
  }

  /** Runs a command; {@code --db} is added. */
  Outcome run(String input, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--db", database));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Tatami.run(
            all,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command that reads nothing. */
  Outcome run(String... arguments) {
    return run("", List.of(arguments));
  }

  /** Runs a command that must succeed and returns its document. */
  JsonNode document(String... arguments) {
    Outcome outcome = run(arguments);
    outcome.assertExit(0);
    return MAPPER.readTree(outcome.out());
  }

  /**
   * What a command left.
   *
   * @param out all of its stdout
   * @param err all of its stderr
   */
  record Outcome(int exitCode, String out, String err) {

    /** Fails, with what the command said, unless it ended so. */
    void assertExit(int expected) {
      if (exitCode != expected) {
        throw new AssertionError(
            "exit code: expected=" + expected + " was=" + exitCode + "\n" + out + "\n" + err);
      }
    }

    /** Returns the lines of stdout. */
    List<String> lines() {
      return out.lines().toList();
    }
  }
}
