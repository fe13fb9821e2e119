package tatami.query.stay.split;

import java.util.Arrays;

/**
 * The cheapest choice of how many heads of each type are extra.
 *
 * <p>Heads of a room are counted in the order of types, so an extra head never comes before one
 * that is not. Rooms with the most extra heads take those of the earliest types together with the
 * first heads of all: then {@code Y} extra heads of types up to {@code t} need as many rooms as the
 * largest ones that hold them, {@code r(Y)}, and a split with them exists exactly when {@code N ×
 * r(Y) + Y} heads and an adult for each other room are among the heads of types up to {@code t}.
 * Such limits on the first types nest, so taking the cheapest extra head that still fits, again and
 * again, is exact (a greedy choice in a laminar matroid). Where rooms may not have all adults that
 * they have places for, the limits may be too wide, and the choice a bound from below.
 */
final class ExtraHeads {

  private final RoomPriceList prices;
  private final int[] types;
  private final int[] limitOfFirst;
  private final int[] firstExtras;
  private final int[] lowest;
  private final int[] highest;
  private final int[] found;
  private final long[] costs;
  private int extras;
  private int roomsWithExtras;

  ExtraHeads(Party party, RoomPriceList prices) {
    this.prices = prices;
    types = party.counted;
    limitOfFirst = new int[types.length];
    firstExtras = new int[types.length];
    lowest = new int[types.length];
    highest = new int[types.length];
    found = new int[types.length];
    costs = new long[types.length];
  }

