package tatami.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.cli.TestHome;
import tatami.cli.database.ClusterFiles.ClusterNote;
import tatami.cli.database.EmbeddedCluster.StartedCluster;
import tatami.cli.home.TatamiHome;
import tatami.cli.process.RunningProcess;

final class EmbeddedClusterIT {

  @TempDir Path folder;
  private TatamiHome home;
  private ClusterFiles files;

  @BeforeEach
  void borrowUnpackedPrograms() throws IOException {
    home = new TatamiHome(folder.resolve("home"));
    home.create();
    files = new ClusterFiles(home);
    TestHome.lendPrograms(home);
  }

  @AfterEach
  void stopAndGiveBackThePrograms() throws IOException {
    new EmbeddedCluster(home, line -> {}).stop();
    TestHome.takeBackPrograms(home);
  }

  @Test
  void startsOnceIsFoundAgainAndStops() throws Exception {
    EmbeddedCluster cluster = cluster();
    assertThat(cluster.find()).isEmpty();

    StartedCluster first = cluster.start();
    assertThat(first.startedNow()).isTrue();
    assertThat(Database.probe(first.address())).startsWith("18.");
    assertThat(cluster().find()).contains(first.address());
    assertThat(cluster().start()).isEqualTo(new StartedCluster(first.address(), false));

    RunningProcess server = server();
    assertThat(cluster().stop()).isTrue();
    assertThat(server.isAlive()).isFalse();
    assertThat(cluster().find()).isEmpty();
    assertThat(cluster().stop()).isFalse();
  }

  @Test
  void keepsItsDataAndItsPortOverAStop() throws Exception {
    DatabaseAddress address = cluster().start().address();
    execute(address, "CREATE TABLE kept AS SELECT 1 AS one");
    cluster().stop();
    DatabaseAddress again = cluster().start().address();
    assertThat(again).isEqualTo(address);
    assertThat(read(again, "SELECT one FROM kept")).isEqualTo("1");
  }

  @Test
  void countsStatementsAlsoWhereAnEarlierVersionMadeTheData() throws Exception {
    String counted =
        "SELECT count(*) > 0 FROM tatami_statistics.pg_stat_statements WHERE query LIKE 'SELECT%'";
    DatabaseAddress address = cluster().start().address();
    execute(address, "DROP SCHEMA tatami_statistics CASCADE");
    cluster().stop();
    Files.writeString(files.settings(), "port = 1\n");
    DatabaseAddress again = cluster().start().address();
    assertThat(read(again, "SELECT 1")).isEqualTo("1");
    assertThat(read(again, counted)).isEqualTo("t");
  }

