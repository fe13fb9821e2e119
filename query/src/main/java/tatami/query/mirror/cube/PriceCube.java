package tatami.query.mirror.cube;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.offer.BookableOffers;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.mirror.offer.StaySets;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.ReleaseTerms;
import tatami.query.stay.StayTerms;

/**
 * The lowest and the highest total of every property, for the parties that the catalog declares and
 * stays of up to a few nights: what decides searches without a filter on offers.
 *
 * <p>A slab holds as long as the clock changes no offer for its check-in; {@link #turnTo} makes
 * those anew of which it did. Thread-safe.
 */
public final class PriceCube {

  private final OfferColumns offers;
  private final StaySets stays;
  private final int horizon;
  private final List<Integer> adults;
  private final int nights;

  /** By place of the adults, nights and check-in; null where it is not held. */
  private final AtomicReferenceArray<CubeSlab> slabs;

  private PriceCube(
      OfferColumns offers, StaySets stays, int horizon, List<Integer> adults, int nights) {
    this.offers = offers;
    this.stays = stays;
    this.horizon = horizon;
    this.adults = List.copyOf(adults);
    this.nights = nights;
    slabs = new AtomicReferenceArray<>(adults.size() * nights * horizon);
  }

  /**
   * Fills a cube.
   *
   * @param horizon nights of the horizon
   * @param adults the parties: so many adults in one room
   * @param nights longest stay
   * @param mostBytes heap that it may take; longer stays and later parties are left out first
   */
  public static PriceCube fill(
      OfferColumns offers,
      StaySets stays,
      int horizon,
      List<Integer> adults,
      int nights,
      long mostBytes,
      ReleaseTerms terms,
      Instant now) {
    long bytesOfNight = CubeSlab.bytes(offers.properties()) * horizon;
    long most = mostBytes / bytesOfNight;
    int parties = (int) Math.min(adults.size(), most);
    int longest = parties == 0 ? 0 : (int) Math.min(nights, most / parties);
    PriceCube cube = new PriceCube(offers, stays, horizon, adults.subList(0, parties), longest);
    cube.turnTo(terms, now);
    return cube;
  }

  private int placeOf(int party, int length, int checkIn) {
    return (party * nights + length - 1) * horizon + checkIn;
  }

  /** Makes anew what does not hold at an instant; searches go on meanwhile. */
  public synchronized void turnTo(ReleaseTerms terms, Instant now) {
    for (int party = 0; party < adults.size(); party++) {
      fillParty(party, StayTerms.of(terms, party(adults.get(party)), now));
    }
  }

  private static Guests party(int adults) {
    return new NamedRooms(List.of(new Room(adults, List.of())));
  }

  private void fillParty(int party, StayTerms terms) {
    List<PartyGroup> groups = terms.groups(nights);
    if (groups == null) {
      return;
    }
    BookableOffers bookable = stays.bookable(terms, groups, stays.judge(terms));
    for (int length = 1; length <= nights; length++) {
      StayPrices prices = stays.prices(terms, groups, length);
      for (int checkIn = 0; checkIn + length <= horizon; checkIn++) {
        long[] clock = stays.clock(terms, checkIn);
        CubeSlab held = slabs.get(placeOf(party, length, checkIn));
        if (held == null || held.clock() != clock) {
          long[] found = Bits.all(offers.count());
          bookable.of(checkIn, length).keep(found);
          slabs.set(placeOf(party, length, checkIn), slab(clock, found, prices, checkIn));
        }
      }
    }
  }

  private CubeSlab slab(long[] clock, long[] found, StayPrices prices, int checkIn) {
    CubeSlab slab = empty(clock);
    for (int word = 0; word < found.length; word++) {
      for (long left = found[word]; left != 0; left &= left - 1) {
        int offer = (word << 6) + Long.numberOfTrailingZeros(left);
        slab.add(offers.property(offer), PriceCode.of(prices.total(offer, checkIn)));
      }
    }
    return slab;
  }

  private CubeSlab empty(long[] clock) {
    int properties = offers.properties();
    char[] lowest = new char[properties];
    Arrays.fill(lowest, PriceCode.NONE);
    return new CubeSlab(clock, Bits.none(properties), lowest, new char[properties]);
  }

  /**
   * Finds what a party costs on a stay.
   *
   * @param terms of the party
   * @return null where it is not held, or does not hold now
   */
  public CubeSlab find(StayTerms terms, Guests guests, int checkIn, int length) {
    int party = partyOf(guests);
    CubeSlab slab =
        party < 0 || length > nights ? null : slabs.get(placeOf(party, length, checkIn));
    return slab == null || slab.clock() != stays.clock(terms, checkIn) ? null : slab;
  }

  private int partyOf(Guests guests) {
    boolean isDeclared = guests.roomCount() == 1 && guests.childAges().isEmpty();
    return isDeclared ? adults.indexOf(guests.adults()) : -1;
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return CubeSlab.bytes(offers.properties()) * horizon * nights * adults.size();
  }
}
