package tatami.query.stay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tatami.searchtable.description.StayLayout;

/**
 * What becomes of a party under each child policy of a release. Policies that make the same of its
 * ages share one.
 *
 * @param <T> what it becomes
 */
final class ByPolicy<T> {

  private final List<T> byNumber;
  private final T withoutPolicy;
  private final Collection<T> distinct;

  /**
   * Works it out.
   *
   * @param ages of the party's children
   * @param compile called once for each distinct set of bands
   */
  ByPolicy(StayLayout layout, Collection<Integer> ages, Function<AgeBands, T> compile) {
    Map<AgeBands, T> byBands = new HashMap<>();
    if (ages.isEmpty()) {
      // Policies are about ages: without any, all of them make the same of the party.
      withoutPolicy = compile.apply(new AgeBands(Map.of()));
      byNumber = Collections.nCopies(layout.policies().size(), withoutPolicy);
      distinct = List.of(withoutPolicy);
      return;
    }
    byNumber =
        layout.policies().stream()
            .map(policy -> byBands.computeIfAbsent(AgeBands.of(policy, ages), compile))
            .toList();
    withoutPolicy = byBands.computeIfAbsent(AgeBands.withoutPolicy(layout, ages), compile);
    distinct = List.copyOf(byBands.values());
  }

  /** Returns what it becomes in an offer whose policy has a number, or is absent. */
  T of(long policy) {
    return policy == Offers.ABSENT ? withoutPolicy : byNumber.get((int) policy);
  }

  /** Returns the policies that make something of it, {@link Offers#ABSENT} for no policy. */
  List<Long> policiesOf(T result) {
    List<Long> policies = new ArrayList<>();
    for (int number = 0; number < byNumber.size(); number++) {
      if (byNumber.get(number) == result) {
        policies.add((long) number);
      }
    }
    if (withoutPolicy == result) {
      policies.add(Offers.ABSENT);
    }
    return policies;
  }

  /** Returns all that it becomes in any offer. */
  Collection<T> distinct() {
    return distinct;
  }
}
