package tatami.query.mirror.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.StayTerms;
import tatami.query.stay.StayTerms.StayJudge;

/**
 * Finds the offers that can be booked for stays of one party, whatever they cost. Only for parties
 * that make groups of offers.
 */
public final class BookableOffers {

  private final NightSets nightSets;
  private final NumberSets numberSets;
  private final LengthSets lengthSets;
  private final IntFunction<long[]> clock;
  private final StayTerms terms;
  private final List<PartyGroup> groups;
  private final StayJudge judge;
  private final int horizon;

  /**
   * Asks about a party.
   *
   * @param clock by check-in: the offers that the clock lets take bookings
   * @param groups what the terms make of the party
   * @param judge of all offers of the release, by surrogate
   */
  BookableOffers(
      NightSets nightSets,
      NumberSets numberSets,
      LengthSets lengthSets,
      IntFunction<long[]> clock,
      StayTerms terms,
      List<PartyGroup> groups,
      StayJudge judge) {
    this.nightSets = nightSets;
    this.numberSets = numberSets;
    this.lengthSets = lengthSets;
    this.clock = clock;
    this.terms = terms;
    this.groups = groups;
    this.judge = judge;
    horizon = terms.horizonNights();
  }

  /** Returns the offers that can be booked for a stay. */
  public BookableStay of(int checkIn, int nights) {
    return of(checkIn, nights, clock.apply(checkIn));
  }

  /**
   * Returns the same at another time.
   *
   * @param clock the offers that the clock lets take bookings for the check-in
   */
  public BookableStay of(int checkIn, int nights, long[] clock) {
    List<long[]> all = new ArrayList<>();
    List<long[]> none = new ArrayList<>();
    for (int night = checkIn; night < checkIn + nights; night++) {
      all.add(nightSets.open(night));
      if (terms.rooms() > 1) {
        all.add(nightSets.withRooms(terms.rooms(), night));
      }
    }
    all.add(clock);
    if (nightSets.noArrival(checkIn) != null) {
      none.add(nightSets.noArrival(checkIn));
    }
    int checkOut = checkIn + nights;
    if (checkOut < horizon && nightSets.noDeparture(checkOut) != null) {
      none.add(nightSets.noDeparture(checkOut));
    }
    List<long[][]> sets = new ArrayList<>();
    for (PartyGroup group : groups) {
      sets.add(setsOf(group, checkIn, nights).toArray(new long[0][]));
    }
    return new BookableStay(all, none, lengthSets.allowed(checkIn, nights, judge), sets);
  }

  private List<long[]> setsOf(PartyGroup group, int checkIn, int nights) {
    List<long[]> sets = new ArrayList<>();
    if (!group.policies().isEmpty()) {
      sets.add(ofPolicies(group));
    }
    if (group.largestOccupancy() != Offers.ABSENT) {
      sets.add(numberSets.equal(OfferNumber.LARGEST_OCCUPANCY, group.largestOccupancy()));
    }
    sets.add(numberSets.atMost(OfferNumber.MINIMUM_HEADS, group.fewestHeads()));
    sets.add(numberSets.atLeast(OfferNumber.MAXIMUM_HEADS, group.mostHeads()));
    for (int table : group.price().tables()) {
      for (int night = checkIn; night < checkIn + nights; night++) {
        sets.add(nightSets.priced(table, night));
      }
    }
    return sets;
  }

  private long[] ofPolicies(PartyGroup group) {
    if (group.policies().size() == 1) {
      return numberSets.equal(OfferNumber.POLICY, group.policies().get(0));
    }
    return numberSets.anyOf(OfferNumber.POLICY, group.policies());
  }
}
