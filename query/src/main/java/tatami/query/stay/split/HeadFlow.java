package tatami.query.stay.split;

import java.util.Arrays;

/**
 * The cheapest way to put heads of some types into groups of rooms with so many places each: a
 * minimum-cost flow, by shortest augmenting paths. A step of a path moves a head of some type from
 * one group to another. Exact; at most one path for each head, each O(groups² × (types + groups)).
 *
 * <p>Usage: {@link #open}, set costs and limits, {@link #least}. Not thread-safe.
 */
final class HeadFlow {

  private final int types;
  private final int[] heads;
  private final int[] left;
  private final int[] must;
  private final int[] may;
  private final int[] openMust;
  private final int[] openMay;
  private final long[][] cost;
  private final int[][] lowest;
  private final int[][] highest;
  private final int[][] placed;
  private final long[] distance;
  private final int[] from;
  private final int[] mover;
  private final long[][] moveCost;
  private final int[][] moveType;
  private int groups;

  /** Makes room for so many types and groups. */
  HeadFlow(int types, int mostGroups) {
    this.types = types;
    heads = new int[types];
    left = new int[types];
    must = new int[mostGroups];
    may = new int[mostGroups];
    openMust = new int[mostGroups];
    openMay = new int[mostGroups];
    cost = new long[types][mostGroups];
    lowest = new int[types][mostGroups];
    highest = new int[types][mostGroups];
    placed = new int[types][mostGroups];
    distance = new long[mostGroups];
    from = new int[mostGroups];
    mover = new int[mostGroups];
    moveCost = new long[mostGroups][mostGroups];
    moveType = new int[mostGroups][mostGroups];
  }

  /** Starts anew with so many groups; every place is forbidden until it has a cost. */
  void open(int newGroups) {
    groups = newGroups;
  }

  /** Sets how many heads of a type there are, and takes away all limits on where they go. */
  void setHeads(int type, int count) {
    heads[type] = count;
    for (int group = 0; group < groups; group++) {
      lowest[type][group] = 0;
      highest[type][group] = count;
    }
  }

  /** Sets how many places of a group must be taken, and how many more may be. */
  void setPlaces(int group, int mustBeTaken, int mayBeTaken) {
    must[group] = mustBeTaken;
    may[group] = mayBeTaken;
  }

  /** Sets what a head of a type costs in a group; {@link SplitCosts#NONE} forbids it. */
  void setCost(int type, int group, long costOfHead) {
    cost[type][group] = costOfHead;
  }

  /** Returns how many heads of a type are in a group. */
  int placed(int type, int group) {
    return placed[type][group];
  }

  /** Returns how many heads of a type are in a group at least. */
  int lowest(int type, int group) {
    return lowest[type][group];
  }

  /** Returns how many heads of a type are in a group at most. */
  int highest(int type, int group) {
    return highest[type][group];
  }

  /** Limits how many heads of a type are in a group. */
  void limit(int type, int group, int atLeast, int atMost) {
    lowest[type][group] = atLeast;
    highest[type][group] = atMost;
  }

  /** Places all heads; returns what they cost, or {@link SplitCosts#NONE}. */
  long least() {
    if (!placeLowest()) {
      return SplitCosts.NONE;
    }
    boolean isForced = isForced();
    if (isForced && !fillMust()) {
      return SplitCosts.NONE;
    }
    for (int type = 0; type < types; type++) {
      while (left[type] > 0) {
        if ((isForced || !placeWhereFree(type)) && !augment(type, openMay)) {
          return SplitCosts.NONE;
        }
      }
    }
    return total();
  }

