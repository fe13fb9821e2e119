package tatami.query.stay;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tatami.searchtable.description.StayLayout;

/**
 * A party that is split over two or more units, which cost the same whoever sleeps there: all legal
 * splits are equally cheap. Immutable.
 */
final class SplitUnits implements PartyTerms {

  private static final RoomHeads ANYBODY = new RoomHeads(List.of(AgeBands.ADULT), List.of());

  private final ByPolicy<TypedParty> byPolicy;
  private final NightPrice price;

  /** Compiles the party. */
  SplitUnits(StayLayout layout, SplitParty party) {
    byPolicy = new ByPolicy<>(layout, party.childAges(), bands -> TypedParty.of(party, bands));
    price = new RoomPrices(layout).price(Collections.nCopies(party.roomCount(), ANYBODY), 0);
  }

  @Override
  public int[] tables() {
    boolean isTakenIn = byPolicy.distinct().stream().anyMatch(TypedParty::isTakenIn);
    return NightPrice.tables(isTakenIn ? Stream.ofNullable(price) : Stream.empty());
  }

  @Override
  public PartyJudge judge(Offers offers, NightCells[] prices) {
    return new UnitJudge(offers, prices);
  }

  /** Judges the units. */
  private final class UnitJudge implements PartyJudge {

    private final Offers offers;
    private final NightSums sums;
    private final CompiledSplits splits = new CompiledSplits();

    UnitJudge(Offers offers, NightCells[] prices) {
      this.offers = offers;
      sums = new NightSums(offers, prices);
    }

    @Override
    public boolean isTakenIn(int position) {
      return splits.isLegal(party(position), offers, position);
    }

    @Override
    public long[] nightRange(int position, int firstNight, int nights, long[] closed) {
      return sums.nightRange(price, position, firstNight, nights, closed);
    }

    @Override
    public long total(int position, int checkIn, RebateTerms rebates) {
      return sums.total(price, position, checkIn, rebates);
    }

    @Override
    public List<Room> rooms(int position, int checkIn, RebateTerms rebates) {
      return splits
          .of(party(position))
          .evenRooms(HeadLimits.fewest(offers, position), HeadLimits.most(offers, position));
    }

    private TypedParty party(int position) {
      return byPolicy.of(offers.number(OfferNumber.POLICY, position));
    }
  }
}
