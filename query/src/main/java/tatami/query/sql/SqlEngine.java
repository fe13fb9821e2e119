package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import tatami.query.cursor.Cursor;
import tatami.query.release.CatalogFilter;
import tatami.query.request.SortOrder;
import tatami.query.sql.FoundPage.Place;
import tatami.query.sql.Ranking.Ranked;
import tatami.query.sql.StayTables.Rules;
import tatami.query.stay.StayNeeds;
import tatami.query.stay.StayTerms.StayJudge;

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
    return find(connection, plan, after, statement -> {});
  }

  /**
   * Finds the same, and tells of every statement that was run for it.
   *
   * @param listener takes the statements in the order in which they ran
   */
  public static FoundPage find(
      Connection connection, SearchPlan plan, Cursor after, Consumer<SearchStatement> listener)
      throws SQLException {
    return new Execution(new StatementRunner(connection, listener), plan).run(after);
  }

  /** Lists what a search may run, without running it, in every form that depends on data. */
  public static List<SearchStatement> listStatements(SearchPlan plan) {
    return new StatementForms(plan).list();
  }

  /** One search. */
  private static final class Execution {

    private final StatementRunner runner;
    private final SearchPlan plan;
    private PropertyRows properties;
    private OfferRows offers;
    private OfferTotals totals;
    private StayJudge judge;

    Execution(StatementRunner runner, SearchPlan plan) {
      this.runner = runner;
      this.plan = plan;
    }

    FoundPage run(Cursor after) throws SQLException {
      List<CatalogFilter> facets = plan.request().facets();
      properties = PropertyRows.read(runner, plan, facets, plan.request().sort());
      if (plan.hasOffers()) {
        offers = OfferRows.read(runner, plan, facets, properties);
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
        judge = judge(plan.terms().needs(checkIn, checkIn, nights), Rules.OF_STAYS, offers);
        totals.putStays(judge, checkIn, nights);
        return;
      }
      StayJudge ofNights = judge(plan.terms().needsOfOpenNights(), Rules.OF_OPEN_NIGHTS, offers);
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
      OfferRows some = offers.of(shown);
      StayJudge ofNights = judge(plan.terms().needsOfOpenNights(), Rules.OF_OPEN_NIGHTS, some);
      int place = 0;
      for (int position = shown.nextSetBit(0);
          position >= 0;
          position = shown.nextSetBit(position + 1)) {
        totals.putOpenNights(position, ofNights.openNights(place++));
      }
    }

    private StayJudge judge(StayNeeds needs, Rules rules, OfferRows some) throws SQLException {
      CalendarReader calendars = new CalendarReader(runner, plan.release().description());
      return plan.terms().judge(some, calendars.read(needs, rules, some));
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
}
