package tatami.query.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import tatami.query.facet.FacetCounter;
import tatami.query.facet.FacetResult;
import tatami.query.facet.NumberCounter;
import tatami.query.facet.PriceHistogram;
import tatami.query.facet.ValueCounter;
import tatami.query.facet.ValueReader;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.PriceRequest;
import tatami.query.request.SearchRequest;
import tatami.searchtable.description.FilterLayout;

/** Counts the facets of a search from the rows that were read for it. */
public final class FacetCounts {

  private final SearchPlan plan;
  private final FilteredProperties properties;
  private final FilteredOffers offers;
  private final OfferTotals totals;
  private final Matches matches;

  public FacetCounts(
      SearchPlan plan, FilteredProperties properties, FilteredOffers offers, OfferTotals totals) {
    this.plan = plan;
    this.properties = properties;
    this.offers = offers;
    this.totals = totals;
    this.matches = matches(plan.request().price());
  }

  private Matches matches(PriceRequest price) {
    return new Matches(plan, properties, offers, totals, price);
  }

  /** Counts all facets, by name in the asked order, the prices last. */
  public Map<String, FacetResult> count() {
    Map<String, FacetResult> results = new LinkedHashMap<>();
    List<CatalogFilter> facets = plan.request().facets();
    for (int place = 0; place < facets.size(); place++) {
      results.put(facets.get(place).name(), count(place));
    }
    if (plan.request().priceFacet()) {
      results.put(SearchRequest.PRICE_FACET, countPrices());
    }
    return results;
  }

  /** A flag of a facet is that of the condition on its own filter, which is left out. */
  private FacetResult count(int place) {
    CatalogFilter facet = plan.request().facets().get(place);
    FacetCounter counter = counter(facet);
    if (facet.grain() == Grain.PROPERTY) {
      countProperties(1 << place, properties.facet(place), counter);
    } else {
      countOffers(1 << place, offers.facet(place), counter);
    }
    return counter.result();
  }

  private FacetCounter counter(CatalogFilter facet) {
    return facet.layout() instanceof FilterLayout.Number number
        ? new NumberCounter(number, matches.budgetOfProperty())
        : new ValueCounter(plan.release().dictionary(facet), matches.budgetOfProperty());
  }

  private void countProperties(int allowed, ValueReader values, FacetCounter counter) {
    Adder adder = new Adder(counter);
    matches.each(
        allowed,
        (property, first, end, lowest) -> {
          adder.lowest = lowest;
          values.each(property, adder);
          counter.endProperty();
        });
  }

  /** Where a value is chosen, the property's lowest total is that of its offers with the value. */
  private void countOffers(int allowed, ValueReader values, FacetCounter counter) {
    Adder adder = new Adder(counter);
    matches.eachOfOffers(
        (property, first, end, lowest) -> {
          for (int position = first; position < end; position++) {
            if (matches.passes(position, allowed)) {
              adder.lowest = totals.lowest(position);
              values.each(position, adder);
            }
          }
          counter.endProperty();
        });
  }

  private FacetResult countPrices() {
    PriceHistogram histogram = new PriceHistogram();
    matches(PriceRequest.DEFAULT)
        .each(
            0,
            (property, first, end, lowest) -> {
              if (lowest != OfferTotals.NONE) {
                histogram.add(lowest);
              }
            });
    return histogram.result();
  }

  /** Adds values to a counter, each with the lowest total of the row at hand. */
  private static final class Adder implements LongConsumer {

    private final FacetCounter counter;
    private long lowest;

    Adder(FacetCounter counter) {
      this.counter = counter;
    }

    @Override
    public void accept(long value) {
      counter.add(value, lowest);
    }
  }
}
