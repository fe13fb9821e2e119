package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import tatami.benchmarks.peers.folded.FoldedOffer;
import tatami.benchmarks.peers.folded.Hotels;
import tatami.benchmarks.peers.folded.OfferSink;

/** Writes the indexes, one folder for each number of adults. */
public final class LuceneWriter implements OfferSink, AutoCloseable {

  private static final double BUFFER_MEBIBYTES = 128;

  private final Hotels hotels;
  private final List<Directory> folders = new ArrayList<>();
  private final List<IndexWriter> writers = new ArrayList<>();

  private LuceneWriter(Hotels hotels) {
    this.hotels = hotels;
  }

  /**
   * Opens the indexes.
   *
   * @param folder an empty one, or one that is not there
   */
  public static LuceneWriter open(Path folder, Hotels hotels, int mostAdults) throws IOException {
    LuceneWriter writer = new LuceneWriter(hotels);
    for (int adults = 1; adults <= mostAdults; adults++) {
      Path ofAdults = Files.createDirectories(folder(folder, adults));
      Directory directory = new MMapDirectory(ofAdults);
      writer.folders.add(directory);
      writer.writers.add(new IndexWriter(directory, config()));
    }
    return writer;
  }

  static Path folder(Path folder, int adults) {
    return folder.resolve("adults-" + adults);
  }

  /** Only merges of neighbours keep the order of the documents. */
  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
        .setMergePolicy(new LogDocMergePolicy())
        .setMergeScheduler(new SerialMergeScheduler())
        .setUseCompoundFile(false);
  }

  @Override
  public void add(FoldedOffer offer) throws IOException {
    for (int adults = 1; adults <= writers.size(); adults++) {
      if (offer.prices(adults) != null) {
        writers
            .get(adults - 1)
            .addDocument(OfferFields.document(offer, hotels.get(offer.hotel()), adults));
      }
    }
  }

  /** Makes one segment of each. */
  @Override
  public void close() throws IOException {
    for (IndexWriter writer : writers) {
      writer.forceMerge(1);
      writer.close();
    }
    for (Directory folder : folders) {
      folder.close();
    }
  }
}
