package tatami.query.engine;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import tatami.query.cursor.Cursor;
import tatami.query.engine.FoundPage.Place;
import tatami.query.engine.Ranking.Ranked;
import tatami.query.release.CatalogFilter;
import tatami.query.request.SortOrder;
import tatami.query.stay.StayNeeds;
import tatami.query.stay.StayTerms.StayJudge;

/**
 * Finds the page of one search from rows that an engine has filtered: judges every offer that
 * counts, orders and counts what matches. Used once.
 */
public final class PageSearch {

  private final FilteredRows rows;
  private final SearchPlan plan;
  private FilteredProperties properties;
  private FilteredOffers offers;
  private OfferTotals totals;
  private StayJudge judge;

  /** Prepares a search. */
  public PageSearch(FilteredRows rows, SearchPlan plan) {
    this.rows = rows;
    this.plan = plan;
  }

  /**
   * Finds one page with its offers and facets.
   *
   * @param after the last hit of the page before, or null for the first page
   */
  public FoundPage find(Cursor after) throws SQLException {
    List<CatalogFilter> facets = plan.request().facets();
    properties = rows.properties(facets, plan.request().sort());
    if (plan.hasOffers()) {
      offers = rows.offers(facets, properties);
      totals = new OfferTotals(offers.count());
      if (plan.pricesEveryOffer()) {
        priceAll();
      }
    }
    Matches matches = new Matches(plan, properties, offers, totals, plan.request().price());
    int size = plan.request().size();
    Ranking ranking = new Ranking(size + 1, after);
    int[] total = new int[1];
    matches.each(
        0,
        (property, first, end, lowest) -> {
          total[0]++;
          ranking.add(sortKey(property, lowest), property, first, end);
        });
    List<Ranked> ranked = ranking.list();
    List<Ranked> page = ranked.subList(0, Math.min(size, ranked.size()));
    Ranked last = ranked.size() > size ? page.get(size - 1) : null;
    if (plan.hasStays() && !plan.pricesEveryOffer()) {
      priceShown(page, matches);
    }
    return new FoundPage(
        total[0],
        new PageHits(plan, offers, totals, matches, judge).list(page),
        new FacetCounts(plan, properties, offers, totals).count(),
        last == null ? null : new Place(last.sortKey(), last.property()));
  }

  private void priceAll() throws SQLException {
    if (offers.count() == 0) {
      return;
    }
    if (plan.isDated()) {
      int checkIn = plan.checkInNight();
      int nights = plan.request().stay().nights();
      judge = judge(plan.terms().needs(checkIn, checkIn, nights), AskedRules.OF_STAYS, offers);
      totals.putStays(judge, checkIn, nights);
      return;
    }
    StayJudge ofNights = judge(plan.terms().needsOfOpenNights(), AskedRules.OF_OPEN_NIGHTS, offers);
    for (int position = 0; position < offers.count(); position++) {
      totals.putOpenNights(position, ofNights.openNights(position));
    }
  }

  private void priceShown(List<Ranked> page, Matches matches) throws SQLException {
    BitSet shown = new BitSet();
    for (Ranked ranked : page) {
      for (int position = ranked.first(); position < ranked.end(); position++) {
        shown.set(position, matches.passes(position, 0));
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    FilteredOffers some = offers.of(shown);
    StayJudge ofNights = judge(plan.terms().needsOfOpenNights(), AskedRules.OF_OPEN_NIGHTS, some);
    int place = 0;
    for (int position = shown.nextSetBit(0);
        position >= 0;
        position = shown.nextSetBit(position + 1)) {
      totals.putOpenNights(position, ofNights.openNights(place++));
    }
  }

  private StayJudge judge(StayNeeds needs, AskedRules rules, FilteredOffers some)
      throws SQLException {
    return plan.terms().judge(some, rows.cells(needs, rules, some));
  }

  private long sortKey(int property, long lowest) {
    SortOrder.Kind kind = plan.request().sort().kind();
    return switch (kind) {
      case RECOMMENDED -> property;
      case RANK, RELEVANCE -> properties.sortKey(property);
      case PRICE -> lowest;
      case PRICE_DESCENDING -> lowest == OfferTotals.NONE ? lowest : -lowest;
      case DISTANCE -> plan.neighbours().millimetresOf(property);
    };
  }
}
