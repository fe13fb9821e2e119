package tatami.ingest.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/**
 * The files of one generation: all of them get their names, or none does.
 *
 * <p>Where rows are broken, {@code mess.csv} is one of them. What is broken is drawn apart from the
 * rows, so that the others are the same with and without a mess. Not thread-safe.
 */
final class FeedFolder implements Closeable {

  private static final FeedFile.Name MESS = new FeedFile.Name("mess", "mess", Compression.NONE);

  private final Path folder;
  private final RyokanOptions options;
  private final SplittableRandom messRandom;
  private final List<FeedFile> files = new ArrayList<>();
  private final FeedFile mess;

  FeedFolder(Path folder, RyokanOptions options) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.options = options;
    messRandom = new SplittableRandom(~options.seed());
    mess =
        options.mess().isEmpty()
            ? null
            : new FeedFile(folder, MESS, FeedMess.NONE, FeedMess.LIST_HEADER);
  }

  FeedFile open(String feed, String... header) throws IOException {
    return open(feed, mess(feed, header), header);
  }

  /** Opens a feed of which no row is broken, because rows of others would fall with it. */
  FeedFile openWhole(String feed, String... header) throws IOException {
    return open(feed, FeedMess.NONE, header);
  }

  private FeedFile open(String feed, FeedMess broken, String... header) throws IOException {
    FeedFile.Name name = FeedFile.Name.of(feed, options.compression());
    FeedFile file = new FeedFile(folder, name, broken, header);
    files.add(file);
    return file;
  }

  private FeedMess mess(String feed, String... header) {
    return mess == null
        ? FeedMess.NONE
        : new FeedMess(
            feed,
            Breakage.list(feed, List.of(header)),
            options.mess().getAsInt(),
            messRandom.split(),
            mess);
  }

  /** Completes all files, then gives them their names. */
  GeneratedFeeds putInPlace() throws IOException {
    List<FeedFile> all = new ArrayList<>(files);
    if (mess == null) {
      Files.deleteIfExists(folder.resolve(MESS.text()));
    } else {
      all.add(mess);
    }
    for (FeedFile file : all) {
      file.complete();
    }
    List<GeneratedFile> generated = new ArrayList<>();
    for (FeedFile file : files) {
      generated.add(file.putInPlace());
    }
    return new GeneratedFeeds(folder, generated, mess == null ? null : mess.putInPlace());
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    List<FeedFile> all = new ArrayList<>(files);
    if (mess != null) {
      all.add(mess);
    }
    for (FeedFile file : all) {
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
