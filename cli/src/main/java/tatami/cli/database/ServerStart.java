package tatami.cli.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tatami.cli.database.ClusterFiles.ClusterNote;
import tatami.cli.database.PostgresPrograms.Outcome;

/**
 * Starts the server on an existing data folder: on last time's port if it is free, else on another.
 */
final class ServerStart {

  static final Duration POLL = Duration.ofMillis(250);

  private static final int TRIES = 8;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final ClusterFiles files;
  private final ClusterProbe probe;
  private final PostgresBinaries binaries;
  private final ServerAccount account;

  ServerStart(
      ClusterFiles files, ClusterProbe probe, PostgresBinaries binaries, ServerAccount account) {
    this.files = files;
    this.probe = probe;
    this.binaries = binaries;
    this.account = account;
  }

  /** Starts it, and returns how to reach it once it answers. */
  ClusterNote start(PostgresPrograms programs) throws IOException {
    String password = files.findPassword().orElseThrow();
    int wanted = files.findNote(binaries.version()).map(ClusterNote::port).orElse(0);
    dropStaleProcessFile();
    prepareLog();
    for (int attempt = 1; ; attempt++) {
      int port = freePort(attempt == 1 ? wanted : 0);
      Files.writeString(files.settings(), ClusterSettings.text(port));
      account.own(files.settings());
      long before = Files.size(files.log());
      Outcome outcome = programs.run(command(), LIMIT);
      if (outcome.exitCode() == 0) {
        return ClusterNote.of(port, password, binaries.version());
      }
      String said = logSince(before);
      if (attempt == TRIES || !mayWorkNextTime(said)) {
        throw new DatabaseUnusableException(
            "PostgreSQL of "
                + files.data()
                + " does not start: "
                + reason(said, outcome)
                + "; see "
                + files.log());
      }
      pause(POLL);
    }
  }

  private List<String> command() {
    return List.of(
        binaries.program("pg_ctl").toString(),
        "start",
        "--pgdata=" + files.data(),
        "--log=" + files.log(),
        "--wait",
        "--timeout=" + LIMIT.toSeconds(),
        "--silent");
  }

  /**
   * After a reboot the number in the file may be some other program's, and PostgreSQL would refuse
   * to start. Its shared memory guards the folder a second time.
   */
  private void dropStaleProcessFile() throws IOException {
    if (probe.findServer().isEmpty()) {
      Files.deleteIfExists(files.processFile());
    }
  }

  private void prepareLog() throws IOException {
    if (!Files.exists(files.log())) {
      Files.createFile(files.log());
    }
    account.own(files.log());
  }

  private String logSince(long position) throws IOException {
    try (FileChannel log = FileChannel.open(files.log(), StandardOpenOption.READ)) {
      ByteBuffer text = ByteBuffer.allocate((int) Math.min(100_000, log.size() - position));
      log.read(text, position);
      return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }
  }

  private static boolean mayWorkNextTime(String said) {
    return said.contains("Address already in use")
        || said.contains("could not create any TCP/IP sockets")
        || said.contains("pre-existing shared memory block");
  }

  private static String reason(String said, Outcome outcome) {
    return said.lines()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .map(line -> line.replaceFirst("^.*(FATAL|PANIC): *", ""))
        .findFirst()
        .orElse(outcome.output().lines().findFirst().orElse("no reason given"));
  }

  private static int freePort(int wanted) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket socket = new ServerSocket(wanted, 1, loopback)) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wanted == 0) {
        throw taken;
      }
      return freePort(0);
    }
  }

  static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnusableException("interrupted while PostgreSQL was being started");
    }
  }
}
