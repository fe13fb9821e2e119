package tatami.query.mirror;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.cube.CubeSlab;
import tatami.query.mirror.cube.PriceCode;
import tatami.query.mirror.offer.BookableOffers;
import tatami.query.mirror.offer.BookableStay;
import tatami.query.mirror.offer.Segments;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.mirror.offer.StaySets;
import tatami.query.release.Grain;
import tatami.query.request.PriceRequest;
import tatami.query.stay.Candidates;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.survey.Outcome;
import tatami.query.survey.StaySurvey;
import tatami.query.survey.Stays;

/**
 * Finds what comes out of each of several check-ins by sets of rows. Used once.
 *
 * <p>Where the cube holds a stay, codes tell which properties may have the lowest or the highest
 * total; the others are counted without a look at their prices. Days on which nothing matches are
 * judged offer by offer, to tell why.
 */
final class SetSurvey {

  private final Mirror mirror;
  private final SearchPlan plan;
  private final Stays stays;
  private final OfferColumns offers;
  private final PriceRequest budget;
  private final StayPrices prices;
  private final BookableOffers bookable;
  private final boolean asksForOffers;

  /** Properties that pass their filters. */
  private final long[] properties;

  private final int passing;

  /** Their offers that pass theirs; made when it is first needed. */
  private long[] filtered;

  /** What is judged offer by offer; read when it is first needed. */
  private Candidates candidates;

  private StayJudge judge;

  private SetSurvey(Mirror mirror, SearchPlan plan, Stays stays, List<PartyGroup> groups) {
    this.mirror = mirror;
    this.plan = plan;
    this.stays = stays;
    offers = mirror.columns().ofOffers();
    budget = plan.request().price();
    StaySets sets = mirror.index().stays();
    prices = sets.prices(plan.terms(), groups, stays.nights());
    bookable = sets.bookable(plan.terms(), groups, sets.judge(plan.terms()));
    asksForOffers = CubeSearch.asksForOffers(plan);
    properties = Bits.all(offers.properties());
    GrainSets.of(plan, Grain.PROPERTY, mirror.columns().properties())
        .keep(properties, SetFacets.NO_FACET);
    passing = Bits.count(properties);
  }

  /**
   * Surveys check-ins.
   *
   * @return null where all of them have to be judged so
   */
  static List<Outcome> of(Mirror mirror, SearchPlan plan, Stays stays) {
    List<PartyGroup> groups = plan.terms().groups(stays.nights());
    return groups == null ? null : new SetSurvey(mirror, plan, stays, groups).survey();
  }

  private List<Outcome> survey() {
    List<Outcome> outcomes = new ArrayList<>(stays.count());
    for (int checkIn = stays.firstCheckIn(); checkIn <= stays.lastCheckIn(); checkIn++) {
      Day day = new Day(checkIn);
      day.survey();
      outcomes.add(day.matching == 0 ? judged(checkIn) : day.outcome());
    }
    return outcomes;
  }

  private Outcome judged(int checkIn) {
    if (candidates == null) {
      candidates =
          new Candidates(
              BitSet.valueOf(properties),
              ListedOffers.of(offers, filtered()),
              mirror.columns().nights().cells());
      judge = mirror.index().stays().judge(plan.terms(), candidates.offers());
    }
    Stays one = new Stays(checkIn, checkIn, stays.nights());
    return StaySurvey.of(candidates, judge, one, budget).get(0);
  }

  private long[] filtered() {
    if (filtered == null) {
      GrainSets offerSets = GrainSets.of(plan, Grain.OFFER, mirror.columns().offers());
      filtered = Bits.none(offers.count());
      Segments.addOffers(offers, properties, filtered);
      Bits.and(filtered, offers.sold());
      offerSets.keep(filtered, SetFacets.NO_FACET);
    }
    return filtered;
  }

  /** One check-in. */
  private final class Day {

    private final int checkIn;
    private final CubeSlab slab;

    /** Made when it is first needed. */
    private BookableStay stay;

    private int matching;
    private long lowest = Long.MAX_VALUE;
    private long highest = -1;
    private long[] bookableOffers;

