package tatami.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import tatami.cli.database.ClusterFiles.ClusterNote;
import tatami.cli.database.ClusterFiles.ProcessNote;
import tatami.cli.process.RunningProcess;

/**
 * Sees whether a home's cluster runs, and is not fooled by files that a crash or a reboot left
 * behind. Changes nothing.
 *
 * <p>A process counts as the cluster's when it is a {@code postgres} that works in this data folder
 * (where that cannot be seen: was started on it); whoever lets us in with the cluster's password is
 * the cluster too.
 */
final class ClusterProbe {

  private static final String TOO_EARLY_OR_LATE = "57P03";
  private static final String CONNECTION_FAILED = "08";

  private final ClusterFiles files;

  ClusterProbe(ClusterFiles files) {
    this.files = files;
  }

  /** What is to be seen. */
  enum Sight {
    /** It answers. */
    READY,
    /** It lives, and does not answer yet, or no longer. */
    CHANGING,
    /** It does not run. */
    ABSENT
  }

  /** Looks. */
  Sight look(ClusterNote note) {
    Optional<ProcessNote> process = files.findProcess();
    if (process.isEmpty()) {
      return Sight.ABSENT;
    }
    ClusterNote reached = note.withPort(process.get().port());
    try {
      connect(reached.address()).close();
      return Sight.READY;
    } catch (SQLException failure) {
      return findServer().isEmpty() ? Sight.ABSENT : judge(failure);
    }
  }

  /** Finds the living server process of the data folder. */
  Optional<RunningProcess> findServer() {
    return files
        .findProcess()
        .flatMap(note -> RunningProcess.find(note.process()))
        .filter(this::isOurs);
  }

  private boolean isOurs(RunningProcess process) {
    String commandLine = process.commandLine();
    return commandLine.contains("postgres")
        && process
            .findWorkingFolder()
            .map(this::isData)
            .orElse(commandLine.contains(files.data().toString()));
  }

  private boolean isData(Path folder) {
    try {
      return Files.isSameFile(folder, files.data());
    } catch (IOException gone) {
      return false;
    }
  }

  private static Sight judge(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    boolean changing = state.equals(TOO_EARLY_OR_LATE) || state.startsWith(CONNECTION_FAILED);
    return changing ? Sight.CHANGING : Sight.READY;
  }

  /** Connects. */
  static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = address.driverProperties();
    properties.put("connectTimeout", "2");
    properties.put("ApplicationName", "tatami");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
