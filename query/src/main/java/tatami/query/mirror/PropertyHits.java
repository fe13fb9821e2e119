package tatami.query.mirror;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import tatami.query.engine.FoundPage;
import tatami.query.engine.FoundPage.FoundOffer;
import tatami.query.engine.FoundPage.Hit;
import tatami.query.engine.FoundPage.Place;
import tatami.query.engine.OfferTotals;
import tatami.query.engine.Ranking.Ranked;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.FacetResult;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.request.Guests.SplitParty;
import tatami.query.stay.StayTerms.StayJudge;

/**
 * Makes the hits of a page: of each property the offers that pass, what they cost, and the cheapest
 * of them.
 */
final class PropertyHits {

  private final SearchPlan plan;
  private final OfferColumns offers;
  private final StayPrices prices;
  private final StayJudge judge;
  private final IntPredicate passing;
  private final int checkIn;

  /**
   * Makes hits of a search.
   *
   * @param offers null where the catalog has none
   * @param prices null where no check-in is asked for
   * @param judge null where the catalog has no dates
   * @param passing tells whether an offer passes all filters, can be booked, and is within the
   *     budget
   */
  PropertyHits(
      SearchPlan plan,
      OfferColumns offers,
      StayPrices prices,
      StayJudge judge,
      IntPredicate passing) {
    this.plan = plan;
    this.offers = offers;
    this.prices = prices;
    this.judge = judge;
    this.passing = passing;
    checkIn = plan.isDated() ? plan.checkInNight() : 0;
  }

  /**
   * Makes the page of a search.
   *
   * @param matching all properties that match
   * @param ranked the first of them in order, one more than the page shows where there are more
   */
  FoundPage page(long[] matching, List<Ranked> ranked, Map<String, FacetResult> facets) {
    int size = Math.min(plan.request().size(), ranked.size());
    List<Hit> hits = new ArrayList<>(size);
    for (Ranked shown : ranked.subList(0, size)) {
      hits.add(hit(shown.property()));
    }
    Ranked last = ranked.size() > size ? ranked.get(size - 1) : null;
    Place place = last == null ? null : new Place(last.sortKey(), last.property());
    return new FoundPage(Bits.count(matching), hits, facets, place);
  }

  private Hit hit(int property) {
    Long distance = plan.neighbours() == null ? null : plan.neighbours().millimetresOf(property);
    return offers == null
        ? new Hit(property, null, null, 0, List.of(), distance)
        : hitWithOffers(property, distance);
  }

  private Hit hitWithOffers(int property, Long distance) {
    int first = offers.firstOffer(property);
    int end = offers.firstOffer(property + 1);
    OfferTotals totals = new OfferTotals(end - first);
    int[] shown = new int[end - first];
    int count = 0;
    long lowest = OfferTotals.NONE;
    long highest = 0;
    for (int offer = first; offer < end; offer++) {
      if (passing.test(offer)) {
        int place = offer - first;
        price(offer, place, totals);
        shown[count++] = place;
        if (totals.lowest(place) != OfferTotals.NONE) {
          lowest = Math.min(lowest, totals.lowest(place));
          highest = Math.max(highest, totals.highest(place));
        }
      }
    }
    boolean isPriced = lowest != OfferTotals.NONE;
    return new Hit(
        property,
        isPriced ? Long.valueOf(lowest) : null,
        isPriced ? Long.valueOf(highest) : null,
        count,
        cheapest(first, Arrays.copyOf(shown, count), totals),
        distance);
  }

  private void price(int offer, int place, OfferTotals totals) {
    if (plan.isDated()) {
      totals.putTotal(place, prices.total(offer, checkIn));
    } else if (plan.hasStays()) {
      totals.putOpenNights(place, judge.openNights(offer));
    }
  }

  private List<FoundOffer> cheapest(int first, int[] shown, OfferTotals totals) {
    sort(shown, totals);
    int most = Math.min(plan.request().offers(), shown.length);
    List<FoundOffer> found = new ArrayList<>(most);
    for (int index = 0; index < most; index++) {
      long lowest = totals.lowest(shown[index]);
      Long total = lowest == OfferTotals.NONE ? null : Long.valueOf(lowest);
      found.add(offer(first + shown[index], total));
    }
    return found;
  }

  private FoundOffer offer(int id, Long total) {
    boolean isSplit = plan.isDated() && plan.request().stay().guests() instanceof SplitParty;
    int nights = isSplit ? plan.request().stay().nights() : 0;
    return new FoundOffer(id, total, isSplit ? judge.rooms(id, checkIn, nights) : null);
  }

  /** Few offers, mostly in order: each is moved to its place. Ties keep their order. */
  private static void sort(int[] shown, OfferTotals totals) {
    for (int index = 1; index < shown.length; index++) {
      int moved = shown[index];
      int at = index;
      while (at > 0 && totals.lowest(shown[at - 1]) > totals.lowest(moved)) {
        shown[at] = shown[at - 1];
        at--;
      }
      shown[at] = moved;
    }
  }
}
