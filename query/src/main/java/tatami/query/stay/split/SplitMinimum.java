package tatami.query.stay.split;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the smallest total over splits, of the offer whose prices {@link SplitCosts} read last.
 *
 * <p>The sum is solved for each way of occupancies. With free nights a total is the sum of the
 * dearest nights, and which nights those are differs from split to split: the largest of many sums,
 * each over some choice of nights. The smallest sum over any one choice, and over an average of
 * choices, is a bound from below; the choice of the split found is the next to be averaged in.
 * Where bound and best do not meet, the search divides on one place. Exact. Not thread-safe.
 */
final class SplitMinimum {

  private static final int MOST_AVERAGED = 8;

  private final SplitCosts costs;
  private final SplitWork work;
  private final OccupancyLists lists = new OccupancyLists();
  private int fewest;
  private int most;
  private int freeNights;
  private long[] offset = {};
  private long[] totals = {};
  private long[] sorted = {};
  private int[] dear = {};
  private long best;
  private long enough;
  private boolean isStarted;
  private long steps;

  SplitMinimum(SplitCosts costs, SplitWork work) {
    this.costs = costs;
    this.work = work;
  }

  /**
   * Turns to the prices that were read.
   *
   * @param newFewest lowest occupancy of a room
   * @param newMost highest occupancy of a room
   * @param newFreeNights how many nights are free
   */
  void open(int newFewest, int newMost, int newFreeNights) {
    fewest = newFewest;
    most = newMost;
    freeNights = newFreeNights;
    if (totals.length != costs.nights()) {
      offset = new long[costs.nights()];
      totals = new long[costs.nights()];
      sorted = new long[costs.nights()];
      dear = new int[costs.nights()];
    }
    Arrays.fill(offset, 0);
  }

  /** Returns how many ways of occupancies were solved or divided so far, a measure of work. */
  long steps() {
    return steps;
  }

  /**
   * Returns the smallest sum of rooms for some people.
   *
   * @param limit sums above it are of no interest
   * @param goodEnough a sum up to this one ends the search
   * @return a sum up to the limit, else {@link SplitCosts#NONE}
   */
  long leastSum(People people, long limit, long goodEnough) {
    List<Occupancies> ways = ways(people);
    work.take(2L * ways.size());
    long least = limit == SplitCosts.NONE ? limit : limit + 1;
    int first = mostPromising(people, ways);
    if (first < 0) {
      return SplitCosts.NONE;
    }
    long found = leastSum(people, ways.get(first), least);
    if (found != SplitCosts.NONE && ways.size() > 1) {
      costs.sharpen();
    }
    for (int index = 0; index < ways.size() && found > goodEnough; index++) {
      found = Math.min(found, leastSum(people, ways.get(index), Math.min(least, found)));
    }
    return found < least ? found : SplitCosts.NONE;
  }

  private int mostPromising(People people, List<Occupancies> ways) {
    int best = -1;
    long lowest = SplitCosts.NONE;
    for (int index = 0; index < ways.size(); index++) {
      Occupancies way = ways.get(index);
      long bound = costs.bound(people, way);
      if (bound < lowest) {
        lowest = bound;
        best = index;
      }
    }
    return best;
  }

  private long leastSum(People people, Occupancies way, long limit) {
    if (costs.bound(people, way) >= limit || !costs.open(people, way)) {
      return SplitCosts.NONE;
    }
    countFlow();
    return costs.least();
  }

  /** Lists the ways of occupancies that rooms for some people can have. */
  List<Occupancies> ways(People people) {
    int highest = Math.min(most, people.limits().most());
    return lists.get(people.counted(), people.rooms(), fewest, highest);
  }

  /**
   * Returns the smallest total of rooms without their free nights, together with rooms that are
   * chosen already.
   *
   * @param chosen what those cost each night
   * @param limit totals from this one on are of no interest
   * @param goodEnough a total up to this one ends the search
   * @return a total below the limit, else the limit
   */
  long leastWithoutFree(People people, long[] chosen, long limit, long goodEnough) {
    start(chosen, limit, goodEnough);
    List<Occupancies> ways = ways(people);
    for (int index = 0; index < ways.size() && best > enough; index++) {
      if (costs.open(people, ways.get(index))) {
        divideOpen();
      }
    }
    return best;
  }

  /**
   * Says whether people can have rooms for a sum.
   *
   * @param sum at least 0
   */
  boolean isWithin(People people, Occupancies way, long sum) {
    return leastSum(people, way, sum + 1) <= sum;
  }

  /**
   * Says whether people of whom the next room is being chosen can have rooms for a sum.
   *
   * @param sum at least 0
   */
  boolean isWithin(People everybody, NextRoom next, RoomWay way, long sum) {
    work.take(1);
    if (costs.bound(everybody, way.all()) > sum || !costs.open(everybody, next, way)) {
      return false;
    }
    countFlow();
    return costs.least() <= sum;
  }

