package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tatami.query.cursor.Cursor;
import tatami.query.facet.CodeCount;
import tatami.query.facet.FacetResult;
import tatami.query.release.CatalogFilter;
import tatami.query.request.SearchRequest;
import tatami.query.sql.FoundPage.FoundOffer;
import tatami.query.sql.FoundPage.Hit;
import tatami.query.sql.FoundPage.Place;
import tatami.query.sql.SearchPlan.Pricing;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.searchtable.description.FilterLayout;

/** Executes searches on the search tables. Stateless; the caller's transaction is the snapshot. */
public final class SqlEngine {

  private SqlEngine() {}

  /**
   * Finds one page with its offers and facets.
   *
   * @param connection inside a transaction that sees one state
   * @param after the last hit of the page before, or null for the first page
   */
  public static FoundPage find(Connection connection, SearchPlan plan, Cursor after)
      throws SQLException {
    return find(new StatementRunner(connection, statement -> {}), plan, after);
  }

  /**
   * Finds the same, and tells of every statement that was run for it.
   *
   * @param listener takes the statements in the order in which they ran
   */
  public static FoundPage find(
      Connection connection, SearchPlan plan, Cursor after, Consumer<SearchStatement> listener)
      throws SQLException {
    return find(new StatementRunner(connection, listener), plan, after);
  }

  /**
   * Lists what a search would run, without running it: page, offers and facets.
   *
   * @param after the last hit of the page before, or null for the first page
   */
  public static List<SearchStatement> listStatements(SearchPlan plan, Cursor after) {
    PageText text = new PageText(plan);
    List<SearchStatement> statements = new ArrayList<>();
    statements.add(new SearchStatement(Purpose.PAGE, text.page(after)));
    if (plan.hasOffers()) {
      int[] ids = IntStream.range(0, plan.request().size()).toArray();
      statements.add(new SearchStatement(Purpose.OFFERS, text.offers(ids, 1)));
    }
    if (!plan.request().facets().isEmpty()) {
      statements.add(new SearchStatement(Purpose.FACETS, new FacetText(plan).counts()));
    }
    return statements;
  }

  private static FoundPage find(StatementRunner runner, SearchPlan plan, Cursor after)
      throws SQLException {
    List<PageRow> rows = runner.list(Purpose.PAGE, new PageText(plan).page(after), PageRow::read);
    long total = rows.get(0).total();
    List<PageRow> found = rows.stream().filter(PageRow::isHit).toList();
    int size = plan.request().size();
    boolean isLast = found.size() <= size;
    List<PageRow> page = found.subList(0, Math.min(size, found.size()));
    PageRow lastRow = isLast ? null : page.get(page.size() - 1);
    return new FoundPage(
        total,
        hits(plan, page, findOffers(runner, plan, page)),
        countFacets(runner, plan),
        lastRow == null ? null : new Place(lastRow.sortKey(), lastRow.id()));
  }

  private static List<Hit> hits(
      SearchPlan plan, List<PageRow> page, Map<Integer, List<OfferRow>> offersByProperty) {
    boolean pricedByOffers = plan.pricingOfPage() != plan.pricingOfOrder();
    List<Hit> hits = new ArrayList<>();
    for (PageRow row : page) {
      List<OfferRow> offers = offersByProperty.getOrDefault(row.id(), List.of());
      OfferRow cheapest = offers.isEmpty() ? null : offers.get(0);
      boolean takeOffers = pricedByOffers && cheapest != null;
      hits.add(
          new Hit(
              row.id(),
              takeOffers ? cheapest.propertyLowest() : row.lowest(),
              takeOffers ? cheapest.propertyHighest() : row.highest(),
              row.offers(),
              offers.stream()
                  .limit(plan.request().offers())
                  .map(offer -> new FoundOffer(offer.id(), offer.lowest(), null))
                  .toList(),
              plan.neighbours() == null ? null : plan.neighbours().millimetresOf(row.id())));
    }
    return hits;
  }

  private static Map<Integer, List<OfferRow>> findOffers(
      StatementRunner runner, SearchPlan plan, List<PageRow> page) throws SQLException {
    SearchRequest request = plan.request();
    Map<Integer, List<OfferRow>> offers = new HashMap<>();
    boolean pricedAlready =
        plan.pricingOfPage() == Pricing.NONE || plan.pricingOfPage() == plan.pricingOfOrder();
    if (page.isEmpty() || !plan.hasOffers() || (request.offers() == 0 && pricedAlready)) {
      return offers;
    }
    int[] ids =
        page.stream()
            .flatMapToInt(row -> IntStream.rangeClosed(row.firstOffer(), row.lastOffer()))
            .toArray();
    Fragment text = new PageText(plan).offers(ids, Math.max(1, request.offers()));
    for (OfferRow offer : runner.list(Purpose.OFFERS, text, OfferRow::read)) {
      offers.computeIfAbsent(offer.property(), absent -> new ArrayList<>()).add(offer);
    }
    return offers;
  }

  private static Map<String, FacetResult> countFacets(StatementRunner runner, SearchPlan plan)
      throws SQLException {
    List<CatalogFilter> facets = plan.request().facets();
    Map<String, FacetResult> results = new LinkedHashMap<>();
    if (facets.isEmpty()) {
      return results;
    }
    List<FacetRow> rows = runner.list(Purpose.FACETS, new FacetText(plan).counts(), FacetRow::read);
    for (int index = 0; index < facets.size(); index++) {
      int place = index;
      List<CodeCount> counts =
          rows.stream().filter(row -> row.facet() == place).map(FacetRow::count).toList();
      results.put(facets.get(index).name(), result(plan, facets.get(index), counts));
    }
    return results;
  }

  private static FacetResult result(SearchPlan plan, CatalogFilter facet, List<CodeCount> counts) {
    return facet.layout() instanceof FilterLayout.Number number
        ? FacetResult.ofNumbers(number, counts)
        : FacetResult.ofValues(facet, plan.release().dictionary(facet), counts);
  }
}
