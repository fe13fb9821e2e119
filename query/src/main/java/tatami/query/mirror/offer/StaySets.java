package tatami.query.mirror.offer;

import java.util.BitSet;
import java.util.List;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.night.StoredNights;
import tatami.query.mirror.night.StoredStays;
import tatami.query.stay.LeadTimeTerms;
import tatami.query.stay.Offers;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayTerms;
import tatami.query.stay.StayTerms.StayJudge;

/** All that decides which offers of a release can be booked. Thread-safe. */
public final class StaySets {

  private final OfferColumns offers;
  private final StayCells cells;
  private final StoredNights[] prices;
  private final BitSet ruled = new BitSet();
  private final NightSets nightSets;
  private final NumberSets numberSets;
  private final LengthSets lengthSets;
  private final int nights;
  private final long firstDay;

  /** Those of the terms that were asked for last. */
  private volatile ClockSets clockSets;

  /**
   * Makes the sets.
   *
   * @param nights of the horizon
   * @param firstDay day number of its first night
   */
  public StaySets(OfferColumns offers, StoredStays stays, int nights, long firstDay) {
    this.offers = offers;
    this.nights = nights;
    this.firstDay = firstDay;
    cells = stays.cells();
    prices = stays.prices().toArray(new StoredNights[0]);
    stays.rules().forEach(rule -> rule.addRows(ruled));
    nightSets = new NightSets(offers, stays, nights, firstDay);
    numberSets = new NumberSets(offers);
    lengthSets = new LengthSets(offers, numberSets, stays, nights);
  }

  /** Judges single offers, by surrogate. */
  public StayJudge judge(StayTerms terms) {
    return judge(terms, offers);
  }

  /** Judges some offers, by position. */
  public StayJudge judge(StayTerms terms, Offers some) {
    return terms.judge(some, cells, ruled);
  }

  /**
   * Tests many offers.
   *
   * @param groups what the terms make of the party
   * @param judge of the same terms
   */
  public BookableOffers bookable(StayTerms terms, List<PartyGroup> groups, StayJudge judge) {
    ClockSets ofClock = clockSets(terms.leadTimes());
    return new BookableOffers(
        nightSets, numberSets, lengthSets, ofClock::bookable, terms, groups, judge);
  }

  /**
   * Returns the offers that the clock lets take bookings for a check-in: the same object as long as
   * they are the same.
   */
  public long[] clock(StayTerms terms, int checkIn) {
    return clockSets(terms.leadTimes()).bookable(checkIn);
  }

  private ClockSets clockSets(LeadTimeTerms leadTimes) {
    ClockSets known = clockSets;
    return known != null && known.isOf(leadTimes) ? known : turnTo(leadTimes);
  }

  /** Others wait, so that all of them get the same sets. */
  private synchronized ClockSets turnTo(LeadTimeTerms leadTimes) {
    ClockSets known = clockSets;
    if (known == null || !known.isOf(leadTimes)) {
      known = new ClockSets(offers, leadTimes, nights, firstDay, known);
      clockSets = known;
    }
    return known;
  }

  /**
   * Prices offers that can be booked.
   *
   * @param groups what the terms make of the party
   */
  public StayPrices prices(StayTerms terms, List<PartyGroup> groups, int nights) {
    return new StayPrices(offers, prices, terms, groups, nights);
  }

  /**
   * Looks at an offer's night again, after stock, a price or the offer itself changed, while nobody
   * reads.
   */
  public void refresh(int offer, int night) {
    nightSets.refresh(offer, night);
  }

  /**
   * Looks at an offer's night again, after a calendar of rules changed, while nobody reads.
   *
   * @param terms of any party: lengths of stay are the same for all
   */
  public void refreshRules(int offer, int night, StayTerms terms) {
    ruled.set(offer);
    nightSets.refresh(offer, night);
    lengthSets.refresh(offer, night, judge(terms));
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    ClockSets ofClock = clockSets;
    return nightSets.bytes()
        + numberSets.bytes()
        + lengthSets.bytes()
        + (ofClock == null ? 0 : ofClock.bytes());
  }
}
