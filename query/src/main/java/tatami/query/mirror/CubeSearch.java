package tatami.query.mirror;

import java.util.List;
import tatami.query.cursor.Cursor;
import tatami.query.engine.FoundPage;
import tatami.query.engine.OfferTotals;
import tatami.query.engine.Ranking;
import tatami.query.engine.Ranking.Ranked;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.cube.CubeSlab;
import tatami.query.mirror.cube.PriceCode;
import tatami.query.mirror.offer.BookableStay;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.mirror.offer.StaySets;
import tatami.query.release.Grain;
import tatami.query.request.SortOrder;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.StayTerms.StayJudge;

/**
 * Finds the page of one search by what properties cost at least and at most: for stays of declared
 * parties without a condition on offers. Offers are looked at where codes leave a tie, and for what
 * is shown. Used once.
 */
final class CubeSearch {

  private final SearchPlan plan;
  private final MirrorColumns columns;
  private final OfferColumns offers;
  private final CubeSlab slab;
  private final StayJudge judge;
  private final StayPrices prices;
  private final BookableStay bookable;
  private final int checkIn;
  private final long budget;

  private CubeSearch(Mirror mirror, SearchPlan plan, List<PartyGroup> groups, CubeSlab slab) {
    this.plan = plan;
    this.slab = slab;
    columns = mirror.columns();
    offers = columns.ofOffers();
    checkIn = plan.checkInNight();
    budget = plan.request().price().highest();
    int nights = plan.request().stay().nights();
    StaySets stays = mirror.index().stays();
    judge = stays.judge(plan.terms());
    prices = stays.prices(plan.terms(), groups, nights);
    bookable = stays.bookable(plan.terms(), groups, judge).of(checkIn, nights);
  }

  /** Tells whether the cube decides a search. */
  static boolean decides(Mirror mirror, SearchPlan plan) {
    return slabOf(mirror, plan) != null && groupsOf(plan) != null;
  }

  /**
   * Finds the page of a search.
   *
   * @param after the last hit of the page before, or null for the first page
   * @return null where the cube does not decide the search
   */
  static FoundPage find(Mirror mirror, SearchPlan plan, Cursor after) {
    CubeSlab slab = slabOf(mirror, plan);
    List<PartyGroup> groups = slab == null ? null : groupsOf(plan);
    return groups == null ? null : new CubeSearch(mirror, plan, groups, slab).find(after);
  }

  private static CubeSlab slabOf(Mirror mirror, SearchPlan plan) {
    return plan.isDated() && !plan.request().priceFacet() && !asksForOffers(plan)
        ? mirror.slab(plan, plan.checkInNight(), plan.request().stay().nights())
        : null;
  }

  private static List<PartyGroup> groupsOf(SearchPlan plan) {
    return plan.terms().groups(plan.request().stay().nights());
  }

  /**
   * Tells whether a search has a condition on offers, a lowest price, or counts what offers have.
   */
  static boolean asksForOffers(SearchPlan plan) {
    return plan.request().price().lowest() > 0
        || plan.request().where().stream()
            .anyMatch(condition -> condition.filter().grain() == Grain.OFFER)
        || plan.request().facets().stream().anyMatch(facet -> facet.grain() == Grain.OFFER);
  }

  private FoundPage find(Cursor after) {
    GrainSets propertySets = GrainSets.of(plan, Grain.PROPERTY, columns.properties());
    long[] properties = slab.bookable().clone();
    if (plan.request().price().hasBudget()) {
      if (propertySets.must() != null) {
        Bits.and(properties, propertySets.must());
      }
      keepBudget(properties);
    }
    long[] matching = properties.clone();
    propertySets.keep(matching, SetFacets.NO_FACET);
    return new PropertyHits(plan, offers, prices, judge, this::passes)
        .page(
            matching,
            rank(matching, after, plan.request().size() + 1),
            new SetFacets(plan, columns, propertySets, properties, null).count());
  }

  private boolean passes(int offer) {
    return bookable.has(offer) && prices.total(offer, checkIn) <= budget;
  }

  private void keepBudget(long[] properties) {
    char most = PriceCode.of(budget);
    for (int word = 0; word < properties.length; word++) {
      long kept = properties[word];
      for (long left = kept; left != 0; left &= left - 1) {
        int property = (word << 6) + Long.numberOfTrailingZeros(left);
        char code = slab.lowest()[property];
        if (code > most || code == most && lowest(property) > budget) {
          kept &= ~(left & -left);
        }
      }
      properties[word] = kept;
    }
  }

  /** Returns the lowest total of a property that can be booked. */
  private long lowest(int property) {
    long lowest = OfferTotals.NONE;
    int end = offers.firstOffer(property + 1);
    for (int offer = offers.firstOffer(property); offer < end; offer++) {
      if (bookable.has(offer)) {
        lowest = Math.min(lowest, prices.total(offer, checkIn));
      }
    }
    return lowest;
  }

  private List<Ranked> rank(long[] matching, Cursor after, int most) {
    SortOrder.Kind kind = plan.request().sort().kind();
    if (kind == SortOrder.Kind.PRICE || kind == SortOrder.Kind.PRICE_DESCENDING) {
      return rankByPrice(matching, after, most, kind == SortOrder.Kind.PRICE_DESCENDING);
    }
    return new PropertyOrder(plan, columns).first(matching, after, most);
  }

  /** Codes tell which properties may be among the first; those alone are priced. */
  private List<Ranked> rankByPrice(long[] matching, Cursor after, int most, boolean isDescending) {
    int start = after == null ? -1 : order(PriceCode.of(Math.abs(after.sortKey())), isDescending);
    int end = lastCode(matching, start, most, isDescending);
    Ranking ranking = new Ranking(most, after);
    for (int word = 0; word < matching.length; word++) {
      for (long left = matching[word]; left != 0; left &= left - 1) {
        int property = (word << 6) + Long.numberOfTrailingZeros(left);
        int code = order(slab.lowest()[property], isDescending);
        if (code >= start && code <= end) {
          long lowest = lowest(property);
          ranking.add(isDescending ? -lowest : lowest, property, 0, 0);
        }
      }
    }
    return ranking.list();
  }

  private static int order(char code, boolean isDescending) {
    return isDescending ? PriceCode.NONE - code : code;
  }

  /** Returns the code of the last of so many properties whose codes are behind a start. */
  private int lastCode(long[] matching, int start, int most, boolean isDescending) {
    int[] first = new int[most];
    int size = 0;
    for (int word = 0; word < matching.length; word++) {
      for (long left = matching[word]; left != 0; left &= left - 1) {
        int property = (word << 6) + Long.numberOfTrailingZeros(left);
        int code = order(slab.lowest()[property], isDescending);
        if (code > start && (size < most || code < first[most - 1])) {
          int at = size < most ? size++ : most - 1;
          while (at > 0 && first[at - 1] > code) {
            first[at] = first[at - 1];
            at--;
          }
          first[at] = code;
        }
      }
    }
    return size < most ? PriceCode.NONE : first[most - 1];
  }
}
