package tatami.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tatami.cli.database.DatabaseAddress;
import tatami.cli.database.EmbeddedCluster;
import tatami.cli.home.TatamiHome;

/**
 * A home with a running embedded cluster for the tests of one JVM: under {@code target/}, started
 * by the first test that asks, stopped when the JVM ends.
 */
public final class TestHome {

  private static final Path ROOT = Path.of("target", "test-homes").toAbsolutePath();
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static TestHome shared;

  private final TatamiHome home;
  private final DatabaseAddress address;

  private TestHome(TatamiHome home, DatabaseAddress address) {
    this.home = home;
    this.address = address;
  }

  /** Returns the home that all tests of this JVM share. */
  public static synchronized TestHome shared() {
    if (shared == null) {
      TatamiHome home = new TatamiHome(ROOT.resolve(Long.toString(ProcessHandle.current().pid())));
      try {
        sweep();
        home.create();
        lendPrograms(home);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(home)));
      shared = new TestHome(home, new EmbeddedCluster(home, line -> {}).start().address());
    }
    return shared;
  }

  /** Returns the environment of a command that shall use this home, and nothing else. */
  public Map<String, String> environment() {
    return Map.of(TatamiHome.VARIABLE, home.folder().toString());
  }

  /** Returns the home's folder. */
  public Path folder() {
    return home.folder();
  }

  /** Makes an empty database in the shared cluster, and returns its address for {@code --db}. */
  public String createDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.driverProperties());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot make the database " + name, failure);
    }
    String server = address.place().substring(0, address.place().indexOf('/'));
    Map<String, String> login = address.properties();
    return "postgresql://"
        + login.get("user")
        + ":"
        + login.get("password")
        + "@"
        + server
        + "/"
        + name;
  }

  /** Lends PostgreSQL's programs to another home, so that only one test unpacks them. */
  public static synchronized void lendPrograms(TatamiHome borrower) throws IOException {
    Path lender = ROOT.resolve("programs");
    EmbeddedCluster unpacker = new EmbeddedCluster(new TatamiHome(lender), line -> {});
    unpacker.unpack();
    String name = "postgresql-" + unpacker.packedVersion();
    Files.createSymbolicLink(borrower.path(name), lender.resolve(name));
  }

  /** Takes the programs back, so that whoever deletes the borrower's folder meets no link. */
  public static void takeBackPrograms(TatamiHome borrower) throws IOException {
    Files.delete(
        borrower.path("postgresql-" + new EmbeddedCluster(borrower, line -> {}).packedVersion()));
  }

  /** Ends and deletes what test JVMs that were killed left behind. */
  private static void sweep() throws IOException {
    if (!Files.isDirectory(ROOT)) {
      return;
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(ROOT, "[0-9]*")) {
      for (Path left : homes) {
        long process = Long.parseLong(left.getFileName().toString());
        if (ProcessHandle.of(process).isEmpty()) {
          discard(new TatamiHome(left));
        }
      }
    }
  }

  private static void discard(TatamiHome home) {
    new EmbeddedCluster(home, line -> {}).stop();
    try {
      Files.walkFileTree(home.folder(), new Deletion());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
