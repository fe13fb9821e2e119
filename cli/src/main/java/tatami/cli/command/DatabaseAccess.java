package tatami.cli.command;

import java.util.Optional;
import javax.sql.DataSource;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;
import tatami.cli.database.EmbeddedCluster;
import tatami.cli.database.EmbeddedCluster.StartedCluster;
import tatami.cli.home.TatamiHome;

/**
 * The database of one command: the one that flags or environment name, else the home's embedded
 * one, which is started if it does not run.
 */
final class DatabaseAccess implements AutoCloseable {

  private final Database database;

  private DatabaseAccess(Database database) {
    this.database = database;
  }

  /** Opens it; an embedded cluster that had to be started for it stays running. */
  static DatabaseAccess open(TatamiCommand command) {
    return open(command, new Shutdown());
  }

  /**
   * Opens it.
   *
   * @param shutdown ends an embedded cluster that had to be started for it, when the command is
   *     ended by a signal
   */
  static DatabaseAccess open(TatamiCommand command, Shutdown shutdown) {
    Optional<DatabaseAddress> named =
        Database.findAddress(command.flags.database, command.invocation().environment());
    return new DatabaseAccess(
        named
            .map(Database::open)
            .orElseGet(() -> Database.openProbed(embedded(command, shutdown))));
  }

  private static DatabaseAddress embedded(TatamiCommand command, Shutdown shutdown) {
    EmbeddedCluster cluster =
        new EmbeddedCluster(
            TatamiHome.of(command.invocation().environment()),
            command.console().progressListener());
    Optional<DatabaseAddress> running = cluster.find();
    if (running.isPresent()) {
      return running.get();
    }
    Shutdown.Task task = shutdown.add(cluster::interrupt);
    StartedCluster started = cluster.start();
    if (!started.startedNow()) {
      task.forget();
    }
    return started.address();
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  DatabaseAddress address() {
    return database.address();
  }

  @Override
  public void close() {
    database.close();
  }
}
