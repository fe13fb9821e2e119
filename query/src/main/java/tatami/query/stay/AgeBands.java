package tatami.query.stay;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tatami.searchtable.description.ChildPolicy;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.PersonClass;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceModel;

/**
 * What a child policy makes of the ages of a party. Policies that make the same of them are equal.
 *
 * @param byAge the band of each age of the party that has one
 */
record AgeBands(Map<Integer, AgeBand> byAge) {

  /** What an adult is. */
  static final AgeBand ADULT =
      new AgeBand(0, Integer.MAX_VALUE, PersonClass.ADULT, true, BandPricing.OWN_CELLS, 0);

  /** Copies the map. */
  AgeBands {
    byAge = Map.copyOf(byAge);
  }

  /** Returns what a policy makes of some ages. */
  static AgeBands of(ChildPolicy policy, Collection<Integer> ages) {
    Map<Integer, AgeBand> byAge = new TreeMap<>();
    for (int age : ages) {
      policy.findBand(age).ifPresent(band -> byAge.put(age, band));
    }
    return new AgeBands(byAge);
  }

  /**
   * Returns what becomes of some ages in an offer without a policy: where the catalog has no
   * policies and prices are not per person, a child is a head like an adult; else no age has a
   * band.
   */
  static AgeBands withoutPolicy(StayLayout layout, Collection<Integer> ages) {
    boolean hasPolicies = layout.rules().policy() != null || !layout.policies().isEmpty();
    Map<Integer, AgeBand> byAge = new TreeMap<>();
    if (!hasPolicies && layout.model() != PriceModel.PER_PERSON) {
      ages.forEach(age -> byAge.put(age, ADULT));
    }
    return new AgeBands(byAge);
  }

  /** Finds the band of an age of the party. */
  Optional<AgeBand> find(int age) {
    return Optional.ofNullable(byAge.get(age));
  }
}
