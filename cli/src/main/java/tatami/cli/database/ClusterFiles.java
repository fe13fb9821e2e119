package tatami.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tatami.cli.home.TatamiHome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a home's cluster.
 *
 * <pre>
 *   TATAMI_HOME/postgres.json     where it listens and how to log in (mode 0600)
 *   TATAMI_HOME/postgres.log      what the server says
 *   TATAMI_HOME/data              the cluster; there only when it was completed
 *   TATAMI_HOME/data/tatami.secret, tatami.conf   its password, and our settings
 * </pre>
 */
final class ClusterFiles {

  static final String DATABASE = "tatami";
  static final String USER = "tatami";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TatamiHome home;

  ClusterFiles(TatamiHome home) {
    this.home = home;
  }

  /** The text of {@code postgres.json}. */
  record ClusterNote(
      int port, String user, String password, String database, String url, String version) {

    DatabaseAddress address() {
      return new DatabaseAddress(
          DatabaseAddress.JDBC_PREFIX + "127.0.0.1:" + port + "/" + database,
          Map.of("user", user, "password", password, "sslmode", "disable"),
          "embedded");
    }

    ClusterNote withPort(int newPort) {
      return of(newPort, password, version);
    }

    static ClusterNote of(int port, String password, String version) {
      String url = "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + DATABASE;
      return new ClusterNote(port, USER, password, DATABASE, url, version);
    }
  }

  /** What a server writes into its data folder while it runs. */
  record ProcessNote(long process, int port) {}

  Path data() {
    return home.path("data");
  }

  Path log() {
    return home.path("postgres.log");
  }

  Path secret() {
    return data().resolve("tatami.secret");
  }

  Path settings() {
    return data().resolve("tatami.conf");
  }

  Path processFile() {
    return data().resolve("postmaster.pid");
  }

  Path note() {
    return home.path("postgres.json");
  }

  /** Finds the process that the data folder says serves it, dead or alive. */
  Optional<ProcessNote> findProcess() {
    try {
      List<String> lines = Files.readAllLines(processFile());
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new ProcessNote(
                  Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (IOException | NumberFormatException absentOrHalfWritten) {
      return Optional.empty();
    }
  }

  /** Finds how to log in; a missing or damaged note is made up from the data folder. */
  Optional<ClusterNote> findNote(String version) {
    try {
      return Optional.of(JSON.readValue(Files.readString(note()), ClusterNote.class));
    } catch (IOException | JacksonException absentOrDamaged) {
      return findPassword().map(password -> ClusterNote.of(0, password, version));
    }
  }

  Optional<String> findPassword() {
    try {
      return Optional.of(Files.readString(secret()).strip());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  void write(ClusterNote note) throws IOException {
    writePrivately(note(), JSON.writeValueAsString(note) + "\n");
  }

  /** Writes a file that only its owner may read, in one step for whoever reads it. */
  static void writePrivately(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, text);
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
