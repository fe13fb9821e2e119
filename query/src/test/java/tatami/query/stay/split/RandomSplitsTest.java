package tatami.query.stay.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomSplitsTest {

  private static final int ROUNDS = Integer.getInteger("tatami.rounds", 6_000);

  @Test
  void findsWhatGoingThroughAllSplitsFinds() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.err.println(
        "repeat with: mvn -pl query test -Dtest=RandomSplitsTest"
            + " -Dtatami.testArguments=-Dtatami.seed="
            + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      compare(random, "seed=" + seed + " round=" + round);
    }
  }

  @Test
  void findsWhatGoingThroughTheSplitsOfLargerPartiesRoomByRoomFinds() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 20; round++) {
      RandomParty party = RandomParty.draw(random, 8 + random.nextInt(5), 4, 5);
      compareRoomByRoom(random, party, "seed=" + seed + " round=" + round);
    }
  }

  @Test
  void findsTheFirstOfManySplitsThatCostTheSame() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 6; round++) {
      RandomParty party = RandomParty.drawAlike(random, 6 + random.nextInt(4));
      compareRoomByRoom(random, party, "seed=" + seed + " round=" + round);
    }
  }

  @Test
  void findsWhatFreeNightsLeaveWhereEverySplitHasOtherCheapNights() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 20; round++) {
      RandomParty party = RandomParty.draw(random, 8 + random.nextInt(3), 4, 5);
      int types = party.types().size() + 1;
      int nights = 3 + random.nextInt(4);
      int missing = random.nextInt(3);
      SplitPrices prices =
          random.nextBoolean()
              ? RandomPrices.perHead(random, types, nights, 1_000, missing)
              : RandomPrices.perRoom(random, types, nights, 1_000, missing);
      StayRebate rebate = new RandomPrices.ListedRebate(0, 0, 1 + random.nextInt(nights - 1));
      compareRoomByRoom(party, prices, rebate, "seed=" + seed + " round=" + round);
    }
  }

  private static void compareRoomByRoom(Random random, RandomParty party, String what) {
    SplitPrices prices = RandomPrices.draw(random, party.types().size() + 1, 3);
    compareRoomByRoom(party, prices, RandomPrices.rebate(random, prices.nights()), what);
  }

  private static void compareRoomByRoom(
      RandomParty party, SplitPrices prices, StayRebate rebate, String what) {
    RoomByRoom slow = new RoomByRoom(party, prices, rebate);
    PartySplits splits = party.splits();

    assertThat(splits.cheapest(prices, rebate, 0, Integer.MAX_VALUE))
        .as(what + " " + party)
        .isEqualTo(slow.total());
    assertThat(splits.cheapestRooms(prices, rebate, 0, Integer.MAX_VALUE))
        .as(what + " " + party)
        .isEqualTo(slow.best());
  }

  private static void compare(Random random, String round) {
    RandomParty party = RandomParty.draw(random, 7, 4, 5);
    PartySplits splits = party.splits();
    for (int offer = 0; offer < 2; offer++) {
      SplitPrices prices = RandomPrices.draw(random, party.types().size() + 1, 5);
      StayRebate rebate = RandomPrices.rebate(random, prices.nights());
      int minimum = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
      int maximum = random.nextInt(3) > 0 ? minimum + random.nextInt(5) : Integer.MAX_VALUE;
      NaiveSplits naive = new NaiveSplits(party, prices, rebate, minimum, maximum);
      String what = round + " " + party + " " + rebate + " heads=" + minimum + ".." + maximum;

      assertThat(splits.isLegal(minimum, maximum)).as(what).isEqualTo(naive.isLegal());
      assertThat(splits.cheapest(prices, rebate, minimum, maximum))
          .as(what)
          .isEqualTo(naive.total());
      assertThat(splits.cheapestRooms(prices, rebate, minimum, maximum))
          .as(what)
          .isEqualTo(naive.best());
    }
  }
}
