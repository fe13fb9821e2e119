package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.Version;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.mixed.SearchMoment;
import tatami.benchmarks.peers.folded.Hotels;
import tatami.benchmarks.peers.folded.NumberedSearch;
import tatami.benchmarks.peers.peer.Peer;
import tatami.benchmarks.peers.peer.PeerAnswer;

/** Answers from the indexes that {@link LuceneWriter} wrote. */
public final class LucenePeer implements Peer {

  private final SearchMoment moment;
  private final HotelColumns hotels;
  private final List<OfferIndex> indexes = new ArrayList<>();

  private LucenePeer(SearchMoment moment, Hotels hotels) {
    this.moment = moment;
    this.hotels = new HotelColumns(hotels);
  }

  /** Opens the indexes in a folder; the writer is closed. */
  public static LucenePeer open(Path folder, Hotels hotels, int mostAdults, SearchMoment moment)
      throws IOException {
    LucenePeer peer = new LucenePeer(moment, hotels);
    for (int adults = 1; adults <= mostAdults; adults++) {
      peer.indexes.add(OfferIndex.open(LuceneWriter.folder(folder, adults), hotels));
    }
    return peer;
  }

  @Override
  public String name() {
    return "lucene " + Version.LATEST.major + "." + Version.LATEST.minor;
  }

  @Override
  public long bytes() throws IOException {
    long bytes = hotels.bytes();
    for (OfferIndex index : indexes) {
      bytes += index.bytes();
    }
    return bytes;
  }

  @Override
  public Prepared prepare(Question question, MixedSearch search) {
    NumberedSearch numbered = new NumberedSearch(search, moment, hotels.hotels());
    OfferIndex index = indexes.get(search.adults() - 1);
    return () -> {
      PeerAnswer answer = answer(question, numbered, index);
      return () -> answer.answered(hotels.hotels());
    };
  }

  private PeerAnswer answer(Question question, NumberedSearch search, OfferIndex index)
      throws IOException {
    return switch (question) {
      case PAGE -> new PageCollector(index, hotels, search, false).collect();
      case PAGE_FACETS -> new PageCollector(index, hotels, search, true).collect();
      case CALENDAR -> new CalendarCollector(index, search).collect();
    };
  }

  @Override
  public void close() throws IOException {
    for (OfferIndex index : indexes) {
      index.close();
    }
  }
}
