package tatami.ingest.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/** Picks values by weight; a weight of 0 is never picked. Immutable, thread-safe. */
final class Choice<T> {

  private final List<T> values;
  private final int[] weightsUpTo;

  /**
   * Makes a choice.
   *
   * @param weights one for each value, none negative, not all 0
   */
  Choice(List<T> values, List<Integer> weights) {
    this.values = List.copyOf(values);
    weightsUpTo = new int[weights.size()];
    int sum = 0;
    for (int position = 0; position < weightsUpTo.length; position++) {
      sum += weights.get(position);
      weightsUpTo[position] = sum;
    }
    if (sum == 0 || values.size() != weights.size()) {
      throw new IllegalArgumentException(
          "a choice has a weight for each value, one above 0: values=%d weights=%s"
              .formatted(values.size(), weights));
    }
  }

  T pick(SplittableRandom random) {
    int point = random.nextInt(weightsUpTo[weightsUpTo.length - 1]);
    int position = 0;
    while (weightsUpTo[position] <= point) {
      position++;
    }
    return values.get(position);
  }
}