  /**
   * Turns to some people and occupancies.
   *
   * @param mostAdults how many adults each room may have, groups in their order
   * @param needs of young children by some of the rooms
   */
  void open(People people, Occupancies occupancies, int[] mostAdults, YoungNeeds needs) {
    extras = 0;
    roomsWithExtras = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int extrasOfRoom = prices.extras(occupancies.occupancy()[group]);
      int rooms = occupancies.rooms()[group];
      extras += rooms * extrasOfRoom;
      roomsWithExtras += extrasOfRoom > 0 ? rooms : 0;
    }
    int[] adultsOfRooms = mostAdults.clone();
    Arrays.sort(adultsOfRooms);
    int[] extrasOfRooms = extrasBefore(Integer.MAX_VALUE, occupancies, needs);
    int children = -people.heads()[Party.ADULTS];
    for (int index = 0; index < types.length; index++) {
      int heads = people.heads()[types[index]];
      children += heads;
      lowest[index] = 0;
      highest[index] = heads;
      if (!needs.list().isEmpty()) {
        int behind = index + 1 < types.length ? types[index + 1] : Integer.MAX_VALUE;
        extrasOfRooms = extrasBefore(behind, occupancies, needs);
      }
      limitOfFirst[index] = mostExtras(people, children, adultsOfRooms, extrasOfRooms);
    }
    lowest[Party.ADULTS] = fewestAdults(people, occupancies, mostAdults);
  }

  /**
   * Returns, ascending, how many extra heads of types before one each room may have: those that
   * young children of that type or behind it leave. Few rooms with many of the young leave the
   * most.
   */
  private int[] extrasBefore(int type, Occupancies occupancies, YoungNeeds needs) {
    int[] extrasOfRooms = new int[occupancies.all()];
    int room = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int extrasOfRoom = prices.extras(occupancies.occupancy()[group]);
      int young = needs.fewestOf(type, group);
      for (int ofGroup = 0; ofGroup < occupancies.rooms()[group]; ofGroup++) {
        int here = Math.min(young, needs.mostOfRoom());
        extrasOfRooms[room] = Math.max(0, extrasOfRoom - here);
        young -= here;
        room++;
      }
    }
    Arrays.sort(extrasOfRooms);
    return extrasOfRooms;
  }

  /** Returns how many adults are extra at least: those that rooms have no other places for. */
  private int fewestAdults(People people, Occupancies occupancies, int[] mostAdults) {
    int adults = people.heads()[Party.ADULTS];
    int room = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int priced = prices.priced(occupancies.occupancy()[group]);
      for (int ofGroup = 0; ofGroup < occupancies.rooms()[group]; ofGroup++) {
        adults -= Math.min(priced, mostAdults[room]);
        room++;
      }
    }
    return Math.max(0, adults);
  }

  /**
   * Returns how many extra heads there may be among adults and so many children of the first types.
   *
   * @param mostAdults of each room, ascending
   * @param mostOfRooms such extra heads of each room, ascending
   */
  private int mostExtras(People people, int children, int[] mostAdults, int[] mostOfRooms) {
    int adults = people.heads()[Party.ADULTS] - people.rooms();
    int pricedWithRoom = prices.largest() - 1;
    int free = children;
    int adultsOfRooms = 0;
    int extrasOfRooms = 0;
    int most = 0;
    for (int rooms = 1; rooms <= roomsWithExtras; rooms++) {
      free -= pricedWithRoom;
      extrasOfRooms += mostOfRooms[mostOfRooms.length - rooms];
      adultsOfRooms += mostAdults[mostAdults.length - rooms] - 1;
      most = Math.max(most, Math.min(free + Math.min(adults, adultsOfRooms), extrasOfRooms));
    }
    return most;
  }

  /** Returns the smallest cost, nights weighed; {@link SplitCosts#NONE} where there is none. */
  long least(int[] weights) {
    Arrays.fill(found, 0);
    return extras == 0 ? 0 : leastOfSome(weights);
  }

  private long leastOfSome(int[] weights) {
    int open = extras;
    int first = 0;
    for (int index = 0; index < types.length; index++) {
      costs[index] = prices.extraCost(types[index], weights);
      found[index] = lowest[index];
      first += lowest[index];
      open -= lowest[index];
      firstExtras[index] = first;
      boolean isForbidden = lowest[index] > 0 && costs[index] == SplitCosts.NONE;
      if (isForbidden || first > limitOfFirst[index]) {
        return SplitCosts.NONE;
      }
    }
    while (open > 0) {
      int taken = takeCheapest(open);
      if (taken == 0) {
        return SplitCosts.NONE;
      }
      open -= taken;
    }
    return open < 0 ? SplitCosts.NONE : total();
  }

  /** Takes extra heads of the cheapest type that has any left; returns how many. */
  private int takeCheapest(int open) {
    int best = -1;
    int mostOfBest = 0;
    for (int index = 0; index < types.length; index++) {
      if (costs[index] != SplitCosts.NONE && (best < 0 || costs[index] < costs[best])) {
        int most = Math.min(open, mostMore(index));
        if (most > 0) {
          best = index;
          mostOfBest = most;
        }
      }
    }
    if (best >= 0) {
      found[best] += mostOfBest;
      for (int index = best; index < types.length; index++) {
        firstExtras[index] += mostOfBest;
      }
    }
    return mostOfBest;
  }

  private int mostMore(int type) {
    int most = highest[type] - found[type];
    for (int index = type; index < types.length; index++) {
      most = Math.min(most, limitOfFirst[index] - firstExtras[index]);
    }
    return most;
  }

  private long total() {
    long total = 0;
    for (int index = 0; index < types.length; index++) {
      total += found[index] == 0 ? 0 : found[index] * costs[index];
    }
    return total;
  }

  /** Adds what the extra heads of the last solution cost each night. */
  void addFound(long[] totals) {
    for (int index = 0; index < types.length; index++) {
      prices.addExtras(types[index], found[index], totals);
    }
  }

  /** Returns how many extra heads there are of a type, by its place among those that count. */
  int found(int type) {
    return found[type];
  }

  /** Returns how many extra heads of a type there are at least. */
  int lowest(int type) {
    return lowest[type];
  }

  /** Returns how many extra heads of a type there are at most. */
  int highest(int type) {
    return highest[type];
  }

  /** Limits how many extra heads of a type there are. */
  void limit(int type, int atLeast, int atMost) {
    lowest[type] = atLeast;
    highest[type] = atMost;
  }
}
