package tatami.query.engine;

import java.util.BitSet;
import tatami.query.facet.ValueReader;
import tatami.query.stay.Offers;

/**
 * The offers that count for something: those that pass all filters, the property's own among them,
 * or fail the condition of one facet alone.
 */
public interface FilteredOffers extends Offers {

  /** Returns the flags that an offer or its property fails, at most one; 0 where it passes. */
  int failed(int position);

  /** Returns the position behind the last one of the same property. */
  default int end(int position) {
    int property = property(position);
    int end = position + 1;
    while (end < count() && property(end) == property) {
      end++;
    }
    return end;
  }

  /** Returns some of the offers, in the order of their positions here. */
  FilteredOffers of(BitSet positions);

  /**
   * Opens what a facet of offers counts; the reader takes positions.
   *
   * @param place of the facet in the request
   */
  ValueReader facet(int place);
}
