package tatami.query.facet;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongPredicate;

/** The values that one property has, by places from 0, each with its lowest total. */
final class NotedValues {

  private final LongPredicate budget;
  private final boolean[] isNoted;
  private final long[] lowest;
  private final long[] counts;
  private final int[] noted;
  private int size;

  /**
   * Prepares for so many places.
   *
   * @param budget tells whether a total, or {@link FacetCounter#NO_TOTAL}, is inside
   */
  NotedValues(int places, LongPredicate budget) {
    this.budget = budget;
    isNoted = new boolean[places];
    lowest = new long[places];
    counts = new long[places];
    noted = new int[places];
  }

  /** Notes a value of the property at hand; tells whether it was not noted before. */
  boolean add(int place, long lowestTotal) {
    if (isNoted[place]) {
      lowest[place] = Math.min(lowest[place], lowestTotal);
      return false;
    }
    isNoted[place] = true;
    noted[size++] = place;
    lowest[place] = lowestTotal;
    return true;
  }

  /**
   * Counts the values of the property, and forgets them.
   *
   * @param counted takes the place of each value that counts
   */
  void endProperty(IntConsumer counted) {
    for (int index = 0; index < size; index++) {
      int place = noted[index];
      if (budget.test(lowest[place])) {
        counts[place]++;
        counted.accept(place);
      }
      isNoted[place] = false;
    }
    size = 0;
  }

  /** Returns the counts by place. */
  long[] counts() {
    return Arrays.copyOf(counts, counts.length);
  }
}
