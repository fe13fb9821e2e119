package tatami.query.stay.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.request.Guests.Room;

/** The largest parties that a request may name, by work done rather than by time. */
class LargePartyTest {

  private static final int ROOMS = 8;
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Ways to write 32 as a sum of 8 numbers from 1 on. */
  private static final int WAYS = 919;

  @Test
  void oneWayIsSolvedWhereTheLimitLeavesOne() {
    PartySplits splits = FreshSplits.of(8, bands(6, 24), ROOMS);

    splits.cheapest(prices(new Random(1), 7), StayRebate.NONE, 0, 4);

    assertThat(splits.steps()).isEqualTo(1);
  }

  @Test
  void boundsKeepMostWaysFromBeingSolved() {
    PartySplits splits = FreshSplits.of(8, bands(6, 24), ROOMS);
    for (int offer = 1; offer <= 20; offer++) {
      long before = splits.steps();
      splits.cheapest(prices(new Random(offer), 7), StayRebate.NONE, 0, NO_LIMIT);
      assertThat(splits.steps() - before).isLessThan(WAYS / 10);
    }
  }

  @Test
  void roomsOfTheLargestPartyAreFoundWithBoundedWork() {
    PartySplits splits = FreshSplits.of(8, bands(6, 24), ROOMS);
    SplitPrices prices = prices(new Random(3), 7);

    List<Room> rooms = splits.cheapestRooms(prices, StayRebate.NONE, 0, NO_LIMIT);

    assertThat(rooms).hasSize(ROOMS);
    assertThat(rooms.stream().mapToInt(Room::heads).sum()).isEqualTo(32);
    assertThat(splits.steps()).isLessThan(1_000);
  }

  @Test
  void roomsOfTheSamePricesAreFoundOnce() {
    PartySplits splits = FreshSplits.of(8, bands(6, 24), ROOMS);
    List<Room> rooms = splits.cheapestRooms(prices(new Random(3), 7), StayRebate.NONE, 0, NO_LIMIT);
    long before = splits.steps();
    splits.cheapest(prices(new Random(3), 7), StayRebate.NONE, 0, NO_LIMIT);
    long ofTotal = splits.steps() - before;

    assertThat(splits.cheapestRooms(prices(new Random(3), 7), StayRebate.NONE, 0, NO_LIMIT))
        .isEqualTo(rooms);
    assertThat(splits.steps() - before).isEqualTo(2 * ofTotal);
    splits.cheapestRooms(prices(new Random(4), 7), StayRebate.NONE, 0, NO_LIMIT);
    assertThat(splits.steps() - before).isGreaterThan(3 * ofTotal);
  }

  @Test
  void aRequestThatNeedsMoreWorkThanAllowedEndsWithAProblem() {
    PartySplits splits = PartySplits.of(8, bands(6, 24), ROOMS, new SplitWork(2 * WAYS));

    assertThatThrownBy(
            () -> splits.cheapest(prices(new Random(3), 7), StayRebate.NONE, 0, NO_LIMIT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.TIMEOUT))
        .hasMessage("the search took too long; ask for less");
  }

  @Test
  void workIsAllowedToTheLastStep() {
    SplitWork work = new SplitWork(3);
    work.take(3);

    assertThatThrownBy(() -> work.take(1)).isInstanceOf(ProblemException.class);
  }

  @Test
  void evenRoomsOfTheLargestPartyTakeFewSteps() {
    for (int types = 1; types <= 18; types++) {
      PartySplits splits = FreshSplits.of(8, bands(types, 24), ROOMS);

      List<Room> rooms = splits.evenRooms(0, NO_LIMIT);

      assertThat(rooms).allMatch(room -> room.heads() == 4 && room.adults() == 1);
      assertThat(rooms).isEqualTo(FreshSplits.of(8, bands(1, 24), ROOMS).evenRooms(4, 4));
      assertThat(splits.steps()).isLessThan(20_000);
    }
  }

  /** Children of ages that go round, in bands of about the same width. */
  private static List<ChildType> bands(int count, int children) {
    List<ChildType> types = new ArrayList<>();
    for (int band = 0; band < count; band++) {
      List<Integer> ages = new ArrayList<>();
      for (int child = 0; child < children; child++) {
        int age = child * 7 % 18;
        if (age * count / 18 == band) {
          ages.add(age);
        }
      }
      if (!ages.isEmpty()) {
        types.add(new ChildType(true, ages));
      }
    }
    return types;
  }

  /** Prices as they are in life: heads cost less the more there are, and children less by class. */
  private static SplitPrices prices(Random random, int types) {
    long[][][] prices = new long[1][33][types];
    for (int occupancy = 1; occupancy < prices[0].length; occupancy++) {
      for (int type = 0; type < types; type++) {
        long price = (20_000 - 800L * Math.min(occupancy, 8)) * (100 - 12 * type) / 100;
        prices[0][occupancy][type] = price + random.nextInt(200);
      }
    }
    return new RandomPrices.ListedPerHead(prices);
  }
}
