package tatami.query.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import tatami.query.facet.FacetResult.ValueCount;
import tatami.query.release.Dictionary;

/** Counts codes of a dictionary; a node of a path counts for all nodes above it too. */
public final class ValueCounter implements FacetCounter {

  private final Dictionary dictionary;
  private final NotedValues noted;

  /**
   * Starts with no count.
   *
   * @param budget tells whether a total, or {@link FacetCounter#NO_TOTAL}, is inside
   */
  public ValueCounter(Dictionary dictionary, LongPredicate budget) {
    this.dictionary = dictionary;
    this.noted = new NotedValues(dictionary.size(), budget);
  }

  @Override
  public void add(long code, long lowestTotal) {
    int place = dictionary.place((int) code);
    while (place != Dictionary.ROOT) {
      noted.add(place, lowestTotal);
      place = dictionary.placeAbove(place);
    }
  }

  @Override
  public void endProperty() {
    noted.endProperty(place -> {});
  }

  @Override
  public FacetResult result() {
    long[] counts = noted.counts();
    List<ValueCount> values = new ArrayList<>();
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] > 0) {
        values.add(new ValueCount(dictionary.values().get(place), counts[place]));
      }
    }
    return FacetResult.ofValues(values);
  }
}
