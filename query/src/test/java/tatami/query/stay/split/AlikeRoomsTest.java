package tatami.query.stay.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tatami.query.request.Guests.Room;
import tatami.query.stay.split.RandomPrices.ListedPerHead;
import tatami.query.stay.split.RandomPrices.ListedPerRoom;

/** Rooms with as many people and adults as the first one, whose ages may not come after its own. */
class AlikeRoomsTest {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  @Test
  void anOlderChildOfTheSameTypeMayDoWhereAYoungerOneDoesNot() {
    // [0, 3, …] would need another child up to 3 beside the other 0, [0, 5, 5] leaves 0 and 3
    PartySplits splits =
        FreshSplits.of(4, List.of(counted(0, 0, 3, 5, 5, 6), new ChildType(false, List.of(1))), 3);
    SplitPrices prices = rooms(List.of(3L, 3L, 3L, 1L, 5L), List.of(0L, 3L, 1L));

    assertThat(splits.cheapestRooms(prices, StayRebate.NONE, 0, NO_LIMIT))
        .containsExactly(room(1, 0, 5, 5), room(1, 0, 3, 6), room(2, 1));
  }

  @Test
  void extraHeadsOfRoomsAlikeMayBeSpreadOverThem() {
    PartySplits splits =
        FreshSplits.of(6, List.of(counted(5, 6, 6), new ChildType(false, List.of(9, 9, 10))), 3);
    SplitPrices prices = rooms(List.of(9L, 3L), List.of(8L, 4L, 0L));

    assertThat(splits.cheapestRooms(prices, StayRebate.NONE, 3, 3))
        .containsExactly(room(2, 6, 9), room(2, 6, 9), room(2, 5, 10));
  }

  @Test
  void childrenWhoDoNotCountMakeRoomsAsLargeAsOthers() {
    // rooms of four: one of two adults, and two of one adult, the last with the child of 3
    PartySplits splits =
        FreshSplits.of(4, List.of(new ChildType(false, List.of(1, 2, 3, 4, 5, 6, 7, 8))), 3);

    assertThat(splits.evenRooms(1, 2))
        .containsExactly(room(2, 1, 2), room(1, 4, 5, 6), room(1, 3, 7, 8));
  }

  @Test
  void manyParentsWithBabiesAreSplitWithFewSteps() {
    // all babies cost nothing in small rooms, and rooms alike would each need one
    long[][][] prices = new long[1][33][3];
    for (int occupancy = 1; occupancy < 33; occupancy++) {
      long adult = 20_000 - 800L * Math.min(occupancy, 8);
      prices[0][occupancy] = new long[] {adult, adult * 7 / 10, 0};
    }
    ChildType elder = counted(5, 6, 7, 7, 8, 8, 9, 11, 12, 12, 13, 13, 13, 14, 15, 15, 15);
    PartySplits splits = FreshSplits.of(8, List.of(elder, counted(0, 0, 0, 1, 1, 3, 4)), 8);

    List<Room> rooms =
        splits.cheapestRooms(new ListedPerHead(prices), StayRebate.NONE, 0, NO_LIMIT);

    assertThat(rooms.stream().mapToInt(Room::heads).sum()).isEqualTo(32);
    assertThat(splits.steps()).isLessThan(5_000);
  }

  @Test
  void childrenWhoDoNotCountAreSplitWithFewSteps() {
    List<Integer> ages = IntStream.range(0, 24).mapToObj(child -> child * 7 % 18).toList();
    PartySplits splits = FreshSplits.of(8, List.of(new ChildType(false, ages)), 4);
    SplitPrices prices =
        rooms(List.of(12_954L, 10_654L, 7_902L, 7_145L, 18_894L), List.of(4_511L, 4_373L));

    List<Room> rooms = splits.cheapestRooms(prices, StayRebate.NONE, 0, NO_LIMIT);

    assertThat(rooms).allMatch(room -> room.heads() == 8);
    assertThat(splits.steps()).isLessThan(5_000);
  }

  private static ChildType counted(Integer... ages) {
    return new ChildType(true, List.of(ages));
  }

  private static Room room(int adults, Integer... ages) {
    return new Room(adults, List.of(ages));
  }

  /** Prices of one night: of rooms from one head on, and of extra heads by type. */
  private static SplitPrices rooms(List<Long> byOccupancy, List<Long> extras) {
    return new ListedPerRoom(
        1, columns(Stream.concat(Stream.of(0L), byOccupancy.stream()).toList()), columns(extras));
  }

  private static long[][] columns(List<Long> values) {
    return values.stream().map(value -> new long[] {value}).toArray(long[][]::new);
  }
}
