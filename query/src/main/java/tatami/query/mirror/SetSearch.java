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
import tatami.query.mirror.offer.BookableOffers;
import tatami.query.mirror.offer.Segments;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.mirror.offer.StaySets;
import tatami.query.release.Grain;
import tatami.query.request.PriceRequest;
import tatami.query.request.SortOrder;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.StayTerms.StayJudge;

/**
 * Finds the page of one search by sets of rows: those that pass each filter, and the offers that
 * can be booked. Prices are looked up where they decide something, and for what is shown. Used
 * once.
 */
final class SetSearch {

  /** Where properties that pass are at most one in so many, their offers are looked at alone. */
  private static final int FEW = 4;

  private final Mirror mirror;
  private final MirrorColumns columns;
  private final OfferColumns offers;
  private final SearchPlan plan;
  private final int checkIn;
  private final StayJudge judge;
  private final StayPrices prices;
  private final BookableOffers bookable;

  /** What properties cost whatever offers are asked for; null where the cube does not hold it. */
  private final CubeSlab slab;

  private GrainSets propertySets;
  private GrainSets offerSets;

  /** Offers that can be booked within the budget and pass what no facet of offers leaves out. */
  private long[] candidates;

  /** The same before the budget, where prices are counted. */
  private long[] beforeBudget;

  /** Those of the candidates that pass all filters of offers. */
  private long[] passing;

  private SetSearch(Mirror mirror, SearchPlan plan, List<PartyGroup> groups) {
    this.mirror = mirror;
    this.plan = plan;
    columns = mirror.columns();
    offers = columns.ofOffers();
    boolean isDated = plan.isDated();
    checkIn = isDated ? plan.checkInNight() : 0;
    judge = plan.hasStays() ? mirror.index().stays().judge(plan.terms()) : null;
    StaySets stays = isDated ? mirror.index().stays() : null;
    int nights = isDated ? plan.request().stay().nights() : 0;
    prices = isDated ? stays.prices(plan.terms(), groups, nights) : null;
    bookable = isDated ? stays.bookable(plan.terms(), groups, judge) : null;
    slab = isDated ? mirror.slab(plan, checkIn, nights) : null;
  }

  /** Tells whether a search can be answered by sets. */
  static boolean decides(SearchPlan plan) {
    return groupsOf(plan) != null;
  }

  /** Tells whether the cube says something of the stay that is asked for. */
  static boolean isBounded(Mirror mirror, SearchPlan plan) {
    return plan.isDated()
        && mirror.slab(plan, plan.checkInNight(), plan.request().stay().nights()) != null;
  }

  /**
   * Finds the page of a search.
   *
   * @param after the last hit of the page before, or null for the first page
   * @return null where the search has to be answered row by row
   */
  static FoundPage find(Mirror mirror, SearchPlan plan, Cursor after) {
    List<PartyGroup> groups = groupsOf(plan);
    return groups == null ? null : new SetSearch(mirror, plan, groups).find(after);
  }

  /** Returns the groups of a party whose stay is priced; without a stay none is needed. */
  private static List<PartyGroup> groupsOf(SearchPlan plan) {
    if (!plan.pricesEveryOffer()) {
      return List.of();
    }
    return plan.isDated() ? plan.terms().groups(plan.request().stay().nights()) : null;
  }

  private FoundPage find(Cursor after) {
    propertySets = GrainSets.of(plan, Grain.PROPERTY, columns.properties());
    long[] properties;
    OfferFacets offerFacets = null;
    if (plan.hasOffers()) {
      offerSets = GrainSets.of(plan, Grain.OFFER, columns.offers());
      candidates = findCandidates();
      beforeBudget = candidates;
      PriceRequest price = plan.request().price();
      if (plan.isDated() && price.hasBudget()) {
        beforeBudget = plan.request().priceFacet() ? candidates.clone() : candidates;
        keepBudget(candidates, price);
      }
      passing = withoutFlags(candidates, SetFacets.NO_FACET);
      offerFacets = new OfferFacets(this);
      properties = propertiesOf(passing);
    } else {
      properties = Bits.all(columns.properties().rows());
    }
    long[] matching = properties.clone();
    propertySets.keep(matching, SetFacets.NO_FACET);
    return new PropertyHits(plan, offers, prices, judge, offer -> Bits.get(passing, offer))
        .page(
            matching,
            rank(matching, after, plan.request().size() + 1),
            new SetFacets(plan, columns, propertySets, properties, offerFacets).count());
  }

