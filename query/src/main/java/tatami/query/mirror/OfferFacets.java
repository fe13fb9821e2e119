package tatami.query.mirror;

import java.util.Arrays;
import tatami.query.facet.FacetCounter;
import tatami.query.facet.FacetResult;
import tatami.query.facet.NumberCounter;
import tatami.query.facet.PriceHistogram;
import tatami.query.facet.ValueCounter;
import tatami.query.facet.ValueReader;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.CodeColumn;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.release.CatalogFilter;
import tatami.searchtable.description.FilterLayout;

/** Counts what the offers of one search have, and cost, property by property. */
final class OfferFacets {

  private final SetSearch search;

  OfferFacets(SetSearch search) {
    this.search = search;
  }

  private long[] matching(long[] some) {
    long[] matching = search.propertiesOf(some);
    search.propertySets().keep(matching, SetFacets.NO_FACET);
    return matching;
  }

  /** Counts each value of a property's offers once. */
  FacetResult count(CatalogFilter facet, int place) {
    OfferColumns offers = search.columns().ofOffers();
    long[] some = search.withoutFlags(search.candidates(), place);
    long[] matching = matching(some);
    CodeColumn codes = search.columns().offers().codes().get(facet.name());
    if (codes != null && isShorterByValue(codes, some)) {
      return countByValue(codes, some, matching);
    }
    ValueReader values = FacetColumns.reader(search.columns().offers(), facet);
    FacetCounter counter = counter(facet);
    for (int id = Bits.next(matching, 0); id >= 0; id = Bits.next(matching, id + 1)) {
      int end = offers.firstOffer(id + 1);
      for (int offer = offers.firstOffer(id); offer < end; offer++) {
        if (Bits.get(some, offer)) {
          values.each(offer, value -> counter.add(value, FacetCounter.NO_TOTAL));
        }
      }
      counter.endProperty();
    }
    return counter.result();
  }

  /** A word of each value takes about as long as an offer. */
  private static boolean isShorterByValue(CodeColumn codes, long[] some) {
    return (long) codes.dictionary().size() * some.length < Bits.count(some);
  }

  private FacetResult countByValue(CodeColumn codes, long[] some, long[] matching) {
    int[] counts = new int[codes.dictionary().size()];
    long[] ofValue = new long[some.length];
    long[] properties = new long[matching.length];
    for (int place = 0; place < counts.length; place++) {
      System.arraycopy(some, 0, ofValue, 0, some.length);
      codes.set(place).keepIn(ofValue);
      Arrays.fill(properties, 0);
      search.findProperties(ofValue, properties);
      counts[place] = Bits.countBoth(properties, matching);
    }
    return FacetResult.ofCounts(codes.dictionary(), counts);
  }

  private FacetCounter counter(CatalogFilter facet) {
    return facet.layout() instanceof FilterLayout.Number number
        ? new NumberCounter(number, total -> true)
        : new ValueCounter(search.plan().release().dictionary(facet), total -> true);
  }

  /** Counts properties by their lowest totals, the budget left out. */
  FacetResult countPrices() {
    long[] some = search.withoutFlags(search.beforeBudget(), SetFacets.NO_FACET);
    long[] matching = matching(some);
    PriceHistogram histogram = new PriceHistogram();
    for (int id = Bits.next(matching, 0); id >= 0; id = Bits.next(matching, id + 1)) {
      histogram.add(search.lowest(id, some));
    }
    return histogram.result();
  }
}
