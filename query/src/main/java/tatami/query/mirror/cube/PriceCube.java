package tatami.query.mirror.cube;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.offer.BookableOffers;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.mirror.offer.StaySets;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.stay.LeadTimeTerms;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.ReleaseTerms;
import tatami.query.stay.StayTerms;

/**
 * The lowest and the highest total of every property, for the parties that the catalog declares and
 * stays of up to a few nights: what decides searches without a filter on offers.
 *
 * <p>It holds as long as the clock changes no offer, that is for one {@link LeadTimeTerms}.
 */
public final class PriceCube {

  private final OfferColumns offers;
  private final StaySets stays;
  private final int horizon;
  private final List<Integer> adults;
  private final int nights;

  /** By place of the adults, nights − 1 and check-in; null where it is not held. */
  private final CubeSlab[][][] slabs;

  private volatile LeadTimeTerms leadTimes;

  private PriceCube(
      OfferColumns offers, StaySets stays, int horizon, List<Integer> adults, int nights) {
    this.offers = offers;
    this.stays = stays;
    this.horizon = horizon;
    this.adults = List.copyOf(adults);
    this.nights = nights;
    slabs = new CubeSlab[adults.size()][nights][horizon];
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

  /** Makes the cube hold for an instant. */
  public void turnTo(ReleaseTerms terms, Instant now) {
    LeadTimeTerms found = terms.leadTimes(now);
    if (found == leadTimes) {
      return;
    }
    leadTimes = null;
    for (int place = 0; place < adults.size(); place++) {
      fillParty(place, StayTerms.of(terms, party(adults.get(place)), now));
    }
    leadTimes = found;
  }

  private static Guests party(int adults) {
    return new NamedRooms(List.of(new Room(adults, List.of())));
  }

  private void fillParty(int place, StayTerms terms) {
    List<PartyGroup> groups = terms.groups(nights);
    if (groups == null) {
      return;
    }
    BookableOffers bookable = stays.bookable(terms, groups, stays.judge(terms));
    for (int length = 1; length <= nights; length++) {
      StayPrices prices = stays.prices(terms, groups, length);
      for (int checkIn = 0; checkIn + length <= horizon; checkIn++) {
        long[] found = Bits.all(offers.count());
        bookable.of(checkIn, length).keep(found);
        slabs[place][length - 1][checkIn] = slab(found, prices, checkIn);
      }
    }
  }

  private CubeSlab slab(long[] found, StayPrices prices, int checkIn) {
    CubeSlab slab = empty();
    for (int word = 0; word < found.length; word++) {
      for (long left = found[word]; left != 0; left &= left - 1) {
        int offer = (word << 6) + Long.numberOfTrailingZeros(left);
        char code = PriceCode.of(prices.total(offer, checkIn));
        int property = offers.property(offer);
        if (slab.lowest()[property] == PriceCode.NONE) {
          Bits.set(slab.bookable(), property);
          slab.highest()[property] = code;
        }
        slab.lowest()[property] = (char) Math.min(slab.lowest()[property], code);
        slab.highest()[property] = (char) Math.max(slab.highest()[property], code);
      }
    }
    return slab;
  }

  private CubeSlab empty() {
    int properties = offers.properties();
    char[] lowest = new char[properties];
    Arrays.fill(lowest, PriceCode.NONE);
    return new CubeSlab(Bits.none(properties), lowest, new char[properties]);
  }

  /**
   * Finds what a party costs on a stay.
   *
   * @param terms of the party; null is returned where they do not hold for this cube
   * @return null where it is not held
   */
  public CubeSlab find(StayTerms terms, Guests guests, int checkIn, int length) {
    int place = placeOf(guests);
    return place < 0 || length > nights || terms.leadTimes() != leadTimes
        ? null
        : slabs[place][length - 1][checkIn];
  }

  private int placeOf(Guests guests) {
    boolean isDeclared = guests.roomCount() == 1 && guests.childAges().isEmpty();
    return isDeclared ? adults.indexOf(guests.adults()) : -1;
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return CubeSlab.bytes(offers.properties()) * horizon * nights * adults.size();
  }
}
