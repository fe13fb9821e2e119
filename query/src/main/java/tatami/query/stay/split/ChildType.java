package tatami.query.stay.split;

import java.util.List;

/**
 * Children of a party that are counted and priced alike.
 *
 * @param counts whether they count towards the occupancy
 * @param ages of each of them, in years, ascending; at least one
 */
public record ChildType(boolean counts, List<Integer> ages) {

  /** Sorts the ages. */
  public ChildType {
    ages = ages.stream().sorted().toList();
    if (ages.isEmpty()) {
      throw new IllegalArgumentException("a type of no children");
    }
  }
}
