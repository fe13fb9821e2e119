package tatami.query.mirror;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.FacetResult;
import tatami.query.mirror.column.BucketColumn;
import tatami.query.mirror.column.CodeColumn;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.column.NumberColumn;
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

  private final SearchPlan plan;
  private final MirrorColumns columns;
  private final GrainSets propertySets;
  private final long[] properties;
  private final OfferFacets offerFacets;

  /**
   * Counts facets of a search.
   *
   * @param properties those that have an offer which passes; filters of properties aside
   * @param offerFacets counts what offers have; null where nothing of theirs is asked for
   */
  SetFacets(
      SearchPlan plan,
      MirrorColumns columns,
      GrainSets propertySets,
      long[] properties,
      OfferFacets offerFacets) {
    this.plan = plan;
    this.columns = columns;
    this.propertySets = propertySets;
    this.properties = properties;
    this.offerFacets = offerFacets;
  }

  /** Counts all facets, by name in the asked order, the prices last. */
  Map<String, FacetResult> count() {
    SearchRequest request = plan.request();
    Map<String, FacetResult> results = new LinkedHashMap<>();
    List<CatalogFilter> facets = request.facets();
    long[] matching = null;
    for (int place = 0; place < facets.size(); place++) {
      CatalogFilter facet = facets.get(place);
      if (facet.grain() == Grain.OFFER) {
        results.put(facet.name(), offerFacets.count(facet, place));
      } else if (propertySets.hasFlag(place)) {
        results.put(facet.name(), countProperties(facet, matching(properties, place)));
      } else {
        matching = matching == null ? matching(properties, NO_FACET) : matching;
        results.put(facet.name(), countProperties(facet, matching));
      }
    }
    if (request.priceFacet()) {
      results.put(SearchRequest.PRICE_FACET, offerFacets.countPrices());
    }
    return results;
  }

  private long[] matching(long[] found, int exceptFacet) {
    long[] matching = found.clone();
    propertySets.keep(matching, exceptFacet);
    return matching;
  }

  private FacetResult countProperties(CatalogFilter facet, long[] matching) {
    GrainColumns ofProperties = columns.properties();
    CodeColumn codes = ofProperties.codes().get(facet.name());
    if (codes != null) {
      return countCodes(codes, matching);
    }
    TagColumn tags = ofProperties.tags().get(facet.name());
    if (tags != null) {
      int[] counts = new int[tags.size()];
      Arrays.setAll(counts, code -> tags.set(code).countBoth(matching));
      return FacetResult.ofCounts(plan.release().dictionary(facet), counts);
    }
    return countNumbers(
        (FilterLayout.Number) facet.layout(),
        ofProperties.numbers().get(facet.name()),
        ofProperties.buckets().get(facet.name()),
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
    return FacetResult.ofNumbers(buckets.plan(), layout.step(), counts, lowest, highest);
  }
}
