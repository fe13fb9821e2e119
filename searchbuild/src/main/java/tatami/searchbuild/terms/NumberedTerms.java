package tatami.searchbuild.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Terms of offers by number: equal ones share it. Numbers are dense, from 0, in the order of the
 * offers that have them first.
 *
 * @param <T> kind of term, with equality by content
 */
public final class NumberedTerms<T> {

  private static final int NONE = -1;

  private final Map<T, Integer> numbers = new LinkedHashMap<>();
  private final int[] numberOfOffer;

  /**
   * Numbers the terms of so many offers.
   *
   * @param term of the offer with a surrogate; null where it has none
   */
  public NumberedTerms(int offers, IntFunction<T> term) {
    numberOfOffer = new int[offers];
    for (int offer = 0; offer < offers; offer++) {
      T known = term.apply(offer);
      numberOfOffer[offer] =
          known == null ? NONE : numbers.computeIfAbsent(known, absent -> numbers.size());
    }
  }

  /** Returns the number of an offer's term, null where it has none. */
  public Long number(int offer) {
    return numberOfOffer[offer] == NONE ? null : Long.valueOf(numberOfOffer[offer]);
  }

  /** Returns the terms by number. */
  public List<T> terms() {
    return List.copyOf(numbers.keySet());
  }
}
