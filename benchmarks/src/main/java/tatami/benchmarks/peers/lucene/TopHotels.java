package tatami.benchmarks.peers.lucene;

import java.util.ArrayList;
import java.util.List;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.peers.peer.PeerAnswer.Hit;

/** The hotels of the first page, by one or two numbers. */
final class TopHotels {

  private final Hit[] hits = new Hit[MixedSearch.PAGE_SIZE];
  private final long[] keys = new long[MixedSearch.PAGE_SIZE];
  private int size;
  private int total;

  /** Puts a hotel in its place if it has one on the page. */
  void add(long key, int hotel, long lowest, long highest, int offers) {
    total++;
    if (size == hits.length && key >= keys[size - 1]) {
      return;
    }
    int place = size < hits.length ? size++ : size - 1;
    while (place > 0 && keys[place - 1] > key) {
      keys[place] = keys[place - 1];
      hits[place] = hits[place - 1];
      place--;
    }
    keys[place] = key;
    hits[place] = new Hit(hotel, lowest, highest, offers);
  }

  /** Returns how many were added. */
  int total() {
    return total;
  }

  List<Hit> hits() {
    List<Hit> page = new ArrayList<>(size);
    for (int place = 0; place < size; place++) {
      page.add(hits[place]);
    }
    return page;
  }
}
