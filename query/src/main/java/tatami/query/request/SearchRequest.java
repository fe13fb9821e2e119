package tatami.query.request;

import java.util.List;
import java.util.Objects;
import tatami.query.release.CatalogFilter;
import tatami.searchtable.description.GrainTable.ShowColumn;

/**
 * A search that the release can answer.
 *
 * @param stay dates and rooms; with its defaults where the caller said nothing
 * @param where conditions, all of which hold, by filter name; at most one a filter, but a point may
 *     have two
 * @param price budget and how prices are shown
 * @param sort the order of the result
 * @param size most hits of a page, 1 to 100
 * @param offers most offers of a hit, 0 to 100
 * @param facets filters whose values are counted, each once
 * @param priceFacet whether properties are counted by their lowest totals, the budget left out
 * @param show columns of the property, in the asked order
 * @param warnings what a caller should know, such as values that no row has
 */
public record SearchRequest(
    StayRequest stay,
    List<Condition> where,
    PriceRequest price,
    SortOrder sort,
    int size,
    int offers,
    List<CatalogFilter> facets,
    boolean priceFacet,
    List<ShowColumn> show,
    List<String> warnings) {

  /** Name of the facet that counts by price. */
  public static final String PRICE_FACET = "price";

  /** Copies the lists. */
  public SearchRequest {
    Objects.requireNonNull(stay, "stay");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(sort, "sort");
    where = List.copyOf(where);
    facets = List.copyOf(facets);
    show = List.copyOf(show);
    warnings = List.copyOf(warnings);
  }

  /** Returns a search of which no page is shown: all that counts is what matches. */
  static SearchRequest ofAllMatches(
      StayRequest stay, List<Condition> where, PriceRequest price, List<String> warnings) {
    return new SearchRequest(
        stay, where, price, SortOrder.RECOMMENDED, 1, 0, List.of(), false, List.of(), warnings);
  }
}
