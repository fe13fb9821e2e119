package tatami.query.mirror;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.query.facet.BucketPlan;
import tatami.query.facet.FacetCounter;
import tatami.query.facet.FacetResult;
import tatami.query.facet.NumberCounter;
import tatami.query.facet.PriceHistogram;
import tatami.query.facet.ValueCounter;
import tatami.query.facet.ValueReader;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.BucketColumn;
import tatami.query.mirror.column.CodeColumn;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.NumberColumn;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.column.TagColumn;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Dictionary;
import tatami.query.release.Grain;
import tatami.query.request.SearchRequest;
import tatami.searchtable.description.FilterLayout;

/** Counts the facets of one search by sets of rows. */
final class SetFacets {

  /** Stands for no facet. */
  static final int NO_FACET = -1;

  private final SetSearch search;
  private final long[] properties;
  private final long[] beforeBudget;

  /**
   * Counts facets of a search.
   *
   * @param properties those that have an offer which passes; filters of properties aside
   * @param beforeBudget offers that count where the budget does not; null where it leaves none out
   */
  SetFacets(SetSearch search, long[] properties, long[] beforeBudget) {
    this.search = search;
    this.properties = properties;
    this.beforeBudget = beforeBudget;
  }

  /** Counts all facets, by name in the asked order, the prices last. */
  Map<String, FacetResult> count() {
    SearchRequest request = search.plan().request();
    Map<String, FacetResult> results = new LinkedHashMap<>();
    List<CatalogFilter> facets = request.facets();
    long[] matching = null;
    for (int place = 0; place < facets.size(); place++) {
      CatalogFilter facet = facets.get(place);
      if (facet.grain() == Grain.OFFER) {
        results.put(facet.name(), countOffers(facet, place));
      } else if (search.propertySets().hasFlag(place)) {
        results.put(facet.name(), countProperties(facet, matching(properties, place)));
      } else {
        matching = matching == null ? matching(properties, NO_FACET) : matching;
        results.put(facet.name(), countProperties(facet, matching));
      }
    }
    if (request.priceFacet()) {
      results.put(SearchRequest.PRICE_FACET, countPrices());
    }
    return results;
  }

  private long[] matching(long[] found, int exceptFacet) {
    long[] matching = found.clone();
    search.propertySets().keep(matching, exceptFacet);
    return matching;
  }

  private FacetResult countProperties(CatalogFilter facet, long[] matching) {
    GrainColumns columns = search.columns().properties();
    CodeColumn codes = columns.codes().get(facet.name());
    if (codes != null) {
      return countCodes(codes, matching);
    }
    TagColumn tags = columns.tags().get(facet.name());
    if (tags != null) {
      int[] counts = new int[tags.size()];
      Arrays.setAll(counts, code -> tags.set(code).countBoth(matching));
      return FacetResult.ofCounts(search.plan().release().dictionary(facet), counts);
    }
    return countNumbers(
        (FilterLayout.Number) facet.layout(),
        columns.numbers().get(facet.name()),
        columns.buckets().get(facet.name()),
        matching);
  }

  private static FacetResult countCodes(CodeColumn codes, long[] matching) {
    Dictionary dictionary = codes.dictionary();
    int[] counts = new int[dictionary.size()];
    for (int word = 0; word < matching.length; word++) {
      for (long left = matching[word]; left != 0; left &= left - 1) {
        int place = codes.place((word << 6) + Long.numberOfTrailingZeros(left));
        if (place != CodeColumn.ABSENT) {
          counts[place]++;
        }
      }
    }
    for (int place = counts.length - 1; place >= 0; place--) {
      int above = dictionary.placeAbove(place);
      if (above != Dictionary.ROOT) {
        counts[above] += counts[place];
      }
    }
    return FacetResult.ofCounts(dictionary, counts);
  }

  private static FacetResult countNumbers(
      FilterLayout.Number layout, NumberColumn numbers, BucketColumn buckets, long[] matching) {
    long[] counts = new long[buckets.size()];
    long lowest = Long.MAX_VALUE;
    long highest = Long.MIN_VALUE;
    for (int word = 0; word < matching.length; word++) {
      for (long left = matching[word]; left != 0; left &= left - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(left);
        int bucket = buckets.at(row);
        if (bucket != BucketColumn.ABSENT) {
          counts[bucket]++;
          lowest = Math.min(lowest, numbers.at(row));
          highest = Math.max(highest, numbers.at(row));
        }
      }
    }
    return FacetResult.ofNumbers(BucketPlan.of(layout), layout.step(), counts, lowest, highest);
  }

  /** Counts each value of a property's offers once. */
  private FacetResult countOffers(CatalogFilter facet, int place) {
    OfferColumns offers = search.columns().ofOffers();
    long[] some = search.withoutFlags(search.candidates(), place);
    long[] matching = matching(search.propertiesOf(some), NO_FACET);
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

  private FacetCounter counter(CatalogFilter facet) {
    return facet.layout() instanceof FilterLayout.Number number
        ? new NumberCounter(number, total -> true)
        : new ValueCounter(search.plan().release().dictionary(facet), total -> true);
  }

  private FacetResult countPrices() {
    long[] some =
        search.withoutFlags(beforeBudget == null ? search.candidates() : beforeBudget, NO_FACET);
    long[] matching = matching(search.propertiesOf(some), NO_FACET);
    PriceHistogram histogram = new PriceHistogram();
    for (int id = Bits.next(matching, 0); id >= 0; id = Bits.next(matching, id + 1)) {
      histogram.add(search.lowest(id, some));
    }
    return histogram.result();
  }
}
