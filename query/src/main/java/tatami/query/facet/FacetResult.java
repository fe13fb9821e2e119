package tatami.query.facet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Dictionary;
import tatami.query.release.Grain;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.description.FilterLayout;

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

  /**
   * Makes the result of a path, category or tags facet. Counts of a property's path are of the
   * nodes themselves and are added up here: a property has one node. Those of an offer's path
   * already hold every level.
   */
  static FacetResult ofValues(CatalogFilter facet, Dictionary dictionary, List<CodeCount> counts) {
    Map<Integer, Long> byCode = new HashMap<>();
    for (CodeCount count : counts) {
      for (int counted : countedCodes(facet, dictionary, count)) {
        byCode.merge(counted, count.properties(), Long::sum);
      }
    }
    List<ValueCount> ordered = new ArrayList<>();
    byCode.forEach((code, count) -> ordered.add(new ValueCount(dictionary.value(code), count)));
    ordered.sort(
        Comparator.comparingLong(ValueCount::count)
            .reversed()
            .thenComparing(ValueCount::value, FacetResult::compareByCodePoint));
    int listed = Math.min(MOST_VALUES, ordered.size());
    return new Values(ordered.subList(0, listed), ordered.size() - listed);
  }

  private static List<Integer> countedCodes(
      CatalogFilter facet, Dictionary dictionary, CodeCount count) {
    boolean isWord = count.lowest() != null;
    if (isWord
        && facet.layout() instanceof FilterLayout.Tags tags
        && tags.codec() instanceof TagBits bits) {
      List<Integer> codes = new ArrayList<>();
      bits.addTags(Math.toIntExact(count.lowest()), count.code(), codes);
      return codes;
    }
    int code = Math.toIntExact(count.code());
    boolean addUp = facet.layout() instanceof FilterLayout.Path && facet.grain() == Grain.PROPERTY;
    return addUp ? dictionary.pathTo(code) : List.of(code);
  }

  /** Makes the result of a number facet. */
  static FacetResult ofNumbers(FilterLayout.Number number, List<CodeCount> counts) {
    if (counts.isEmpty()) {
      return new Numbers(null, null, List.of());
    }
    Map<Integer, Long> byBucket = new HashMap<>();
    counts.forEach(count -> byBucket.put(Math.toIntExact(count.code()), count.properties()));
    int first = byBucket.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
    int last = byBucket.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
    BucketPlan plan = BucketPlan.of(number);
    List<Bucket> buckets = new ArrayList<>();
    for (int bucket = first; bucket <= last; bucket++) {
      long count = byBucket.getOrDefault(bucket, 0L);
      buckets.add(new Bucket(plan.from(bucket), plan.to(bucket), count));
    }
    long lowest = counts.stream().mapToLong(CodeCount::lowest).min().orElseThrow();
    long highest = counts.stream().mapToLong(CodeCount::highest).max().orElseThrow();
    return new Numbers(
        number.step().multiply(BigDecimal.valueOf(lowest)),
        number.step().multiply(BigDecimal.valueOf(highest)),
        buckets);
  }

  /** UTF-16 puts characters outside the basic plane before some inside it; this does not. */
  private static int compareByCodePoint(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int index = 0; index < length; index++) {
      if (left.charAt(index) != right.charAt(index)) {
        return Integer.compare(left.codePointAt(index), right.codePointAt(index));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
