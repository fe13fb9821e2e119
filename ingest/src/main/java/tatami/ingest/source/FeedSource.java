package tatami.ingest.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tatami.ingest.feed.FeedDefinition;

/**
 * One delivery of a feed: its files, in name order, and the rows in them.
 *
 * <p>Files lie directly under one folder; a link that leads out of it is refused. The same source
 * may be read more than once.
 */
public final class FeedSource {

  private final FeedDefinition feed;
  private final List<FeedFile> files;

  private FeedSource(FeedDefinition feed, List<FeedFile> files) {
    this.feed = feed;
    this.files = files;
  }

  /**
   * Finds the files of a feed and reads their headers.
   *
   * @throws FeedRefusedException if there is no file, one is empty or not what its name says, or a
   *     column that the feed needs is not in its header
   */
  public static FeedSource open(FeedDefinition feed, Path folder) {
    FeedSource source = new FeedSource(feed, find(feed, folder));
    for (FeedFile file : source.files) {
      new CsvFile(feed, file).checkHeader();
    }
    return source;
  }

  /** Returns the feed that this is a delivery of. */
  public FeedDefinition feed() {
    return feed;
  }

  /** Returns the files, in the order in which they are read; at least one. */
  public List<FeedFile> files() {
    return files;
  }

  /** Returns when the oldest of the files was written. */
  public Instant asOf() {
    return files.stream().map(FeedFile::modified).min(Instant::compareTo).orElseThrow();
  }

  /**
   * Streams all rows in file order.
   *
   * @throws FeedRefusedException if a file turns out to be cut, damaged, without rows, or changes
   *     while it is read
   */
  public void read(RowVisitor visitor) {
    long rows = 0;
    for (FeedFile file : files) {
      rows += new CsvFile(feed, file).read(visitor);
    }
    if (rows == 0) {
      throw new FeedRefusedException(
          feed.name(), files.get(0).name() + " has a header and no rows; deliver it again");
    }
  }

  private static List<FeedFile> find(FeedDefinition feed, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FeedRefusedException(
          feed.name(), "there is no folder " + folder + "; give the feeds' folder with --feeds");
    }
    try {
      for (String pattern : feed.files()) {
        List<FeedFile> found = findByPattern(feed, folder, pattern);
        if (!found.isEmpty()) {
          return found;
        }
      }
    } catch (IOException e) {
      throw new FeedRefusedException(
          feed.name(), "cannot read folder " + folder + ": " + e.getMessage());
    }
    throw new FeedRefusedException(
        feed.name(), "no file matches " + String.join(" or ", feed.files()) + " in " + folder);
  }

  private static List<FeedFile> findByPattern(FeedDefinition feed, Path folder, String pattern)
      throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<Path> paths;
    try (Stream<Path> entries = Files.list(folder)) {
      paths = entries.filter(path -> matcher.matches(path.getFileName())).sorted().toList();
    }
    Path root = folder.toRealPath();
    List<FeedFile> found = new java.util.ArrayList<>();
    for (Path path : paths) {
      if (!path.toRealPath().startsWith(root)) {
        throw new FeedRefusedException(
            feed.name(), path.getFileName() + " is a link that leads out of " + folder);
      }
      if (Files.isRegularFile(path)) {
        found.add(FeedFile.of(path));
      }
    }
    return List.copyOf(found);
  }
}
