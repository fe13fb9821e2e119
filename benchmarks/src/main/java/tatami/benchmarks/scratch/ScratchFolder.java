package tatami.benchmarks.scratch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the feeds of a comparison: made when opened, deleted when closed. */
public final class ScratchFolder implements AutoCloseable {

  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /** Makes the folder among the system's temporary ones. */
  public static ScratchFolder open() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("tatami-bench"));
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /**
   * Writes a catalog that comes with the benchmarks into the folder.
   *
   * @param name such as {@code catalogs/inns}
   * @return its file
   */
  public Path unpack(String name) throws IOException {
    Path file = path.resolve(name.replace('/', '-') + ".yaml");
    String resource = "/tatami/benchmarks/" + name + "/catalog.yaml";
    try (InputStream content = ScratchFolder.class.getResourceAsStream(resource)) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path inside : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(inside);
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }
}
