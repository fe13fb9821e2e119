package tatami.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tatami.cli.database.ClusterFiles.ClusterNote;
import tatami.cli.database.ClusterFiles.ProcessNote;
import tatami.cli.database.ClusterProbe.Sight;
import tatami.cli.home.HomeLock;
import tatami.cli.home.TatamiHome;
import tatami.cli.process.RunningProcess;

/**
 * The PostgreSQL cluster of a home.
 *
 * <p>Whoever starts it leaves it running, detached from terminal and pipes. Starting and stopping
 * are done under the home's lock, so that simultaneous first commands end up with one cluster.
 * {@link #interrupt} may come from any thread, the rest from one at a time.
 */
public final class EmbeddedCluster {

  /** First start: unpacking and initdb on a slow disk; later: recovery after a crash. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of a stop: a start that hangs must not keep it from ending within ten seconds. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(2);

  private static final Duration FAST_STOP = Duration.ofMillis(2000);
  private static final Duration IMMEDIATE_STOP = Duration.ofMillis(1000);

  private final TatamiHome home;
  private final Consumer<String> progress;
  private final ClusterFiles files;
  private final ClusterProbe probe;
  private final PostgresBinaries binaries;
  private volatile PostgresPrograms programs;
  private volatile boolean interrupted;

  /**
   * Looks at the cluster of a home; starts nothing.
   *
   * @param progress gets a line for what takes long
   */
  public EmbeddedCluster(TatamiHome home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
    this.files = new ClusterFiles(home);
    this.probe = new ClusterProbe(files);
    this.binaries = new PostgresBinaries(home);
  }

  /**
   * A cluster that runs.
   *
   * @param address how to reach it
   * @param startedNow whether this call started it
   */
  public record StartedCluster(DatabaseAddress address, boolean startedNow) {}

  /** Finds the cluster if it runs and answers. */
  public Optional<DatabaseAddress> find() {
    Optional<ClusterNote> note = files.findNote(binaries.version());
    if (note.isEmpty() || probe.look(note.get()) != Sight.READY) {
      return Optional.empty();
    }
    return files.findProcess().map(process -> note.get().withPort(process.port()).address());
  }

  /**
   * Tells whether a start would make a new cluster; changes nothing.
   *
   * @throws DatabaseUnusableException if what is there could not be started
   */
  public boolean isToBeMade() {
    try {
      if (Files.exists(home.folder())) {
        home.create();
      }
      ClusterSetup setup = new ClusterSetup(home, files, binaries);
      if (setup.isNeeded()) {
        return true;
      }
      setup.checkData();
      return false;
    } catch (IOException failure) {
      throw new DatabaseUnusableException(failure.getMessage(), failure);
    }
  }

  /** Returns the version that is packed, such as {@code 18.6.0}. */
  public String packedVersion() {
    return binaries.version();
  }

  /**
   * Starts the cluster unless it runs; makes it first where there is none.
   *
   * @throws DatabaseUnusableException if that is not possible
   */
  public StartedCluster start() {
    Optional<DatabaseAddress> running = find();
    if (running.isPresent()) {
      return new StartedCluster(running.get(), false);
    }
    try {
      home.create();
      HomeLock lock = lock();
      try {
        return startLocked();
      } finally {
        lock.close();
      }
    } catch (IOException failure) {
      throw new DatabaseUnusableException(
          "the embedded database cannot be started: " + failure.getMessage(), failure);
    }
  }

  /** Unpacks the programs and starts nothing. */
  public void unpack() throws IOException {
    home.create();
    HomeLock lock = lock();
    try {
      binaries.unpack(progress);
    } finally {
      lock.close();
    }
  }

  private HomeLock lock() throws IOException {
    return HomeLock.acquire(home, PATIENCE)
        .orElseThrow(
            () ->
                new DatabaseUnusableException(
                    "another command has been starting or stopping the database of "
                        + home.folder()
                        + " for minutes; end it and try again"));
  }