  @Test
  void writesHowToReachItForItsOwnerOnly() throws Exception {
    DatabaseAddress address = cluster().start().address();
    ClusterNote note = files.findNote("").orElseThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.note())))
        .isEqualTo("rw-------");
    assertThat(note.address()).isEqualTo(address);
    assertThat(Database.probe(PostgresUrl.parse(note.url(), "url"))).startsWith("18.");
  }

  @Test
  void sortsByCodePointAndStoresUnicode() throws Exception {
    DatabaseAddress address = cluster().start().address();
    assertThat(
            read(
                address,
                "SELECT string_agg(t, ' ' ORDER BY t) FROM unnest(ARRAY['b','É','a','Z','東']) t"))
        .isEqualTo("Z a b É 東");
    assertThat(read(address, "SHOW fsync")).isEqualTo("on");
    assertThat(read(address, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void recoversFromAKilledServer() throws Exception {
    DatabaseAddress address = cluster().start().address();
    execute(address, "CREATE TABLE kept AS SELECT 1 AS one");
    server().signal("KILL");
    server(Duration.ofSeconds(5));
    assertThat(Files.exists(files.processFile())).isTrue();
    assertThat(cluster().find()).isEmpty();

    StartedCluster again = cluster().start();
    assertThat(again.startedNow()).isTrue();
    assertThat(read(again.address(), "SELECT one FROM kept")).isEqualTo("1");
  }

  @Test
  void isNotFooledByAProcessNumberThatWasUsedAgain() throws Exception {
    cluster().start();
    List<String> lines = Files.readAllLines(files.processFile());
    cluster().stop();
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      lines.set(0, Long.toString(other.pid()));
      Files.write(files.processFile(), lines);
      assertThat(cluster().find()).isEmpty();
      assertThat(cluster().stop()).isFalse();
      assertThat(other.isAlive()).isTrue();
      assertThat(cluster().start().startedNow()).isTrue();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void takesAnotherPortWhereItsOwnIsTaken() throws Exception {
    DatabaseAddress address = cluster().start().address();
    int port = files.findProcess().orElseThrow().port();
    cluster().stop();
    try (ServerSocket taken =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThat(taken.isBound()).isTrue();
      DatabaseAddress moved = cluster().start().address();
      assertThat(moved.place()).isNotEqualTo(address.place());
      assertThat(files.findNote("").orElseThrow().address()).isEqualTo(moved);
    }
  }

  @Test
  void findsItsWayWithoutItsNote() throws Exception {
    DatabaseAddress address = cluster().start().address();
    Files.delete(files.note());
    assertThat(cluster().find()).contains(address);
    cluster().stop();
    assertThat(Database.probe(cluster().start().address())).startsWith("18.");
  }

  @Test
  void twoSimultaneousFirstStartsMakeOneCluster() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<StartedCluster> start = () -> cluster().start();
      Future<StartedCluster> one = threads.submit(start);
      Future<StartedCluster> two = threads.submit(start);
      assertThat(one.get().address()).isEqualTo(two.get().address());
      assertThat(List.of(one.get().startedNow(), two.get().startedNow()))
          .containsExactlyInAnyOrder(true, false);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void anInterruptedStartLeavesNothingRunning() throws Exception {
    EmbeddedCluster cluster = cluster();
    Thread starter =
        new Thread(
            () -> assertThatThrownBy(cluster::start).isInstanceOf(DatabaseUnusableException.class));
    starter.start();
    while (!Files.exists(home.path("data.unfinished"))) {
      Thread.onSpinWait();
    }
    cluster.interrupt();
    starter.join();
    assertThat(new ClusterProbe(files).findServer()).isEmpty();
    assertThat(cluster().start().startedNow()).isTrue();
  }

  @Test
  void refusesDataOfAnotherVersion() throws Exception {
    Files.createDirectories(files.data());
    Files.writeString(files.data().resolve("PG_VERSION"), "14\n");
    assertThatThrownBy(() -> cluster().start())
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("version=14, needed=18");
  }

  @Test
  void refusesAFolderThatIsAFile() throws Exception {
    TatamiHome file = new TatamiHome(Files.createFile(folder.resolve("file")));
    assertThatThrownBy(() -> new EmbeddedCluster(file, line -> {}).start())
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("is a file, not a folder");
  }

  @Test
  void refusesAFolderOfSomethingElse() throws Exception {
    Files.createDirectories(files.data());
    Files.createFile(files.data().resolve("photo.jpg"));
    assertThatThrownBy(() -> cluster().start())
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("holds no PostgreSQL data");
    assertThat(files.data().resolve("photo.jpg")).exists();
  }

  @Test
  void aHomeThatIsNotThereHasNothingToStop() {
    TatamiHome absent = new TatamiHome(folder.resolve("absent"));
    assertThat(new EmbeddedCluster(absent, line -> {}).stop()).isFalse();
    assertThat(absent.folder()).doesNotExist();
  }

  @Test
  void saysWhyADatabaseCannotBeUsedAndKeepsTheSecret() {
    DatabaseAddress nobody = PostgresUrl.parse("postgresql://u:s3cret@127.0.0.1:1/d", "--db");
    assertThatThrownBy(() -> Database.open(nobody))
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessageStartingWith("the database at 127.0.0.1:1/d (--db) cannot be used:")
        .hasMessageNotContaining("s3cret");
  }

  private EmbeddedCluster cluster() {
    return new EmbeddedCluster(home, line -> {});
  }

  private RunningProcess server() {
    return new ClusterProbe(files).findServer().orElseThrow();
  }

  /** Waits for the end of a killed server. */
  private void server(Duration patience) {
    new ClusterProbe(files)
        .findServer()
        .ifPresent(server -> assertThat(server.awaitEnd(patience)).isTrue());
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = ClusterProbe.connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = ClusterProbe.connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
