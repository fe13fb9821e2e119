package tatami.query.survey;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import tatami.query.stay.WhyNot;

/**
 * What comes out of one check-in.
 *
 * @param checkIn night of the check-in, from 0 for the horizon's first
 * @param properties how many properties pass the property filters
 * @param matching how many of them have an offer that can be booked within the budget
 * @param lowest lowest total of those offers, in minor units; null where there is none
 * @param highest highest total of those offers; null where there is none
 * @param whyNot how many of the others have which code, in the order of the codes; counts are above
 *     0
 * @param aboveBudget the smallest total above the budget; null where there is none
 */
public record Outcome(
    int checkIn,
    int properties,
    int matching,
    Long lowest,
    Long highest,
    Map<WhyNot, Integer> whyNot,
    AboveBudget aboveBudget) {

  /** Copies the counts. */
  public Outcome {
    Map<WhyNot, Integer> ordered = new EnumMap<>(WhyNot.class);
    ordered.putAll(whyNot);
    whyNot = Collections.unmodifiableMap(ordered);
  }

  /**
   * What a higher budget would reach first.
   *
   * @param total smallest total above the budget, in minor units
   * @param properties how many properties have it
   */
  public record AboveBudget(long total, int properties) {}
}
