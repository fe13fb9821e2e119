package tatami.query.stay.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tatami.query.request.Guests.Room;
import tatami.query.stay.split.RandomPrices.ListedPerHead;
import tatami.query.stay.split.RandomPrices.ListedPerRoom;
import tatami.query.stay.split.RandomPrices.ListedRebate;

class PartySplitsTest {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  @Test
  void aSplitIsLegalWhereHeadsFitBetweenTheLimits() {
    PartySplits five = FreshSplits.of(3, List.of(new ChildType(true, List.of(4, 9))), 2);

    assertThat(five.isLegal(0, NO_LIMIT)).isTrue();
    assertThat(five.isLegal(2, 3)).isTrue();
    assertThat(five.isLegal(3, 3)).isFalse();
    assertThat(five.isLegal(0, 2)).isFalse();
    assertThat(five.isLegal(4, 1)).isFalse();
  }

  @Test
  void headsThatDoNotCountNeedNoPlace() {
    PartySplits splits = FreshSplits.of(2, List.of(new ChildType(false, List.of(0, 0, 1))), 2);

    assertThat(splits.isLegal(1, 1)).isTrue();
    assertThat(splits.isLegal(2, 4)).isFalse();
    assertThat(splits.evenRooms(1, 1)).containsExactly(room(1, 0, 0), room(1, 1));
  }

  @Test
  void noSplitHasAPriceWhereNoneIsLegal() {
    PartySplits splits = FreshSplits.of(2, List.of(), 2);

    assertThat(splits.cheapest(heads(1, 10, 10), StayRebate.NONE, 2, 2)).isEqualTo(-1);
    assertThat(splits.cheapestRooms(heads(1, 10, 10), StayRebate.NONE, 2, 2)).isEmpty();
    assertThat(splits.evenRooms(2, 2)).isEmpty();
  }

  @Test
  void onlySplitsWithAllTheirPricesAreTaken() {
    PartySplits splits = FreshSplits.of(4, List.of(), 2);

    assertThat(splits.cheapest(heads(1, 90, -1, 70), StayRebate.NONE, 0, NO_LIMIT))
        .isEqualTo(90 + 3 * 70);
    assertThat(splits.cheapest(heads(1, -1, -1, 70), StayRebate.NONE, 0, NO_LIMIT)).isEqualTo(-1);
    assertThat(splits.cheapestRooms(heads(1, -1, -1, 70), StayRebate.NONE, 0, NO_LIMIT)).isEmpty();
  }

  @Test
  void theCheapestSplitNeedNotBeTheEvenOne() {
    PartySplits splits = FreshSplits.of(4, List.of(), 2);
    SplitPrices threeAreCheap = heads(1, 100, 90, 50);

    assertThat(splits.cheapest(threeAreCheap, StayRebate.NONE, 0, NO_LIMIT)).isEqualTo(250);
    assertThat(splits.cheapestRooms(threeAreCheap, StayRebate.NONE, 0, NO_LIMIT))
        .containsExactly(room(3), room(1));
    assertThat(splits.cheapest(threeAreCheap, StayRebate.NONE, 2, NO_LIMIT)).isEqualTo(360);
    assertThat(splits.cheapest(threeAreCheap, StayRebate.NONE, 0, 2)).isEqualTo(360);
  }

  @Test
  void ofEqualTotalsTheMostEvenRoomsAreTaken() {
    PartySplits splits = FreshSplits.of(5, List.of(), 2);

    assertThat(splits.cheapestRooms(heads(1, 10, 10, 10, 10), StayRebate.NONE, 0, NO_LIMIT))
        .containsExactly(room(3), room(2));
  }

  @Test
  void evennessCountsAllPeopleOfARoom() {
    PartySplits splits = FreshSplits.of(4, List.of(new ChildType(false, List.of(1, 1))), 2);

    assertThat(splits.evenRooms(0, NO_LIMIT)).containsExactly(room(2, 1), room(2, 1));
    assertThat(splits.evenRooms(1, 3)).containsExactly(room(2, 1), room(2, 1));
    assertThat(FreshSplits.of(4, List.of(new ChildType(false, List.of(1))), 3).evenRooms(1, 2))
        .containsExactly(room(2), room(1, 1), room(1));
  }

