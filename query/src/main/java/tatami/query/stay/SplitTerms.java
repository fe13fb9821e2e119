package tatami.query.stay;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tatami.query.stay.split.SplitPrices;
import tatami.query.stay.split.StayRebate;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceModel;

/**
 * A party that is split over two or more rooms, the price of which depends on who sleeps there.
 * Immutable.
 */
final class SplitTerms implements PartyTerms {

  private final RoomPrices roomPrices;
  private final ByPolicy<SplitTariff> byPolicy;

  /** Compiles the party. */
  SplitTerms(StayLayout layout, SplitParty party) {
    roomPrices = new RoomPrices(layout);
    boolean isPerPerson = layout.model() == PriceModel.PER_PERSON;
    byPolicy =
        new ByPolicy<>(
            layout,
            party.childAges(),
            bands ->
                isPerPerson
                    ? new PersonTariff(TypedParty.of(party, bands), roomPrices)
                    : new RoomTariff(TypedParty.of(party, bands), roomPrices));
  }

  @Override
  public int[] tables() {
    return byPolicy.distinct().stream()
        .filter(tariff -> tariff.party().isTakenIn())
        .flatMapToInt(tariff -> IntStream.of(tariff.tables()))
        .sorted()
        .distinct()
        .toArray();
  }

  @Override
  public PartyJudge judge(Offers offers, NightCells[] prices) {
    return new SplitJudge(offers, prices);
  }

  /** Judges the party. */
  private final class SplitJudge implements PartyJudge {

    private final Offers offers;
    private final PricedStay stay;
    private final NightRows rows;
    private final NightMemo memo = new NightMemo();
    private final CompiledSplits splits = new CompiledSplits();
    private final Map<SplitTariff, SplitPrices> pricesOfStay = new IdentityHashMap<>();

    SplitJudge(Offers offers, NightCells[] prices) {
      this.offers = offers;
      stay = new PricedStay(prices);
      rows = new NightRows(prices);
    }

    @Override
    public boolean isTakenIn(int position) {
      return splits.isLegal(tariff(position).party(), offers, position);
    }

    @Override
    public long[] nightRange(int position, int firstNight, int nights, long[] closed) {
      if (!goTo(position, firstNight, 1)) {
        return null;
      }
      SplitTariff tariff = tariff(position);
      int fewest = HeadLimits.fewest(offers, position);
      int most = HeadLimits.most(offers, position);
      memo.turnTo(tariff, fewest, most, stay.largestOccupancy());
      long[][] cells = rows.read(tariff.tables(), offers.id(position), firstNight, nights);
      long lowest = Long.MAX_VALUE;
      long highest = NO_TOTAL;
      for (int night = 0; night < nights; night++) {
        if (closed[night] != NightCells.MISSING) {
          if (!memo.find(tariff.tables(), cells, night)) {
            memo.remember(cheapestNight(position, firstNight + night));
          }
          lowest = Math.min(lowest, memo.known() & Long.MAX_VALUE);
          highest = Math.max(highest, memo.known());
        }
      }
      return highest == NO_TOTAL ? null : new long[] {lowest, highest};
    }

    private long cheapestNight(int position, int night) {
      goTo(position, night, 1);
      try {
        return cheapest(position, StayRebate.NONE);
      } catch (ArithmeticException beyondLong) {
        return NO_TOTAL;
      }
    }

    @Override
    public long total(int position, int checkIn, RebateTerms rebates) {
      StayRebate rebate = rebates.of(offers.number(OfferNumber.LONG_STAY, position));
      return goTo(position, checkIn, rebates.nights()) ? cheapest(position, rebate) : NO_TOTAL;
    }

    @Override
    public List<Room> rooms(int position, int checkIn, RebateTerms rebates) {
      goTo(position, checkIn, rebates.nights());
      SplitTariff tariff = tariff(position);
      return splits
          .of(tariff.party())
          .cheapestRooms(
              prices(tariff),
              rebates.of(offers.number(OfferNumber.LONG_STAY, position)),
              HeadLimits.fewest(offers, position),
              HeadLimits.most(offers, position));
    }

    /** Goes to a stay, unless its offer has no price of any room. */
    private boolean goTo(int position, int checkIn, int nights) {
      int variant = roomPrices.variantOf(offers, position);
      if (variant >= 0) {
        int largest = roomPrices.largestOccupancy(variant);
        stay.goTo(offers.id(position), checkIn, nights, largest);
      }
      return variant >= 0;
    }

    private long cheapest(int position, StayRebate rebate) {
      SplitTariff tariff = tariff(position);
      return splits
          .of(tariff.party())
          .cheapest(
              prices(tariff),
              rebate,
              HeadLimits.fewest(offers, position),
              HeadLimits.most(offers, position));
    }

    private SplitPrices prices(SplitTariff tariff) {
      return pricesOfStay.computeIfAbsent(tariff, each -> each.pricesOf(stay));
    }

    private SplitTariff tariff(int position) {
      return byPolicy.of(offers.number(OfferNumber.POLICY, position));
    }
  }
}
