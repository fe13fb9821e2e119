package tatami.benchmarks.peers.folded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * The nodes of the hierarchy of places, numbered by name. Hotels are in the order of their places,
 * so that the hotels of a node are one range of numbers.
 */
public final class Places {

  private final List<String> names;
  private final int[] parents;
  private final int[] leaves;
  private final int[] from;
  private final int[] to;

  private Places(List<String> names, int hotels) {
    this.names = names;
    this.parents = new int[names.size()];
    this.leaves = new int[hotels];
    this.from = new int[names.size()];
    this.to = new int[names.size()];
  }

  static Places of(List<Hotel> hotels) {
    TreeMap<String, int[]> ranges = new TreeMap<>();
    for (int hotel = 0; hotel < hotels.size(); hotel++) {
      List<String> path = hotels.get(hotel).path();
      for (int level = 1; level <= path.size(); level++) {
        int first = hotel;
        ranges.computeIfAbsent(name(path.subList(0, level)), absent -> new int[] {first, 0})[1] =
            hotel + 1;
      }
    }
    Places places = new Places(List.copyOf(ranges.keySet()), hotels.size());
    int number = 0;
    for (int[] range : ranges.values()) {
      places.from[number] = range[0];
      places.to[number] = range[1];
      number++;
    }
    places.connect(hotels, new ArrayList<>(ranges.keySet()));
    return places;
  }

  private void connect(List<Hotel> hotels, List<String> sorted) {
    for (int hotel = 0; hotel < leaves.length; hotel++) {
      List<String> path = hotels.get(hotel).path();
      leaves[hotel] = Collections.binarySearch(sorted, name(path));
      int child = leaves[hotel];
      for (int level = path.size() - 1; level >= 0; level--) {
        int parent =
            level == 0 ? -1 : Collections.binarySearch(sorted, name(path.subList(0, level)));
        parents[child] = parent;
        child = parent;
      }
    }
  }

  private static String name(List<String> path) {
    return String.join("/", path);
  }

  /** Returns how many there are. */
  public int count() {
    return names.size();
  }

  /** Returns the path of a place, from the top level down. */
  public String name(int place) {
    return names.get(place);
  }

  /** Returns the lowest place of a hotel; negative for none. */
  public int leaf(int hotel) {
    return leaves[hotel];
  }

  /** Returns the first hotel of a path. */
  public int from(List<String> path) {
    return from[names.indexOf(name(path))];
  }

  /** Returns the hotel after the last one of a path. */
  public int to(List<String> path) {
    return to[names.indexOf(name(path))];
  }

  /** Adds the counts of the lowest places to all that are above them. */
  public int[] addUp(int[] leafCounts) {
    int[] counts = new int[leafCounts.length];
    for (int leaf = 0; leaf < leafCounts.length; leaf++) {
      if (leafCounts[leaf] > 0) {
        for (int place = leaf; place >= 0; place = parents[place]) {
          counts[place] += leafCounts[leaf];
        }
      }
    }
    return counts;
  }
}
