package tatami.cli.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import tatami.cli.database.PostgresPrograms.Outcome;
import tatami.cli.home.TatamiHome;

/**
 * Makes the data folder of a new cluster, and refuses one that is not ours to run.
 *
 * <p>The folder appears under its name in one step, complete with its password. Text is UTF-8 and
 * sorts by code point on every platform ({@code builtin} provider, {@code C.UTF-8}).
 */
final class ClusterSetup {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final TatamiHome home;
  private final ClusterFiles files;
  private final PostgresBinaries binaries;

  ClusterSetup(TatamiHome home, ClusterFiles files, PostgresBinaries binaries) {
    this.home = home;
    this.files = files;
    this.binaries = binaries;
  }

  /** Tells whether there are data to run; an empty folder counts as none. */
  boolean isNeeded() throws IOException {
    if (!Files.exists(files.data())) {
      return true;
    }
    if (!Files.isDirectory(files.data())) {
      throw new DatabaseUnusableException(
          files.data()
              + " is a file, not a data folder; move it away or choose another TATAMI_HOME");
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(files.data())) {
      return !children.iterator().hasNext();
    }
  }

  /** Refuses data of another PostgreSQL, or of none. */
  void checkData() throws IOException {
    String version;
    try {
      version = Files.readString(files.data().resolve("PG_VERSION")).strip();
    } catch (NoSuchFileException noVersion) {
      throw new DatabaseUnusableException(
          files.data()
              + " holds no PostgreSQL data (PG_VERSION is missing); move it away or choose another"
              + " TATAMI_HOME");
    }
    if (!version.equals(binaries.majorVersion())) {
      throw new DatabaseUnusableException(
          files.data()
              + " was made by another PostgreSQL: version="
              + version
              + ", needed="
              + binaries.majorVersion()
              + "; choose another TATAMI_HOME, or move the folder away and rebuild");
    }
    if (files.findPassword().isEmpty()) {
      throw new DatabaseUnusableException(
          files.data()
              + " was not made by tatami ("
              + files.secret().getFileName()
              + " is missing); choose another TATAMI_HOME, or name that database with --db");
    }
  }

  /** Makes the data folder. */
  void initialise(PostgresPrograms programs, ServerAccount account) throws IOException {
    Path unfinished = home.path("data.unfinished");
    PostgresBinaries.deleteTree(unfinished);
    Files.createDirectory(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(unfinished);
    Path secret = home.path("data.secret");
    ClusterFiles.writePrivately(secret, newPassword() + "\n");
    account.own(secret);
    runInitdb(programs, account, unfinished, secret);
    Files.move(secret, unfinished.resolve(files.secret().getFileName()));
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "\ninclude '" + files.settings().getFileName() + "'\n",
        StandardOpenOption.APPEND);
    Files.deleteIfExists(files.data());
    Files.move(unfinished, files.data());
  }

  /**
   * Not every system has the type of characters of C.UTF-8, which word search likes; C is
   * everywhere.
   */
  private void runInitdb(PostgresPrograms programs, ServerAccount account, Path folder, Path secret)
      throws IOException {
    Outcome outcome = programs.run(initdb(folder, secret, "C.UTF-8"), LIMIT);
    if (outcome.exitCode() != 0) {
      outcome = programs.run(initdb(folder, secret, "C"), LIMIT);
    }
    if (outcome.exitCode() != 0) {
      throw new DatabaseUnusableException(
          "initdb could not make "
              + folder
              + ": "
              + lastLine(outcome.output())
              + (account.owner() < 0
                  ? ""
                  : "; it runs as user number "
                      + account.owner()
                      + " because root may not, so choose a TATAMI_HOME that this user can reach"));
    }
  }

  private List<String> initdb(Path folder, Path secret, String characterType) {
    return List.of(
        binaries.program("initdb").toString(),
        "--pgdata=" + folder,
        "--username=" + ClusterFiles.USER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--lc-ctype=" + characterType,
        "--no-instructions");
  }

  private static String lastLine(String output) {
    return output
        .lines()
        .filter(line -> line.contains("error") || line.contains("FATAL"))
        .findFirst()
        .orElse(output.lines().reduce("no reason given", (before, line) -> line));
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
