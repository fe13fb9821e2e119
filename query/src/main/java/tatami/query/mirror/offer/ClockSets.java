package tatami.query.mirror.offer;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.stay.LeadTimeTerms;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/**
 * Sets of offers that depend on the clock, as long as the clock changes none of them: those that
 * are on sale and take bookings for a check-in. Each is made when it is first asked for.
 * Thread-safe.
 */
final class ClockSets {

  private final OfferColumns offers;
  private final LeadTimeTerms leadTimes;
  private final long firstDay;

  /** By offer: the place of its lead time. */
  private final int[] places;

  private final long[] onSale;
  private final AtomicReferenceArray<long[]> byCheckIn;

  /** The sets before the clock changed something, by check-in; null where they were not made. */
  private final long[][] before;

  /**
   * Looks at the clock.
   *
   * @param last the sets that held before; null where there are none
   */
  ClockSets(
      OfferColumns offers, LeadTimeTerms leadTimes, int nights, long firstDay, ClockSets last) {
    this.offers = offers;
    this.leadTimes = leadTimes;
    this.firstDay = firstDay;
    places = new int[offers.count()];
    onSale = Bits.none(offers.count());
    for (int offer = 0; offer < places.length; offer++) {
      places[offer] = leadTimes.placeOf(offers.number(OfferNumber.LEAD_TIME, offer));
      Bits.put(onSale, offer, isSold(offer));
    }
    byCheckIn = new AtomicReferenceArray<>(nights);
    before = new long[nights][];
    for (int checkIn = 0; last != null && checkIn < nights; checkIn++) {
      before[checkIn] = last.byCheckIn.get(checkIn);
    }
  }

  private boolean isSold(int offer) {
    long today = leadTimes.today(places[offer]);
    long to = offers.number(OfferNumber.SALE_TO, offer);
    return today >= offers.number(OfferNumber.SALE_FROM, offer)
        && (to == Offers.ABSENT || today <= to);
  }

  /** Tells whether these are the sets of some terms. */
  boolean isOf(LeadTimeTerms terms) {
    return leadTimes == terms;
  }

  /**
   * Returns the offers that take bookings for a check-in: the same object as before the clock
   * changed, where it changed none of them. Not to be changed.
   */
  long[] bookable(int checkIn) {
    long[] known = byCheckIn.get(checkIn);
    if (known != null) {
      return known;
    }
    long[] made = make(checkIn);
    boolean isSame = before[checkIn] != null && Arrays.equals(before[checkIn], made);
    byCheckIn.compareAndSet(checkIn, null, isSame ? before[checkIn] : made);
    return byCheckIn.get(checkIn);
  }

  private long[] make(int checkIn) {
    boolean[] isOpen = new boolean[leadTimes.places()];
    boolean areAllOpen = true;
    for (int place = 0; place < isOpen.length; place++) {
      isOpen[place] = leadTimes.isOpen(place, firstDay + checkIn);
      areAllOpen &= isOpen[place];
    }
    if (areAllOpen) {
      return onSale;
    }
    long[] found = Bits.none(offers.count());
    for (int offer = 0; offer < places.length; offer++) {
      Bits.put(found, offer, isOpen[places[offer]]);
    }
    Bits.and(found, onSale);
    return found;
  }

  /** Returns about how many bytes they take. */
  long bytes() {
    long sets = 1;
    for (int checkIn = 0; checkIn < byCheckIn.length(); checkIn++) {
      long[] set = byCheckIn.get(checkIn);
      sets += set == null || set == onSale ? 0 : 1;
    }
    return sets * onSale.length * Long.BYTES + (long) places.length * Integer.BYTES;
  }
}
