package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import tatami.query.stay.split.RoomWay.Size;

/**
 * Divides a way by which of the rooms behind have as many people as the next one. Where heads who
 * do not count are to be placed, that is open for rooms whose occupancy is lower, and matters for
 * those that could have more adults than the next room.
 */
final class RoomSizes {

  private final RoomWay way;
  private final People.Limits limits;
  private final int adults;
  private final int uncounted;
  private final List<Size> sizes = new ArrayList<>();
  private final List<RoomWay> found = new ArrayList<>();

  /**
   * Binds to a way.
   *
   * @param limits people of a room; the next room has the most
   * @param adults of the next room
   * @param uncounted how many heads of the rooms behind do not count
   */
  RoomSizes(RoomWay way, People.Limits limits, int adults, int uncounted) {
    this.way = way;
    this.limits = limits;
    this.adults = adults;
    this.uncounted = uncounted;
  }

  /** Lists the ways in which all heads who do not count find a place. */
  List<RoomWay> list() {
    divide(0, new Occupancies(new int[0], new int[0]), 0, 0);
    return found;
  }

  private void divide(int group, Occupancies groups, int fewestUncounted, int mostUncounted) {
    if (fewestUncounted > uncounted) {
      return;
    }
    if (group == way.behind().groups()) {
      if (mostUncounted >= uncounted) {
        found.add(new RoomWay(way.occupancy(), way.behind(), groups, List.copyOf(sizes)));
      }
      return;
    }
    int occupancy = way.behind().occupancy()[group];
    int rooms = way.behind().rooms()[group];
    int most = limits.most() - occupancy;
    int fewest = Math.max(0, limits.fewest() - occupancy);
    if (most == 0 || occupancy < adults || uncounted == 0) {
      sizes.add(most == 0 ? Size.LARGEST : Size.ANY);
      int fewestMore = fewestUncounted + rooms * fewest;
      divide(group + 1, groups.and(occupancy, rooms), fewestMore, mostUncounted + rooms * most);
      sizes.remove(sizes.size() - 1);
      return;
    }
    for (int largest = 0; largest <= rooms; largest++) {
      int smaller = rooms - largest;
      Occupancies divided = groups;
      if (smaller > 0) {
        divided = divided.and(occupancy, smaller);
        sizes.add(Size.SMALLER);
      }
      if (largest > 0) {
        divided = divided.and(occupancy, largest);
        sizes.add(Size.LARGEST);
      }
      if (smaller == 0 || fewest < most) {
        divide(
            group + 1,
            divided,
            fewestUncounted + largest * most + smaller * fewest,
            mostUncounted + largest * most + smaller * (most - 1));
      }
      sizes.subList(sizes.size() - (smaller > 0 ? 1 : 0) - (largest > 0 ? 1 : 0), sizes.size())
          .clear();
    }
  }
}