  private boolean placeLowest() {
    System.arraycopy(must, 0, openMust, 0, groups);
    System.arraycopy(may, 0, openMay, 0, groups);
    for (int type = 0; type < types; type++) {
      left[type] = heads[type];
      for (int group = 0; group < groups; group++) {
        int count = lowest[type][group];
        placed[type][group] = count;
        left[type] -= count;
        int inMust = Math.min(count, openMust[group]);
        openMust[group] -= inMust;
        openMay[group] -= count - inMust;
        if (openMay[group] < 0 || count > 0 && cost[type][group] == SplitCosts.NONE) {
          return false;
        }
      }
      if (left[type] < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isForced() {
    for (int group = 0; group < groups; group++) {
      if (openMust[group] > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean fillMust() {
    for (int group = 0; group < groups; group++) {
      while (openMust[group] > 0) {
        if (!augment(-1, openMust)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Places heads in the group that is the cheapest of all, when it has free places. No path is
   * shorter, unless some head was forced into a group: moving it away may be worth more.
   */
  private boolean placeWhereFree(int type) {
    int best = -1;
    for (int group = 0; group < groups; group++) {
      if (isOpen(type, group) && (best < 0 || cost[type][group] < cost[type][best])) {
        best = group;
      }
    }
    if (best < 0 || openMay[best] == 0) {
      return false;
    }
    int count = Math.min(left[type], openMay[best]);
    count = Math.min(count, highest[type][best] - placed[type][best]);
    placed[type][best] += count;
    openMay[best] -= count;
    left[type] -= count;
    return true;
  }

  private boolean isOpen(int type, int group) {
    return placed[type][group] < highest[type][group] && cost[type][group] != SplitCosts.NONE;
  }

  /** Places more heads, of a type or (below 0) of any, in a group with open places. */
  private boolean augment(int onlyType, int[] open) {
    start(onlyType);
    findMoves();
    shorten();
    int end = -1;
    for (int group = 0; group < groups; group++) {
      boolean isReached = open[group] > 0 && distance[group] != SplitCosts.NONE;
      if (isReached && (end < 0 || distance[group] < distance[end])) {
        end = group;
      }
    }
    if (end < 0) {
      return false;
    }
    int heads = Math.min(open[end], left[mover[startOf(end)]]);
    heads = movable(end, heads);
    open[end] -= heads;
    move(end, heads);
    return true;
  }

  private int startOf(int end) {
    int group = end;
    while (from[group] >= 0) {
      group = from[group];
    }
    return group;
  }

  /** Returns how many heads each step of the path to a group can move, at most so many. */
  private int movable(int end, int most) {
    int count = most;
    for (int group = end; group >= 0; group = from[group]) {
      int type = mover[group];
      count = Math.min(count, highest[type][group] - placed[type][group]);
      if (from[group] >= 0) {
        count = Math.min(count, placed[type][from[group]] - lowest[type][from[group]]);
      }
    }
    return count;
  }

  private void move(int end, int count) {
    for (int group = end; group >= 0; group = from[group]) {
      int type = mover[group];
      placed[type][group] += count;
      if (from[group] >= 0) {
        placed[type][from[group]] -= count;
      } else {
        left[type] -= count;
      }
    }
  }

  private void start(int onlyType) {
    Arrays.fill(distance, 0, groups, SplitCosts.NONE);
    Arrays.fill(from, 0, groups, -1);
    for (int type = 0; type < types; type++) {
      if (left[type] == 0 || onlyType >= 0 && type != onlyType) {
        continue;
      }
      for (int group = 0; group < groups; group++) {
        if (isOpen(type, group) && cost[type][group] < distance[group]) {
          distance[group] = cost[type][group];
          mover[group] = type;
        }
      }
    }
  }

  private void findMoves() {
    for (int source = 0; source < groups; source++) {
      for (int target = 0; target < groups; target++) {
        moveCost[source][target] = SplitCosts.NONE;
        for (int type = 0; type < types; type++) {
          boolean isMovable = placed[type][source] > lowest[type][source] && isOpen(type, target);
          if (isMovable && cost[type][target] - cost[type][source] < moveCost[source][target]) {
            moveCost[source][target] = cost[type][target] - cost[type][source];
            moveType[source][target] = type;
          }
        }
      }
    }
  }

  private void shorten() {
    boolean isShorter = true;
    while (isShorter) {
      isShorter = false;
      for (int source = 0; source < groups; source++) {
        for (int target = 0; target < groups; target++) {
          isShorter |= shorten(source, target);
        }
      }
    }
  }

  private boolean shorten(int source, int target) {
    boolean isPath =
        distance[source] != SplitCosts.NONE
            && source != target
            && moveCost[source][target] != SplitCosts.NONE;
    if (!isPath || distance[source] + moveCost[source][target] >= distance[target]) {
      return false;
    }
    distance[target] = distance[source] + moveCost[source][target];
    from[target] = source;
    mover[target] = moveType[source][target];
    return true;
  }

  private long total() {
    long total = 0;
    for (int type = 0; type < types; type++) {
      for (int group = 0; group < groups; group++) {
        if (placed[type][group] > 0) {
          total += placed[type][group] * cost[type][group];
        }
      }
    }
    return total;
  }

  /**
   * Gives every group a rent such that no head that was placed would rather be in another group,
   * prices less rents: the dual of the flow. Heads that limits hold where they are do not count.
   *
   * @param rents by group
   */
  void findRents(long[] rents) {
    findMoves();
    Arrays.fill(distance, 0, groups, 0);
    shorten();
    System.arraycopy(distance, 0, rents, 0, groups);
  }
}