    Day(int checkIn) {
      this.checkIn = checkIn;
      slab = mirror.slab(plan, checkIn, stays.nights());
    }

    private BookableStay stay() {
      if (stay == null) {
        stay = bookable.of(checkIn, stays.nights());
      }
      return stay;
    }

    void survey() {
      long[] found;
      if (slab != null && !asksForOffers && !budget.hasBudget()) {
        found = slab.bookable().clone();
      } else {
        bookableOffers = filtered().clone();
        stay().keep(bookableOffers);
        found = Bits.none(offers.properties());
        mirror.index().segments().findProperties(bookableOffers, found);
      }
      Bits.and(found, properties);
      matching = Bits.count(found);
      if (budget.hasBudget()) {
        addWithinBudget(found);
      } else if (slab == null) {
        addAll(found);
      } else if (bookableOffers == null) {
        addExtremes(found);
      } else {
        addBounded(found);
      }
    }

    private void addAll(long[] found) {
      for (int id = Bits.next(found, 0); id >= 0; id = Bits.next(found, id + 1)) {
        price(id);
      }
    }

    /** Codes tell which properties have the lowest and the highest totals; those are priced. */
    private void addExtremes(long[] found) {
      int low = PriceCode.NONE;
      int high = -1;
      for (int word = 0; word < found.length; word++) {
        for (long left = found[word]; left != 0; left &= left - 1) {
          int id = (word << 6) + Long.numberOfTrailingZeros(left);
          low = Math.min(low, slab.lowest()[id]);
          high = Math.max(high, slab.highest()[id]);
        }
      }
      for (int word = 0; word < found.length; word++) {
        for (long left = found[word]; left != 0; left &= left - 1) {
          int id = (word << 6) + Long.numberOfTrailingZeros(left);
          if (slab.lowest()[id] == low || slab.highest()[id] == high) {
            price(id);
          }
        }
      }
    }

    /**
     * Where offers are filtered, codes are bounds: what is inside of what was found is passed by.
     */
    private void addBounded(long[] found) {
      int low = PriceCode.NONE;
      int high = -1;
      for (int word = 0; word < found.length; word++) {
        for (long left = found[word]; left != 0; left &= left - 1) {
          int id = (word << 6) + Long.numberOfTrailingZeros(left);
          if (slab.lowest()[id] <= low || slab.highest()[id] >= high) {
            price(id);
            low = PriceCode.of(lowest);
            high = PriceCode.of(highest);
          }
        }
      }
    }

    /**
     * Of properties whose totals are all inside the budget those are priced that may be the lowest
     * or the highest.
     */
    private void addWithinBudget(long[] found) {
      matching = 0;
      boolean isBounded = slab != null && budget.lowest() == 0;
      char most = PriceCode.of(budget.highest());
      int low = PriceCode.NONE;
      int high = -1;
      for (int word = 0; word < found.length; word++) {
        for (long left = found[word]; left != 0; left &= left - 1) {
          int id = (word << 6) + Long.numberOfTrailingZeros(left);
          boolean isInside =
              isBounded
                  && slab.highest()[id] < most
                  && slab.lowest()[id] > low
                  && slab.highest()[id] < high;
          boolean isAbove = isBounded && slab.lowest()[id] > most;
          if (isInside) {
            matching++;
          } else if (!isAbove && price(id)) {
            matching++;
            low = PriceCode.of(lowest);
            high = PriceCode.of(highest);
          }
        }
      }
    }

    /** Prices the offers of a property; tells whether one is within the budget. */
    private boolean price(int property) {
      boolean isFound = false;
      int end = offers.firstOffer(property + 1);
      for (int offer = offers.firstOffer(property); offer < end; offer++) {
        boolean isBookable =
            bookableOffers == null ? stay().has(offer) : Bits.get(bookableOffers, offer);
        long total = isBookable ? prices.total(offer, checkIn) : -1;
        if (isBookable && total >= budget.lowest() && total <= budget.highest()) {
          isFound = true;
          lowest = Math.min(lowest, total);
          highest = Math.max(highest, total);
        }
      }
      return isFound;
    }

    Outcome outcome() {
      return new Outcome(checkIn, passing, matching, lowest, highest, Map.of(), null);
    }
  }
}
