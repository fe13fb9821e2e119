package tatami.query.stay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tatami.query.request.Guests.Room;
import tatami.searchtable.description.StayLayout;

/** Rooms that the caller named, under each child policy of a release. Immutable. */
final class NamedTerms implements PartyTerms {

  private final List<Room> rooms;
  private final RoomPrices roomPrices;
  private final ByPolicy<PricedRooms> byPolicy;

  /** Compiles the rooms. */
  NamedTerms(StayLayout layout, List<Room> rooms) {
    this.rooms = rooms;
    roomPrices = new RoomPrices(layout);
    List<Integer> ages = rooms.stream().map(Room::childAges).flatMap(Collection::stream).toList();
    byPolicy = new ByPolicy<>(layout, ages, this::compile);
  }

  private PricedRooms compile(AgeBands bands) {
    List<RoomHeads> heads =
        rooms.stream().map(room -> RoomHeads.of(room, bands)).flatMap(Optional::stream).toList();
    if (heads.size() < rooms.size()) {
      return PricedRooms.NOT_TAKEN_IN;
    }
    IntSummaryStatistics occupancies =
        heads.stream().mapToInt(RoomHeads::occupancy).summaryStatistics();
    List<NightPrice> prices = new ArrayList<>();
    IntStream.range(0, roomPrices.variants())
        .forEach(variant -> prices.add(roomPrices.price(heads, variant)));
    return new PricedRooms(occupancies.getMin(), occupancies.getMax(), prices);
  }

  @Override
  public int[] tables() {
    return NightPrice.tables(
        byPolicy.distinct().stream().flatMap(priced -> priced.byVariant.stream()));
  }

  @Override
  public List<PartyGroup> groups(int nights) {
    List<PartyGroup> groups = new ArrayList<>();
    for (PricedRooms priced : byPolicy.distinct()) {
      for (int variant = 0; variant < priced.byVariant().size(); variant++) {
        NightPrice price = priced.byVariant().get(variant);
        if (price != null && !price.isBounded(nights)) {
          return null;
        }
        if (price != null) {
          groups.add(group(priced, variant, price));
        }
      }
    }
    return groups;
  }

  private PartyGroup group(PricedRooms priced, int variant, NightPrice price) {
    long occupancy =
        roomPrices.hasVariants() ? roomPrices.largestOccupancy(variant) : Offers.ABSENT;
    boolean isOnly = byPolicy.distinct().size() == 1;
    return new PartyGroup(
        isOnly ? List.of() : byPolicy.policiesOf(priced),
        occupancy,
        priced.fewest(),
        priced.most(),
        price);
  }

  @Override
  public PartyJudge judge(Offers offers, NightCells[] prices) {
    return new NamedJudge(offers, prices);
  }

  /**
   * The rooms under one policy.
   *
   * @param fewest heads that count, of any room; 0 where an age has no band
   * @param most heads that count, of any room
   * @param byVariant what a night of them costs; null where a table is not there
   */
  private record PricedRooms(int fewest, int most, List<NightPrice> byVariant) {

    static final PricedRooms NOT_TAKEN_IN = new PricedRooms(0, 0, List.of());
  }

  /** Judges the rooms. */
  private final class NamedJudge implements PartyJudge {

    private final Offers offers;
    private final NightSums sums;

    NamedJudge(Offers offers, NightCells[] prices) {
      this.offers = offers;
      sums = new NightSums(offers, prices);
    }

    @Override
    public boolean isTakenIn(int position) {
      PricedRooms priced = byPolicy.of(offers.number(OfferNumber.POLICY, position));
      return priced.fewest > 0
          && priced.fewest >= HeadLimits.fewest(offers, position)
          && priced.most <= HeadLimits.most(offers, position);
    }

    @Override
    public long[] nightRange(int position, int firstNight, int nights, long[] closed) {
      return sums.nightRange(price(position), position, firstNight, nights, closed);
    }

    @Override
    public long total(int position, int checkIn, RebateTerms rebates) {
      return sums.total(price(position), position, checkIn, rebates);
    }

    @Override
    public List<Room> rooms(int position, int checkIn, RebateTerms rebates) {
      return rooms;
    }

    private NightPrice price(int position) {
      int variant = roomPrices.variantOf(offers, position);
      long policy = offers.number(OfferNumber.POLICY, position);
      return variant < 0 ? null : byPolicy.of(policy).byVariant.get(variant);
    }
  }
}