  private long[] findCandidates() {
    long[] found;
    if (offerSets.must() == null) {
      found = offers.sold().clone();
    } else {
      found = offerSets.must().clone();
      Bits.and(found, offers.sold());
    }
    long[] must = propertySets.must();
    boolean isFew = must != null && Bits.count(must) * FEW <= offers.properties();
    if (isFew) {
      keepOffersOf(must, found);
    }
    if (plan.isDated()) {
      bookable.of(checkIn, plan.request().stay().nights()).keep(found);
      boolean hasBudget = plan.request().price().hasBudget();
      if (!isFew && must != null && hasBudget) {
        keepOffersOf(must, found);
      }
    }
    return found;
  }

  private void keepOffersOf(long[] properties, long[] found) {
    long[] all = Bits.none(offers.count());
    Segments.addOffers(offers, properties, all);
    Bits.and(found, all);
  }

  /** Properties whose totals are all inside the budget, or above it, are not priced. */
  private void keepBudget(long[] found, PriceRequest price) {
    boolean isBounded = slab != null && price.lowest() == 0;
    char most = PriceCode.of(price.highest());
    for (int word = 0; word < found.length; word++) {
      long kept = found[word];
      for (long left = kept; left != 0; left &= left - 1) {
        int offer = (word << 6) + Long.numberOfTrailingZeros(left);
        int property = offers.property(offer);
        if (isBounded && slab.highest()[property] < most) {
          continue;
        }
        if (isBounded && slab.lowest()[property] > most || !isWithin(offer, price)) {
          kept &= ~(left & -left);
        }
      }
      found[word] = kept;
    }
  }

  private boolean isWithin(int offer, PriceRequest price) {
    long total = prices.total(offer, checkIn);
    return total >= price.lowest() && total <= price.highest();
  }

  /** Keeps the candidates that pass the conditions of facets, all but one. */
  long[] withoutFlags(long[] found, int exceptFacet) {
    if (offerSets.flags().isEmpty()) {
      return found;
    }
    long[] kept = found.clone();
    offerSets.keepFlags(kept, exceptFacet);
    return kept;
  }

  /** Returns the properties that have an offer in a set. */
  long[] propertiesOf(long[] some) {
    long[] found = Bits.none(columns.properties().rows());
    findProperties(some, found);
    return found;
  }

  /** Adds the properties that have an offer in a set to an empty one. */
  void findProperties(long[] some, long[] found) {
    mirror.index().segments().findProperties(some, found);
  }

  private List<Ranked> rank(long[] matching, Cursor after, int most) {
    SortOrder.Kind kind = plan.request().sort().kind();
    if (kind != SortOrder.Kind.PRICE && kind != SortOrder.Kind.PRICE_DESCENDING) {
      return new PropertyOrder(plan, columns).first(matching, after, most);
    }
    boolean isAscending = kind == SortOrder.Kind.PRICE;
    Ranking ranking = new Ranking(most, after);
    for (int id = Bits.next(matching, 0); id >= 0; id = Bits.next(matching, id + 1)) {
      if (!isBehind(id, ranking.bound(), isAscending)) {
        long lowest = lowest(id);
        ranking.add(isAscending ? lowest : -lowest, id, 0, 0);
      }
    }
    return ranking.list();
  }

  /** Tells whether all totals of a property are behind a place in the order. */
  private boolean isBehind(int property, long bound, boolean isAscending) {
    if (slab == null || bound == Long.MAX_VALUE) {
      return false;
    }
    return isAscending
        ? slab.lowest()[property] > PriceCode.of(bound)
        : slab.highest()[property] < PriceCode.of(-bound);
  }

  /** Returns the lowest total of a property that matches. */
  long lowest(int property) {
    return lowest(property, passing);
  }

  /** Returns the lowest total of the offers of a property that are in a set. */
  long lowest(int property, long[] some) {
    long lowest = OfferTotals.NONE;
    int end = offers.firstOffer(property + 1);
    for (int offer = offers.firstOffer(property); offer < end; offer++) {
      if (Bits.get(some, offer)) {
        lowest = Math.min(lowest, prices.total(offer, checkIn));
      }
    }
    return lowest;
  }

  SearchPlan plan() {
    return plan;
  }

  MirrorColumns columns() {
    return columns;
  }

  GrainSets propertySets() {
    return propertySets;
  }

  long[] candidates() {
    return candidates;
  }

  long[] beforeBudget() {
    return beforeBudget;
  }
}
