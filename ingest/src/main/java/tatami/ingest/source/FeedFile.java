package tatami.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tatami.ingest.compression.Compression;

/**
 * One file of a delivery, as it was when the feed was opened.
 *
 * @param path where it lies
 * @param bytes its size
 * @param modified when it was last written: how old the data are
 */
public record FeedFile(Path path, long bytes, Instant modified) {

  static FeedFile of(Path path) throws IOException {
    return new FeedFile(path, Files.size(path), Files.getLastModifiedTime(path).toInstant());
  }

  /** Returns the name without folders, as reports show it. */
  public String name() {
    return path.getFileName().toString();
  }

  boolean isUnchanged() throws IOException {
    return equals(of(path));
  }

  Compression compression() {
    return Compression.of(name());
  }
}
