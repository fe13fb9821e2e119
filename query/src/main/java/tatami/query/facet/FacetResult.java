package tatami.query.facet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tatami.query.release.Dictionary;
import tatami.searchtable.ordering.CodePointOrder;

/** The counts of one facet, as an answer shows them. */
public sealed interface FacetResult {

  /** Values that one facet lists at most. */
  int MOST_VALUES = 50;

  /**
   * Counts of values.
   *
   * @param counts the largest, by count descending, then by code point
   * @param more how many values with a count are not listed
   */
  record Values(List<ValueCount> counts, int more) implements FacetResult {
    /** Copies the list. */
    public Values {
      counts = List.copyOf(counts);
    }
  }

  /**
   * Counts of ranges.
   *
   * @param lowest lowest value; null where no property has one
   * @param highest highest value; null where no property has one
   * @param buckets from the first to the last that is not empty
   */
  record Numbers(BigDecimal lowest, BigDecimal highest, List<Bucket> buckets)
      implements FacetResult {
    /** Copies the list. */
    public Numbers {
      buckets = List.copyOf(buckets);
    }
  }

  /**
   * A value with its count.
   *
   * @param value as in the feed
   * @param count properties, at least 1
   */
  record ValueCount(String value, long count) {}

  /**
   * A range with its count.
   *
   * @param from lower edge, inside
   * @param to upper edge, inside only the last bucket of the release
   * @param count properties
   */
  record Bucket(BigDecimal from, BigDecimal to, long count) {}

  /** Makes the result of a path, category or tags facet from all values that have a count. */
  static FacetResult ofValues(List<ValueCount> values) {
    List<ValueCount> ordered = new ArrayList<>(values);
    ordered.sort(
        Comparator.comparingLong(ValueCount::count)
            .reversed()
            .thenComparing(ValueCount::value, CodePointOrder.COMPARATOR));
    int listed = Math.min(MOST_VALUES, ordered.size());
    return new Values(ordered.subList(0, listed), ordered.size() - listed);
  }

  /**
   * Makes the same from counts by place.
   *
   * @param counts properties by place in the dictionary
   */
  static FacetResult ofCounts(Dictionary dictionary, int[] counts) {
    long[] largest = new long[MOST_VALUES];
    int listed = 0;
    int found = 0;
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] > 0) {
        found++;
        long key = (long) -counts[place] << Integer.SIZE | dictionary.rank(place);
        listed = insert(key, largest, listed);
      }
    }
    List<ValueCount> values = new ArrayList<>(listed);
    for (int index = 0; index < listed; index++) {
      int place = dictionary.placeOfRank((int) largest[index]);
      values.add(new ValueCount(dictionary.values().get(place), counts[place]));
    }
    return new Values(values, found - listed);
  }

  /** Inserts a key into ascending ones, of which the first are kept; returns how many there are. */
  private static int insert(long key, long[] keys, int size) {
    if (size == keys.length && key > keys[size - 1]) {
      return size;
    }
    int at = size == keys.length ? size - 1 : size;
    while (at > 0 && keys[at - 1] > key) {
      keys[at] = keys[at - 1];
      at--;
    }
    keys[at] = key;
    return Math.min(size + 1, keys.length);
  }

  /**
   * Makes the result of a number facet.
   *
   * @param counts properties by bucket; none above 0 where no property has a value
   * @param lowest lowest value in steps
   * @param highest highest value in steps
   */
  static FacetResult ofNumbers(
      BucketPlan plan, BigDecimal step, long[] counts, long lowest, long highest) {
    int first = 0;
    while (first < counts.length && counts[first] == 0) {
      first++;
    }
    if (first == counts.length) {
      return new Numbers(null, null, List.of());
    }
    int last = counts.length - 1;
    while (counts[last] == 0) {
      last--;
    }
    List<Bucket> buckets = new ArrayList<>();
    for (int bucket = first; bucket <= last; bucket++) {
      buckets.add(new Bucket(plan.from(bucket + 1), plan.to(bucket + 1), counts[bucket]));
    }
    return new Numbers(
        step.multiply(BigDecimal.valueOf(lowest)),
        step.multiply(BigDecimal.valueOf(highest)),
        buckets);
  }
}