  private StartedCluster startLocked() throws IOException {
    Optional<DatabaseAddress> running = awaitChange();
    if (running.isPresent()) {
      return new StartedCluster(running.get(), false);
    }
    refuseIfInterrupted();
    binaries.unpack(progress);
    ServerAccount account = ServerAccount.choose(files.data());
    PostgresPrograms current = new PostgresPrograms(account, home.folder());
    programs = current;
    refuseIfInterrupted();
    ClusterSetup setup = new ClusterSetup(home, files, binaries);
    if (setup.isNeeded()) {
      progress.accept("making a database in " + files.data());
      setup.initialise(current, account);
    }
    setup.checkData();
    ClusterNote note = new ServerStart(files, probe, binaries, account).start(current);
    createDatabase(note);
    countStatements(note);
    files.write(note);
    return new StartedCluster(note.address(), true);
  }

  private void refuseIfInterrupted() {
    if (interrupted) {
      throw new DatabaseUnusableException("interrupted while PostgreSQL was being started");
    }
  }

  /** Somebody else's start or stop, or a recovery, comes to its end first. */
  private Optional<DatabaseAddress> awaitChange() throws IOException {
    Optional<ClusterNote> note = files.findNote(binaries.version());
    if (note.isEmpty()) {
      return Optional.empty();
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (probe.look(note.get()) == Sight.CHANGING) {
      refuseIfInterrupted();
      if (System.nanoTime() > deadline) {
        throw new DatabaseUnusableException(
            "PostgreSQL of " + home.folder() + " lives but does not answer; see " + files.log());
      }
      ServerStart.pause(ServerStart.POLL);
    }
    Optional<DatabaseAddress> address = find();
    if (address.isPresent()) {
      files.write(note.get().withPort(files.findProcess().map(ProcessNote::port).orElse(0)));
    }
    return address;
  }

  private void createDatabase(ClusterNote note) {
    ClusterNote system =
        new ClusterNote(note.port(), note.user(), note.password(), "postgres", "", note.version());
    try (Connection connection = ClusterProbe.connect(system.address());
        Statement statement = connection.createStatement()) {
      boolean there =
          statement
              .executeQuery(
                  "SELECT 1 FROM pg_database WHERE datname = '" + ClusterFiles.DATABASE + "'")
              .next();
      if (!there) {
        statement.execute("CREATE DATABASE " + ClusterFiles.DATABASE);
      }
    } catch (SQLException failure) {
      throw new DatabaseUnusableException(
          "the embedded database started and cannot be used: " + ServerMessage.of(failure),
          failure);
    }
  }

  /** Statements are counted for {@code advise}; the views stand where they meet nobody's tables. */
  private void countStatements(ClusterNote note) {
    try (Connection connection = ClusterProbe.connect(note.address());
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE SCHEMA IF NOT EXISTS tatami_statistics;
          CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA tatami_statistics
          """);
    } catch (SQLException failure) {
      progress.accept("statements are not counted: " + ServerMessage.of(failure));
    }
  }

  /**
   * Ends the cluster: politely first, then at once. Waits for a start that is under way.
   *
   * @return whether it was running
   */
  public boolean stop() {
    if (!home.exists()) {
      return false;
    }
    try {
      Optional<HomeLock> lock = HomeLock.acquire(home, LOCK_PATIENCE);
      try {
        return end();
      } finally {
        if (lock.isPresent()) {
          lock.get().close();
        }
      }
    } catch (IOException failure) {
      throw new DatabaseUnusableException(
          "the database of " + home.folder() + " cannot be stopped: " + failure, failure);
    }
  }

  /**
   * Ends a start that is under way in another thread, and the cluster if it runs, within four
   * seconds. Nothing can be started afterwards.
   */
  public void interrupt() {
    interrupted = true;
    PostgresPrograms current = programs;
    if (current != null) {
      current.refuseMore();
      current.await(Duration.ofSeconds(1), () -> probe.findServer().isPresent());
    }
    end();
    if (current != null) {
      current.destroy();
    }
  }

  private boolean end() {
    Optional<RunningProcess> server = probe.findServer();
    if (server.isEmpty()) {
      return false;
    }
    server.get().signal("INT");
    if (!server.get().awaitEnd(FAST_STOP)) {
      server.get().signal("QUIT");
      if (!server.get().awaitEnd(IMMEDIATE_STOP)) {
        server.get().signal("KILL");
      }
    }
    return true;
  }
}