  /**
   * Says whether people can have rooms for a total without their free nights.
   *
   * @param total at least 0
   */
  boolean isWithinWithoutFree(People people, Occupancies way, long total) {
    start(new long[offset.length], total + 1, total);
    if (costs.open(people, way)) {
      divideOpen();
    }
    return best <= total;
  }

  /**
   * Says whether people of whom the next room is being chosen can have rooms for a total without
   * their free nights, together with rooms that are chosen already.
   *
   * @param chosen what those cost each night
   * @param total at least 0
   */
  boolean isWithinWithoutFree(
      People everybody, NextRoom next, RoomWay way, long[] chosen, long total) {
    start(chosen, total + 1, total);
    if (costs.open(everybody, next, way)) {
      divideOpen();
    }
    return best <= total;
  }

  private void start(long[] chosen, long limit, long goodEnough) {
    System.arraycopy(chosen, 0, offset, 0, offset.length);
    best = limit;
    enough = goodEnough;
    Arrays.fill(dear, 1);
    isStarted = false;
  }

  /** Goes through the splits of the open way; the first split of all says where to start. */
  private void divideOpen() {
    if (!isStarted) {
      countFlow();
      if (costs.least() == SplitCosts.NONE) {
        return;
      }
      isStarted = true;
      best = Math.min(best, total());
    }
    if (best > enough) {
      divide(dear);
    }
  }

  private void countFlow() {
    steps++;
    work.take(SplitWork.FLOW);
  }

  /** Goes through the splits of the open way, within the limits on its places. */
  private void divide(int[] start) {
    int[] weights = start.clone();
    int averaged = 1;
    int place = -1;
    int[] before = null;
    for (int round = 0; round < MOST_AVERAGED; round++) {
      countFlow();
      long sum = costs.least(weights);
      if (sum == SplitCosts.NONE) {
        return;
      }
      long bound = -Math.floorDiv(-sum - weigh(offset, weights), averaged);
      if (bound >= best) {
        return;
      }
      best = Math.min(best, total());
      if (bound >= best || best <= enough) {
        return;
      }
      int[] now = found();
      int differing = firstDifference(before, now);
      place = differing >= 0 ? differing : place;
      before = now;
      averaged = round == 0 ? 1 : averaged + 1;
      for (int night = 0; night < weights.length; night++) {
        weights[night] = (round == 0 ? 0 : weights[night]) + dear[night];
      }
    }
    divideOn(place >= 0 && isFree(place) ? place : firstFree(), before);
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private static long weigh(long[] values, int[] weights) {
    long sum = 0;
    for (int night = 0; night < weights.length; night++) {
      sum += weights[night] * values[night];
    }
    return sum;
  }

  private int[] found() {
    int[] found = new int[costs.places()];
    for (int place = 0; place < found.length; place++) {
      found[place] = costs.found(place);
    }
    return found;
  }

  private int firstDifference(int[] before, int[] now) {
    for (int place = 0; before != null && place < now.length; place++) {
      if (before[place] != now[place] && isFree(place)) {
        return place;
      }
    }
    return -1;
  }

  private boolean isFree(int place) {
    return costs.lowest(place) < costs.highest(place);
  }

  private int firstFree() {
    for (int place = 0; place < costs.places(); place++) {
      if (isFree(place)) {
        return place;
      }
    }
    return -1;
  }

  private void divideOn(int place, int[] found) {
    if (place < 0) {
      return;
    }
    int[] start = dear.clone();
    int lowest = costs.lowest(place);
    int highest = costs.highest(place);
    int number = found[place];
    divideWithin(place, number, number, start);
    if (number > lowest) {
      divideWithin(place, lowest, number - 1, start);
    }
    if (number < highest) {
      divideWithin(place, number + 1, highest, start);
    }
    costs.limit(place, lowest, highest);
  }

  private void divideWithin(int place, int lowest, int highest, int[] start) {
    if (best > enough) {
      costs.limit(place, lowest, highest);
      divide(start);
    }
  }

  /** Returns the total of the split that was found, and marks its dear nights. */
  private long total() {
    System.arraycopy(offset, 0, totals, 0, offset.length);
    costs.addFound(totals);
    return totalOf(totals);
  }

  /** Returns the sum of some nights without the free ones, and marks the others as dear. */
  long totalOf(long[] nights) {
    System.arraycopy(nights, 0, sorted, 0, sorted.length);
    Arrays.sort(sorted);
    long sum = 0;
    for (int night = freeNights; night < sorted.length; night++) {
      sum += sorted[night];
    }
    markDear(nights);
    return sum;
  }

  private void markDear(long[] nights) {
    long edge = freeNights == sorted.length ? Long.MAX_VALUE : sorted[freeNights];
    int left = sorted.length - freeNights;
    for (int night = 0; night < nights.length; night++) {
      dear[night] = nights[night] > edge ? 1 : 0;
      left -= dear[night];
    }
    for (int night = 0; night < nights.length && left > 0; night++) {
      if (nights[night] == edge) {
        dear[night] = 1;
        left--;
      }
    }
  }
}