  @Test
  void aTotalBeatsEvenness() {
    PartySplits splits = FreshSplits.of(7, List.of(), 4);

    assertThat(splits.cheapestRooms(heads(1, 10, 10, 10, 10), StayRebate.NONE, 0, NO_LIMIT))
        .containsExactly(room(2), room(2), room(2), room(1));
    assertThat(splits.cheapestRooms(heads(1, 10, 20, 10, 10), StayRebate.NONE, 0, NO_LIMIT))
        .containsExactly(room(4), room(1), room(1), room(1));
    assertThat(splits.cheapestRooms(heads(1, 10, 20, 10, 10), StayRebate.NONE, 0, 3))
        .containsExactly(room(3), room(2), room(1), room(1));
  }

  @Test
  void thenFewerAdultsInTheLargestRoom() {
    PartySplits splits = FreshSplits.of(3, List.of(new ChildType(true, List.of(5))), 2);

    assertThat(splits.evenRooms(0, NO_LIMIT)).containsExactly(room(2), room(1, 5));
    assertThat(FreshSplits.of(3, List.of(new ChildType(true, List.of(5, 6))), 2).evenRooms(0, 9))
        .containsExactly(room(1, 5, 6), room(2));
  }

  @Test
  void thenYoungerChildrenInTheLargestRoom() {
    PartySplits three = FreshSplits.of(2, List.of(new ChildType(true, List.of(5, 8, 3))), 2);

    assertThat(three.evenRooms(0, NO_LIMIT)).containsExactly(room(1, 3, 5), room(1, 8));
    PartySplits four = FreshSplits.of(2, List.of(new ChildType(true, List.of(2, 5, 8, 3))), 2);
    assertThat(four.evenRooms(0, NO_LIMIT)).containsExactly(room(1, 3, 5), room(1, 2, 8));
    PartySplits alike = FreshSplits.of(2, List.of(new ChildType(true, List.of(2, 2, 8, 3))), 2);
    assertThat(alike.evenRooms(0, NO_LIMIT)).containsExactly(room(1, 2, 8), room(1, 2, 3));
  }

  @Test
  void thenTheSecondRoomIsAsSmallAsCanBe() {
    PartySplits splits = FreshSplits.of(3, List.of(new ChildType(true, List.of(1, 4, 7))), 3);

    assertThat(splits.evenRooms(0, NO_LIMIT)).containsExactly(room(1, 7), room(1, 4), room(1, 1));
  }

  @Test
  void aChildThatIsPricedLikeAnAdultIsNoAdultOfTheRequest() {
    PartySplits splits = FreshSplits.of(2, List.of(new ChildType(true, List.of(16, 17))), 2);
    long[][][] prices = {{{0, 0}, {100, 100}, {90, 90}, {10, 10}}};

    assertThat(splits.cheapestRooms(new ListedPerHead(prices), StayRebate.NONE, 0, 3))
        .containsExactly(room(1, 16, 17), room(1));
  }

  @Test
  void headsBeyondTheLargestPricedOccupancyAreExtraInTheOrderOfTheirTypes() {
    PartySplits splits = FreshSplits.of(2, List.of(new ChildType(true, List.of(4, 5))), 2);
    SplitPrices prices = rooms(new long[] {0, 100}, new long[] {10, 70});

    // an adult is never behind a child, so both children are extra
    assertThat(splits.cheapest(prices, StayRebate.NONE, 0, NO_LIMIT)).isEqualTo(2 * 100 + 2 * 70);
    PartySplits third = FreshSplits.of(3, List.of(new ChildType(true, List.of(4))), 2);
    assertThat(third.cheapest(prices, StayRebate.NONE, 0, NO_LIMIT)).isEqualTo(200 + 10 + 70);
  }

  @Test
  void extraHeadsAreThoseThatCostTheLeastWhereTheOrderLetsThem() {
    ChildType elder = new ChildType(true, List.of(9));
    ChildType younger = new ChildType(true, List.of(3));
    PartySplits splits = FreshSplits.of(4, List.of(elder, younger), 2);
    SplitPrices prices = rooms(new long[] {0, 100, 130}, new long[] {20, 80, 50});

    // 3 adults in one room (one of them extra), an adult and two children in the other
    assertThat(splits.cheapest(prices, StayRebate.NONE, 3, 3)).isEqualTo(2 * 130 + 20 + 50);
    assertThat(splits.cheapestRooms(prices, StayRebate.NONE, 3, 3))
        .containsExactly(room(3), room(1, 3, 9));
  }

