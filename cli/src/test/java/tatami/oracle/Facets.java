package tatami.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tatami.oracle.OracleAnswer.ValueCount;

/**
 * Counts facets: how many listings would match if a value were chosen.
 *
 * <p>A chosen path, category or range takes the place of what its own filter asks now, so that
 * filter does not count; a chosen tag comes on top of the tags asked for.
 */
final class Facets {

  private static final Comparator<ValueCount> ORDER =
      Comparator.comparing(ValueCount::count, Comparator.reverseOrder())
          .thenComparing(ValueCount::value, Facets::compareCodePoints);

  private final List<Oracle.Judged> judged;
  private final boolean planted;

  Facets(List<Oracle.Judged> judged, boolean planted) {
    this.judged = judged;
    this.planted = planted;
  }

  Map<String, List<ValueCount>> counts(List<String> names) {
    Map<String, List<ValueCount>> counts = new TreeMap<>();
    for (FilterName filter : FilterName.values()) {
      if (filter != FilterName.RATING && names.contains(filter.requestName())) {
        counts.put(filter.requestName(), count(filter));
      }
    }
    return counts;
  }

  Map<String, List<BigDecimal>> numbers(List<String> names) {
    Map<String, List<BigDecimal>> numbers = new TreeMap<>();
    if (names.contains(FilterName.RATING.requestName())) {
      List<BigDecimal> values = new ArrayList<>();
      for (Oracle.Judged candidate : judged) {
        if (counts(candidate, FilterName.RATING) && candidate.listing().rating() != null) {
          values.add(candidate.listing().rating());
        }
      }
      values.sort(Comparator.naturalOrder());
      numbers.put(FilterName.RATING.requestName(), values);
    }
    return numbers;
  }

  private List<ValueCount> count(FilterName filter) {
    Map<String, Integer> counts = new HashMap<>();
    for (Oracle.Judged candidate : judged) {
      if (counts(candidate, filter)) {
        for (String value : filter.valuesOf(candidate.listing())) {
          counts.merge(value, 1, Integer::sum);
        }
      }
    }
    List<ValueCount> sorted = new ArrayList<>();
    counts.forEach(
        (value, count) -> sorted.add(new ValueCount(value, planted ? count + 1 : count)));
    sorted.sort(ORDER);
    return sorted;
  }

  private static boolean counts(Oracle.Judged candidate, FilterName filter) {
    EnumSet<FilterName> failed = candidate.failed();
    boolean onlyItsOwn = failed.size() == 1 && failed.contains(filter);
    return failed.isEmpty() || (filter != FilterName.AMENITIES && onlyItsOwn);
  }

  private static int compareCodePoints(String left, String right) {
    int[] leftPoints = left.codePoints().toArray();
    int[] rightPoints = right.codePoints().toArray();
    return java.util.Arrays.compare(leftPoints, rightPoints);
  }
}
