package tatami.cli.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import tatami.cli.home.TatamiHome;

/**
 * PostgreSQL's programs for this machine, unpacked once from the class path into {@code
 * TATAMI_HOME/postgresql-VERSION}.
 *
 * <p>The folder appears in one step when it is complete. Call under the home's lock.
 */
final class PostgresBinaries {

  private static final String UNFINISHED = ".unpacking";

  private final TatamiHome home;
  private final String version;

  PostgresBinaries(TatamiHome home) {
    this.home = home;
    this.version = readVersion();
  }

  /** Returns such as {@code 18.6.0}. */
  String version() {
    return version;
  }

  /** Returns such as {@code 18}. */
  String majorVersion() {
    return version.substring(0, version.indexOf('.'));
  }

  /** Returns the folder with {@code bin}, {@code lib} and {@code share}. */
  Path folder() {
    return home.path("postgresql-" + version);
  }

  Path program(String name) {
    return folder().resolve("bin").resolve(name);
  }

  /** Unpacks what is not there yet. */
  void unpack(Consumer<String> progress) throws IOException {
    if (Files.isExecutable(program("postgres"))) {
      return;
    }
    String resource = "/postgres-" + system() + "-" + architecture() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new DatabaseUnusableException(
            "no PostgreSQL is packed for this machine: resource="
                + resource
                + "; name a database with --db or DATABASE_URL");
      }
      progress.accept("unpacking PostgreSQL " + version + " into " + folder());
      Path unfinished = home.path("postgresql-" + version + UNFINISHED);
      deleteTree(unfinished);
      unpack(packed, unfinished);
      deleteTree(folder());
      Files.move(unfinished, folder());
    }
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    Files.createDirectory(target);
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      TarArchiveEntry entry = archive.getNextEntry();
      while (entry != null) {
        write(archive, entry, target.resolve(entry.getName()).normalize(), target);
        entry = archive.getNextEntry();
      }
    }
  }

  private static void write(
      TarArchiveInputStream archive, TarArchiveEntry entry, Path file, Path target)
      throws IOException {
    if (!file.startsWith(target)) {
      throw new IOException("an entry leads out of the folder: entry=" + entry.getName());
    }
    Files.createDirectories(entry.isDirectory() ? file : file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (!entry.isDirectory()) {
      Files.copy(archive, file);
      Files.setPosixFilePermissions(file, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((mode & 0100) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }

  /** Deletes a folder with all that is in it; links are deleted, not followed. */
  static void deleteTree(Path root) throws IOException {
    if (Files.isDirectory(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
        for (Path child : children) {
          deleteTree(child);
        }
      }
    }
    Files.deleteIfExists(root);
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> System.getProperty("os.arch");
    };
  }

  private static String readVersion() {
    try (InputStream file =
        PostgresBinaries.class.getResourceAsStream("/tatami/version.properties")) {
      Properties versions = new Properties();
      versions.load(file);
      return versions.getProperty("postgresql");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
