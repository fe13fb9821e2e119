package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import tatami.query.stay.split.RoomWay.Kind;

/**
 * Divides a way by how the rooms behind compare to the next one, where that matters: where they
 * could have more adults than that, or other children.
 */
final class RoomKinds {

  private static final Occupancies NO_ROOMS = new Occupancies(new int[0], new int[0]);

  private final RoomWay way;
  private final People.Limits limits;
  private final int adults;
  private final int adultsBehind;
  private final int uncountedBehind;
  private final List<RoomWay> found = new ArrayList<>();

  /**
   * Binds to a way.
   *
   * @param limits people of a room; the next one has the most
   * @param adults of the next room
   * @param adultsBehind adults of the rooms behind it
   * @param uncountedBehind heads of those rooms who do not count
   */
  RoomKinds(RoomWay way, People.Limits limits, int adults, int adultsBehind, int uncountedBehind) {
    this.way = way;
    this.limits = limits;
    this.adults = adults;
    this.adultsBehind = adultsBehind;
    this.uncountedBehind = uncountedBehind;
  }

  /** Lists the ways in which all adults, and all heads who do not count, find a place. */
  List<RoomWay> list() {
    divide(new Rooms(NO_ROOMS, List.of(), new int[4]), 0);
    return found;
  }

  /**
   * Rooms whose kinds are known.
   *
   * @param places lowest and highest number of heads who do not count, and of adults
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Rooms(Occupancies groups, List<Kind> kinds, int[] places) {

    Rooms and(int occupancy, int rooms, Kind kind, int... placesOfRoom) {
      if (rooms == 0) {
        return this;
      }
      List<Kind> more = new ArrayList<>(kinds);
      more.add(kind);
      int[] sum = places.clone();
      for (int place = 0; place < sum.length; place++) {
        sum[place] += rooms * placesOfRoom[place];
      }
      return new Rooms(groups.and(occupancy, rooms), more, sum);
    }
  }

  private void divide(Rooms rooms, int group) {
    int[] places = rooms.places;
    if (places[0] > uncountedBehind || places[2] > adultsBehind) {
      return;
    }
    if (group < way.behind().groups()) {
      divideGroup(rooms, group);
    } else if (places[1] >= uncountedBehind && places[3] >= adultsBehind) {
      found.add(new RoomWay(way.occupancy(), way.behind(), rooms.groups, rooms.kinds));
    }
  }

  private void divideGroup(Rooms rooms, int group) {
    int occupancy = way.behind().occupancy()[group];
    int all = way.behind().rooms()[group];
    int size = limits.most();
    int most = size - occupancy;
    int fewest = Math.max(0, limits.fewest() - occupancy);
    boolean canBeAsLarge = most <= uncountedBehind;
    if (occupancy < adults || adults == size || !canBeAsLarge) {
      divide(rooms.and(occupancy, all, Kind.ANY, fewest, most, 1, occupancy), group + 1);
      return;
    }
    int mostSmaller = fewest < most ? all : 0;
    for (int smaller = 0; smaller <= mostSmaller; smaller++) {
      Rooms with = rooms.and(occupancy, smaller, Kind.SMALLER, fewest, most - 1, 1, occupancy);
      int mostFewer = adults > 1 ? all - smaller : 0;
      for (int fewer = 0; fewer <= mostFewer; fewer++) {
        int alike = all - smaller - fewer;
        divide(
            with.and(occupancy, fewer, Kind.FEWER_ADULTS, most, most, 1, adults - 1)
                .and(occupancy, alike, Kind.ALIKE, most, most, adults, adults),
            group + 1);
      }
    }
  }
}
