package tatami.query.stay.split;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.query.stay.split.NextRoom.Children;

/**
 * Says whether the next room can be as far as it is chosen: whether any way of occupancies has a
 * split within the allowed cost. Where prices are such that a room in part known can be asked for,
 * that is one flow a way; else all rooms that it can become are gone through.
 *
 * <p>Ways that were refuted stay so while more is chosen; {@link #goBackTo} takes them up again
 * where a choice is taken back.
 */
final class NextRoomCheck {

  private final AllowedCost allowed;
  private final long[] spent;
  private final People everybody;
  private final List<RoomWay> ways;
  private final Map<IntBuffer, Boolean> known = new HashMap<>();
  private int first;

  private NextRoomCheck(AllowedCost allowed, long[] spent, People everybody, List<RoomWay> ways) {
    this.allowed = allowed;
    this.spent = spent;
    this.everybody = everybody;
    this.ways = ways;
  }

  /**
   * Starts a room of the largest size there may be.
   *
   * @param spent what the rooms before cost each night
   * @param everybody those without a room
   * @param of ways to write those who count
   */
  static NextRoomCheck of(
      AllowedCost allowed, long[] spent, People everybody, List<Occupancies> of) {
    int size = everybody.limits().most();
    List<RoomWay> ways = new ArrayList<>();
    for (Occupancies way : of) {
      for (int group = 0; group < way.groups() && way.most() <= size; group++) {
        if (size - way.occupancy()[group] <= everybody.uncounted()) {
          ways.add(RoomWay.of(way, group));
        }
      }
    }
    return new NextRoomCheck(allowed, spent, everybody, ways);
  }

  /** Returns the check of the room with so many adults, by the ways that are not refuted. */
  NextRoomCheck withAdults(int adults) {
    int adultsLeft = everybody.heads()[Party.ADULTS] - adults;
    List<RoomWay> divided = new ArrayList<>();
    for (RoomWay way : ways.subList(first, ways.size())) {
      int uncounted = everybody.uncounted() - (everybody.limits().most() - way.occupancy());
      divided.addAll(new RoomKinds(way, everybody.limits(), adults, adultsLeft, uncounted).list());
    }
    return new NextRoomCheck(allowed, spent, everybody, divided);
  }

  /** Returns the place of the first way that is not refuted. */
  int firstWay() {
    return first;
  }

  /** Takes up again the ways from a place on. */
  void goBackTo(int way) {
    first = way;
  }

  /** Says whether the room can have from so many to so many adults. */
  boolean canHaveAdults(int fewestAdults, int mostAdults) {
    int[] lowest = new int[everybody.heads().length];
    int[] highest = everybody.heads().clone();
    lowest[Party.ADULTS] = fewestAdults;
    highest[Party.ADULTS] = mostAdults;
    return canHave(lowest, highest, everybody.rooms(), Children.NONE);
  }

  /**
   * Says whether the room can have so many heads of each type.
   *
   * @param lowest at least
   * @param highest at most
   * @param mostAlike how many rooms behind may have its size and its adults
   * @param children those chosen so far, whose ages those of such rooms may not come after
   */
  boolean canHave(int[] lowest, int[] highest, int mostAlike, Children children) {
    int mostAlikeCounted = children.mostAlike(mostAlike, children.counted());
    while (first < ways.size()) {
      RoomWay way = ways.get(first);
      int uncounted = everybody.limits().most() - way.occupancy();
      NextRoom next =
          new NextRoom(lowest, highest, uncounted, mostAlike, mostAlikeCounted, children);
      if (canHave(next, way)) {
        return true;
      }
      first++;
    }
    return false;
  }

  private boolean canHave(NextRoom next, RoomWay way) {
    return way.fits(next, everybody.limits().most())
        && allowed.costs().askFor(next, way, room -> isAllowed(room, way));
  }

  /**
   * Says whether the room can be as it is asked for. A room that is known does not depend on ages
   * but for those of rooms alike, so it is remembered what is said of it without them.
   */
  private boolean isAllowed(NextRoom room, RoomWay way) {
    if (!room.isKnown()) {
      return allowed.allows(everybody, room, way, spent);
    }
    IntBuffer key = IntBuffer.allocate(room.lowest().length + 1).put(room.lowest()).put(first);
    boolean isAllowed =
        known.computeIfAbsent(
            key.flip(), each -> allowed.allows(everybody, room.withoutAges(), way, spent));
    return isAllowed && (!way.hasAlike() || allowed.allows(everybody, room, way, spent));
  }

  /** Returns the occupancies of the rooms behind, where so many heads of the room count. */
  List<Occupancies> waysBehind(int occupancy) {
    return ways.subList(first, ways.size()).stream()
        .filter(way -> way.occupancy() == occupancy)
        .map(RoomWay::behind)
        .distinct()
        .toList();
  }
}
