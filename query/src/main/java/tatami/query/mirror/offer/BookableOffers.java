package tatami.query.mirror.offer;

import java.util.ArrayList;
import java.util.List;
import tatami.query.mirror.bits.Bits;
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
  private final ClockSets clockSets;
  private final StayTerms terms;
  private final List<PartyGroup> groups;
  private final StayJudge judge;
  private final int horizon;

  /**
   * Asks about a party.
   *
   * @param groups what the terms make of the party
   * @param judge of all offers of the release, by surrogate
   */
  BookableOffers(
      NightSets nightSets,
      NumberSets numberSets,
      LengthSets lengthSets,
      ClockSets clockSets,
      StayTerms terms,
      List<PartyGroup> groups,
      StayJudge judge) {
    this.nightSets = nightSets;
    this.numberSets = numberSets;
    this.lengthSets = lengthSets;
    this.clockSets = clockSets;
    this.terms = terms;
    this.groups = groups;
    this.judge = judge;
    horizon = terms.horizonNights();
  }

  /**
   * Keeps of a set the offers that can be booked.
   *
   * @param offers the set
   */
  public void keep(long[] offers, int checkIn, int nights) {
    for (int night = checkIn; night < checkIn + nights; night++) {
      Bits.and(offers, nightSets.open(night));
      if (terms.rooms() > 1) {
        Bits.and(offers, nightSets.withRooms(terms.rooms(), night));
      }
    }
    Bits.and(offers, clockSets.bookable(checkIn));
    if (nightSets.noArrival(checkIn) != null) {
      Bits.andNot(offers, nightSets.noArrival(checkIn));
    }
    int checkOut = checkIn + nights;
    if (checkOut < horizon && nightSets.noDeparture(checkOut) != null) {
      Bits.andNot(offers, nightSets.noDeparture(checkOut));
    }
    lengthSets.keep(offers, checkIn, nights, judge);
    keepGroups(offers, checkIn, nights);
  }

  private void keepGroups(long[] offers, int checkIn, int nights) {
    if (groups.size() == 1) {
      setsOf(groups.get(0), checkIn, nights).forEach(set -> Bits.and(offers, set));
      return;
    }
    long[] any = new long[offers.length];
    for (PartyGroup group : groups) {
      long[] ofGroup = offers.clone();
      setsOf(group, checkIn, nights).forEach(set -> Bits.and(ofGroup, set));
      Bits.or(any, ofGroup);
    }
    System.arraycopy(any, 0, offers, 0, any.length);
  }

  private List<long[]> setsOf(PartyGroup group, int checkIn, int nights) {
    List<long[]> sets = new ArrayList<>();
    if (groups.size() > 1 || group.largestOccupancy() != Offers.ABSENT) {
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
