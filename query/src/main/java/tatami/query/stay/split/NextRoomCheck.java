package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import tatami.query.stay.split.NextRoom.Children;
import tatami.query.stay.split.People.Limits;
import tatami.query.stay.split.RoomSearch.Allowed;

/**
 * Says whether the next room can be as far as it is chosen: whether any way of occupancies has a
 * split within the allowed cost. Where prices are such that a room in part known can be asked for,
 * that is one flow a way; else all rooms that it can become are gone through.
 *
 * <p>Ways that were refuted stay so while more is chosen; {@link #goBackTo} takes them up again
 * where a choice is taken back.
 */
final class NextRoomCheck {

  private final SplitMinimum minimum;
  private final SplitCosts costs;
  private final Allowed allowed;
  private final long[] spent;
  private final long sumLeft;
  private final List<RoomWay> ways = new ArrayList<>();
  private People everybody;
  private int size;
  private int fewest;
  private int first;

  /**
   * Binds to prices.
   *
   * @param spent what the rooms before cost each night
   */
  NextRoomCheck(SplitMinimum minimum, SplitCosts costs, Allowed allowed, long[] spent) {
    this.minimum = minimum;
    this.costs = costs;
    this.allowed = allowed;
    this.spent = spent;
    long left = allowed.sum();
    for (long ofNight : spent) {
      left -= ofNight;
    }
    sumLeft = left;
  }

  /**
   * Starts a room.
   *
   * @param newEverybody those without a room
   * @param newFewest fewest people of a room
   * @param newSize people of the room
   * @param of ways to write those who count
   */
  void start(People newEverybody, int newFewest, int newSize, List<Occupancies> of) {
    everybody = newEverybody;
    fewest = newFewest;
    size = newSize;
    int uncounted = everybody.uncounted();
    for (Occupancies way : of) {
      boolean isWithin = way.most() <= size && (uncounted > 0 || way.fewest() >= fewest);
      for (int group = 0; isWithin && group < way.groups(); group++) {
        int lacking = size - way.occupancy()[group];
        if (lacking >= 0 && lacking <= uncounted) {
          ways.add(RoomWay.of(way, group));
        }
      }
    }
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
    return canHave(lowest, highest, everybody.rooms(), new Children(new int[0], new int[0]));
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
    Limits limits = new Limits(fewest, size, highest[Party.ADULTS], mostAlike);
    People asked = new People(everybody.heads(), everybody.counted(), everybody.rooms(), limits);
    while (first < ways.size()) {
      RoomWay way = ways.get(first);
      int uncounted = size - way.occupancy();
      if (canHave(
          asked, new NextRoom(lowest, highest, way.occupancy(), uncounted, children), way)) {
        return true;
      }
      first++;
    }
    return false;
  }

  /** Returns the occupancies of the rooms behind, where so many heads of the room count. */
  List<Occupancies> waysBehind(int occupancy) {
    return ways.subList(first, ways.size()).stream()
        .filter(way -> way.occupancy() == occupancy)
        .map(RoomWay::others)
        .toList();
  }

  private boolean canHave(People asked, NextRoom next, RoomWay way) {
    return asked.behind(next).fits(way.others())
        && costs.askFor(next, room -> isWithin(asked, room, way));
  }

  private boolean isWithin(People asked, NextRoom next, RoomWay way) {
    long total = allowed.withoutFree();
    return sumLeft >= 0 && minimum.isWithin(asked, next, way, sumLeft)
        || total >= 0 && minimum.isWithinWithoutFree(asked, next, way, spent, total);
  }
}
