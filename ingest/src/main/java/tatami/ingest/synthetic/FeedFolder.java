package tatami.ingest.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** The files of one generation: all of them get their names, or none does. Not thread-safe. */
final class FeedFolder implements Closeable {

  private final Path folder;
  private final List<FeedFile> files = new ArrayList<>();

  FeedFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  FeedFile open(String feed, String... header) throws IOException {
    FeedFile file = new FeedFile(folder, feed, header);
    files.add(file);
    return file;
  }

  /** Completes all files, then gives them their names. */
  List<GeneratedFile> putInPlace() throws IOException {
    for (FeedFile file : files) {
      file.complete();
    }
    List<GeneratedFile> generated = new ArrayList<>();
    for (FeedFile file : files) {
      generated.add(file.putInPlace());
    }
    return generated;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (FeedFile file : files) {
      try {
        file.close();
      } catch (IOException cause) {
        failure = failure == null ? cause : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
