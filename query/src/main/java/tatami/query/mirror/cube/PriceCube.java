package tatami.query.mirror.cube;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.stream.IntStream;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.offer.BookableOffers;
import tatami.query.mirror.offer.BookableStay;
import tatami.query.mirror.offer.StayPrices;
import tatami.query.mirror.offer.StaySets;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.stay.PartyGroup;
import tatami.query.stay.ReleaseTerms;
import tatami.query.stay.StayTerms;
import tatami.searchtable.description.CubeShapes;

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

  /**
   * Properties whose totals are to be made anew, and the next check-in of the first of them. Only
   * whoever makes changes looks at them.
   */
  private final Queue<Integer> suspended = new ArrayDeque<>();

  private int nextCheckIn;
  private volatile boolean isSuspended;

  /** By place of the adults: what fills their slabs; null before the first is filled. */
  private final AtomicReferenceArray<Filler> fillers;

  /** Read by those who fill slabs, written by whoever makes changes. */
  private final ReadWriteLock filling;

  private PriceCube(
      OfferColumns offers,
      StaySets stays,
      int horizon,
      List<Integer> adults,
      int nights,
      ReadWriteLock filling) {
    this.filling = filling;
    this.offers = offers;
    this.stays = stays;
    this.horizon = horizon;
    this.adults = List.copyOf(adults);
    this.nights = nights;
    fillers = new AtomicReferenceArray<>(adults.size());
    slabs = new AtomicReferenceArray<>(adults.size() * nights * horizon);
  }

  /**
   * Makes a cube that holds nothing yet.
   *
   * @param horizon nights of the horizon
   * @param shapes parties and lengths
   * @param mostBytes heap that it may take; longer stays and then later parties are left out
   * @param filling held for writing by whoever makes changes, so that nothing is filled meanwhile
   */
  public static PriceCube of(
      OfferColumns offers,
      StaySets stays,
      int horizon,
      CubeShapes shapes,
      long mostBytes,
      ReadWriteLock filling) {
    long bytesOfNight = CubeSlab.bytes(offers.properties()) * horizon;
    long most = mostBytes / bytesOfNight;
    int parties = (int) Math.min(shapes.adults().size(), most);
    int longest = parties == 0 ? 0 : (int) Math.min(shapes.nights(), most / parties);
    return new PriceCube(
        offers, stays, horizon, shapes.adults().subList(0, parties), longest, filling);
  }

  private int placeOf(int party, int length, int checkIn) {
    return (party * nights + length - 1) * horizon + checkIn;
  }

  /** Makes anew what does not hold at an instant; searches go on meanwhile. */
  public void turnTo(ReleaseTerms terms, Instant now) {
    IntStream.range(0, adults.size()).parallel().forEach(party -> turnTo(party, terms, now));
  }

  private void turnTo(int party, ReleaseTerms terms, Instant now) {
    StayTerms ofParty = StayTerms.of(terms, party(adults.get(party)), now);
    List<PartyGroup> groups = ofParty.groups(nights);
    if (groups != null) {
      fill(party, new Filler(ofParty, groups));
    }
  }

  private void fill(int party, Filler filler) {
    for (int checkIn = 0; checkIn < horizon; checkIn++) {
      filling.readLock().lock();
      try {
        fillers.set(party, filler);
        for (int length = 1; length <= Math.min(nights, horizon - checkIn); length++) {
          filler.fill(placeOf(party, length, checkIn), checkIn, length);
        }
      } finally {
        filling.readLock().unlock();
      }
    }
  }

  /**
   * Makes the totals of a property anew, after a night of it changed; while nobody reads.
   *
   * @param night any of a stay, or the day after it
   */
  public void refresh(int property, int night) {
    int last = Math.min(night, horizon - 1);
    for (int checkIn = Math.max(0, night - nights); checkIn <= last; checkIn++) {
      refresh(property, checkIn, Math.max(1, night - checkIn));
    }
  }

  /**
   * Says that all totals of a property are to be made anew; the cube decides nothing until then.
   */
  public void suspend(int property) {
    suspended.add(property);
    isSuspended = true;
  }

  /**
   * Makes totals anew of which {@link #suspend} was told, while nobody reads.
   *
   * @param end value of {@link System#nanoTime} at which it pauses
   * @return whether none is left
   */
  public boolean resume(long end) {
    while (!suspended.isEmpty()) {
      while (nextCheckIn < horizon) {
        if (System.nanoTime() >= end) {
          return false;
        }
        refresh(suspended.element(), nextCheckIn++, 1);
      }
      suspended.remove();
      nextCheckIn = 0;
    }
    isSuspended = false;
    return true;
  }

  private void refresh(int property, int checkIn, int shortest) {
    int longest = Math.min(nights, horizon - checkIn);
    for (int party = 0; party < fillers.length(); party++) {
      for (int length = shortest; length <= longest; length++) {
        CubeSlab slab = slabs.get(placeOf(party, length, checkIn));
        if (slab != null) {
          fillers.get(party).refresh(slab, property, checkIn, length);
        }
      }
    }
  }

  private static Guests party(int adults) {
    return new NamedRooms(List.of(new Room(adults, List.of())));
  }

  /** Fills the slabs of one party. */
  private final class Filler {

    private final StayTerms terms;
    private final BookableOffers bookable;

    /** By length − 1. */
    private final StayPrices[] prices;

    Filler(StayTerms terms, List<PartyGroup> groups) {
      this.terms = terms;
      bookable = stays.bookable(terms, groups, stays.judge(terms));
      prices = new StayPrices[nights];
      Arrays.setAll(prices, place -> stays.prices(terms, groups, place + 1));
    }

    void fill(int place, int checkIn, int length) {
      long[] clock = stays.clock(terms, checkIn);
      CubeSlab held = slabs.get(place);
      if (held != null && held.clock() == clock) {
        return;
      }
      long[] found = offers.sold().clone();
      bookable.of(checkIn, length, clock).keep(found);
      CubeSlab slab = empty(clock);
      for (int word = 0; word < found.length; word++) {
        for (long left = found[word]; left != 0; left &= left - 1) {
          int offer = (word << 6) + Long.numberOfTrailingZeros(left);
          long total = prices[length - 1].total(offer, checkIn);
          slab.add(offers.property(offer), PriceCode.of(total));
        }
      }
      slabs.set(place, slab);
    }

    void refresh(CubeSlab slab, int property, int checkIn, int length) {
      BookableStay stay = bookable.of(checkIn, length, slab.clock());
      slab.clear(property);
      int end = offers.firstOffer(property + 1);
      for (int offer = offers.firstOffer(property); offer < end; offer++) {
        if (stay.has(offer)) {
          slab.add(property, PriceCode.of(prices[length - 1].total(offer, checkIn)));
        }
      }
    }
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
    int party = isSuspended ? -1 : partyOf(guests);
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
