package tatami.ingest.synthetic;

import java.nio.file.Path;
import java.util.List;

/**
 * What was generated.
 *
 * @param folder where the files are
 * @param files in the order in which a catalog lists the feeds
 * @param mess the list of lines that are not as they should be; null where nothing was broken
 */
public record GeneratedFeeds(Path folder, List<GeneratedFile> files, GeneratedFile mess) {

  /** Copies the list. */
  public GeneratedFeeds {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param feed name of the feed that it delivers
   * @param name its name in the folder
   * @param rows without the header
   * @param bytes on disk
   */
  public record GeneratedFile(String feed, String name, long rows, long bytes) {}
}
