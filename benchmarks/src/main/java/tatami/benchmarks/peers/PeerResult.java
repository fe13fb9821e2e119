package tatami.benchmarks.peers;

import java.util.List;

/**
 * What came of the race.
 *
 * @param hotels of the feeds
 * @param prices how many the release holds
 * @param searches how many were asked, each as page, page with facets and calendar
 * @param rounds how often each peer had its turn; see {@link PeerFigures#timedOnce}
 * @param slowMilliseconds what takes a peer longer is timed in one round only
 * @param peers what they keep, the product first
 * @param figures by question: each place, then all; within them the peers in their order
 */
public record PeerResult(
    int hotels,
    long prices,
    int searches,
    int rounds,
    int slowMilliseconds,
    List<PeerSize> peers,
    List<PeerFigures> figures) {

  /** Copies the lists. */
  public PeerResult {
    peers = List.copyOf(peers);
    figures = List.copyOf(figures);
  }

  /**
   * What a peer keeps.
   *
   * @param bytes in memory or on disk
   */
  public record PeerSize(String peer, long bytes) {}

  /**
   * Times of one peer for one kind of question at one kind of place.
   *
   * @param question {@code page}, {@code page_facets} or {@code calendar}
   * @param place {@code area}, {@code prefecture}, {@code map}, {@code nationwide} or {@code all}
   * @param searches how many
   * @param timedOnce of how many the peer was timed in one round only, for it is slow
   * @param meanMicroseconds mean of the searches' medians
   * @param p95Microseconds their 95th percentile
   * @param meanRatio mean ÷ mean of the product
   * @param p95Ratio the same of the 95th percentiles
   */
  public record PeerFigures(
      String question,
      String place,
      String peer,
      int searches,
      int timedOnce,
      double meanMicroseconds,
      double p95Microseconds,
      double meanRatio,
      double p95Ratio) {}
}
