package tatami.query.mirror.offer;

import java.util.List;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.night.StoredNights;
import tatami.query.stay.NightPrice;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.RebateTerms;
import tatami.query.stay.StayTerms;

/**
 * What stays of one party and one length cost, in offers that can be booked. Not thread-safe;
 * nothing is allocated for an offer.
 */
public final class StayPrices {

  private final OfferColumns offers;
  private final StoredNights[] tables;
  private final List<PartyGroup> groups;
  private final RebateTerms rebates;
  private final int nights;
  private final long[] nightTotals;

  /**
   * Asks about a party.
   *
   * @param tables price tables by their place
   * @param groups what the terms make of the party
   */
  public StayPrices(
      OfferColumns offers,
      StoredNights[] tables,
      StayTerms terms,
      List<PartyGroup> groups,
      int nights) {
    this.offers = offers;
    this.tables = tables;
    this.groups = groups;
    this.nights = nights;
    rebates = terms.rebates(nights);
    nightTotals = new long[nights];
  }

  /**
   * Returns the total of a stay in minor units.
   *
   * @param offer one that can be booked
   */
  public long total(int offer, int checkIn) {
    NightPrice price = priceOf(offer);
    if (price.isOneCell()) {
      StoredNights cells = tables[price.tables()[0]];
      long list = offers.number(OfferNumber.LONG_STAY, offer);
      if (list == Offers.ABSENT || !rebates.hasFreeNights(list)) {
        long sum = price.cellCount() * cells.sum(offer, checkIn, nights);
        return rebates.ofSum(list, sum);
      }
      for (int night = 0; night < nights; night++) {
        nightTotals[night] = price.cellCount() * cells.at(offer, checkIn + night);
      }
    } else {
      for (int night = 0; night < nights; night++) {
        nightTotals[night] = price.at(tables, offer, checkIn + night);
      }
    }
    return rebates.total(offers.number(OfferNumber.LONG_STAY, offer), nightTotals);
  }

  private NightPrice priceOf(int offer) {
    if (groups.size() == 1) {
      return groups.get(0).price();
    }
    long policy = offers.number(OfferNumber.POLICY, offer);
    for (PartyGroup group : groups) {
      boolean isVariant =
          group.largestOccupancy() == Offers.ABSENT
              || group.largestOccupancy() == offers.number(OfferNumber.LARGEST_OCCUPANCY, offer);
      if (isVariant && group.hasPolicy(policy)) {
        return group.price();
      }
    }
    throw new IllegalStateException("an offer without a price was asked for one: id=" + offer);
  }
}