  @Test
  void headsThatDoNotCountHaveAPriceOfPersonsAndNoneOfRooms() {
    PartySplits splits = FreshSplits.of(2, List.of(new ChildType(false, List.of(0))), 2);
    long[][][] prices = {{{0, 0}, {100, 7}}};

    assertThat(splits.cheapest(new ListedPerHead(prices), StayRebate.NONE, 0, 1)).isEqualTo(207);
    SplitPrices perRoom = rooms(new long[] {0, 100}, new long[] {10, SplitPrices.MISSING});
    assertThat(splits.cheapest(perRoom, StayRebate.NONE, 0, 1)).isEqualTo(200);
  }

  @Test
  void aRebateThatRoundsSumsTogetherMakesThemATie() {
    PartySplits splits = FreshSplits.of(4, List.of(), 2);
    SplitPrices nearlyEqual = heads(1, 100, 101, 101);

    assertThat(splits.cheapestRooms(nearlyEqual, StayRebate.NONE, 0, NO_LIMIT))
        .containsExactly(room(3), room(1));
    StayRebate allOff = new ListedRebate(10_000, 0, 0);
    assertThat(splits.cheapest(nearlyEqual, allOff, 0, NO_LIMIT)).isZero();
    assertThat(splits.cheapestRooms(nearlyEqual, allOff, 0, NO_LIMIT))
        .containsExactly(room(2), room(2));
    StayRebate amount = new ListedRebate(0, 404, 0);
    assertThat(splits.cheapestRooms(nearlyEqual, amount, 0, NO_LIMIT))
        .containsExactly(room(2), room(2));
  }

  @Test
  void withFreeNightsTheSmallestSumNeedNotWin() {
    PartySplits splits = FreshSplits.of(4, List.of(), 2);
    // 2 and 2: 40 on each night; 3 and 1: 3 × 3 + 10 on the first, 3 × 20 + 11 on the second
    long[][][] prices = {{{0}, {10}, {10}, {3}}, {{0}, {11}, {10}, {20}}};
    StayRebate oneFree = new ListedRebate(0, 0, 1);

    assertThat(splits.cheapest(new ListedPerHead(prices), StayRebate.NONE, 0, NO_LIMIT))
        .isEqualTo(80);
    assertThat(splits.cheapest(new ListedPerHead(prices), oneFree, 0, NO_LIMIT)).isEqualTo(40);
    long[][][] flipped = {{{0}, {10}, {10}, {1}}, {{0}, {11}, {12}, {10}}};
    assertThat(splits.cheapest(new ListedPerHead(flipped), oneFree, 0, NO_LIMIT)).isEqualTo(41);
    assertThat(splits.cheapestRooms(new ListedPerHead(flipped), oneFree, 0, NO_LIMIT))
        .containsExactly(room(3), room(1));
  }

  @Test
  void refusesPricesThatSumsCouldNotHold() {
    PartySplits splits = FreshSplits.of(2, List.of(), 2);

    assertThat(splits.cheapest(heads(1, SplitPrices.LARGEST), StayRebate.NONE, 0, 1))
        .isEqualTo(2 * SplitPrices.LARGEST);
    assertThatThrownBy(
            () -> splits.cheapest(heads(1, SplitPrices.LARGEST + 1), StayRebate.NONE, 0, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("a price of all nights is above 4000000000000000");
  }

  @Test
  void refusesAPartyThatCannotBe() {
    assertThatThrownBy(() -> FreshSplits.of(1, List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("adults=1 rooms=2");
    assertThatThrownBy(() -> FreshSplits.of(1, List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    ChildType type = new ChildType(true, List.of(3));
    assertThatThrownBy(() -> FreshSplits.of(1, List.of(type, type), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an age of two types: age=3");
    assertThatThrownBy(() -> new ChildType(true, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a type of no children");
  }

  private static Room room(int adults, int... ages) {
    return new Room(adults, IntStream.of(ages).boxed().toList());
  }

  /** Prices of an adult, alike each night, from occupancy 1 on. */
  private static SplitPrices heads(int nights, long... byOccupancy) {
    long[][][] prices = new long[nights][10][1];
    for (long[][] night : prices) {
      for (int occupancy = 1; occupancy < night.length; occupancy++) {
        boolean isPriced = occupancy <= byOccupancy.length;
        night[occupancy][0] = isPriced ? byOccupancy[occupancy - 1] : SplitPrices.MISSING;
      }
    }
    return new ListedPerHead(prices);
  }

  /** Prices of one night. */
  private static SplitPrices rooms(long[] byOccupancy, long[] extras) {
    return new ListedPerRoom(1, columns(byOccupancy), columns(extras));
  }

  private static long[][] columns(long[] values) {
    return Arrays.stream(values).mapToObj(value -> new long[] {value}).toArray(long[][]::new);
  }
}
