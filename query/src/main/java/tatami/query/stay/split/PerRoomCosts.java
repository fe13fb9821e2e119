package tatami.query.stay.split;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Costs where a room has a price by its occupancy, and heads beyond the largest priced one, {@code
 * N}, are extra. What is left to choose is how many heads of each type are extra.
 *
 * <p>Heads of a room are counted in the order of types, so an extra head never comes before one
 * that is not. Rooms with the most extra heads take those of the earliest types together with the
 * first heads of all: then {@code Y} extra heads of types up to {@code t} need as many rooms as the
 * largest ones that hold them, {@code r(Y)}, and a split with them exists exactly when {@code N ×
 * r(Y) + Y} heads and an adult for each other room are among the heads of types up to {@code t}.
 * Such limits on the first types nest, so taking the cheapest extra head that still fits, again and
 * again, is exact (a greedy choice in a laminar matroid).
 */
final class PerRoomCosts extends SplitCosts {

  private final Party party;
  private final int[] types;
  private final long[] roomSums;
  private final long[] extraSums;
  private long[] nightlyRooms = {};
  private long[] nightlyExtras = {};
  private int largest;
  private People people;
  private Occupancies occupancies;
  private int extras;
  private final int[] limitOfFirst;
  private final int[] firstExtras;
  private final int[] lowest;
  private final int[] highest;
  private final int[] found;
  private final long[] costs;
  private final int[] ownExtras;
  private final int[] alikeBefore;
  private int ownPriced;

  PerRoomCosts(Party party) {
    this.party = party;
    types = party.typesThatCount(true);
    roomSums = new long[party.counted(party.heads) + 1];
    extraSums = new long[party.types()];
    limitOfFirst = new int[types.length];
    firstExtras = new int[types.length];
    lowest = new int[types.length];
    highest = new int[types.length];
    found = new int[types.length];
    costs = new long[types.length];
    ownExtras = new int[types.length];
    alikeBefore = new int[party.types()];
  }

  @Override
  void readAll(SplitPrices prices, int fewest, int most, boolean isNightly) {
    SplitPrices.PerRoom perRoom = (SplitPrices.PerRoom) prices;
    largest = perRoom.largestOccupancy();
    if (isNightly && nightlyRooms.length < prices.nights() * roomSums.length) {
      nightlyRooms = new long[prices.nights() * roomSums.length];
    }
    if (isNightly && nightlyExtras.length < prices.nights() * extraSums.length) {
      nightlyExtras = new long[prices.nights() * extraSums.length];
    }
    for (int occupancy = Math.min(fewest, largest);
        occupancy <= Math.min(most, largest);
        occupancy++) {
      readRoom(perRoom, occupancy, isNightly);
    }
    for (int type : types) {
      if (most > largest) {
        readExtra(perRoom, type, isNightly);
      }
    }
    findAlike(party.typesThatCount(true), most > largest);
    findAlike(party.typesThatCount(false), false);
  }

  /** Finds the children of types next to each other whose extra heads cost the same, if any. */
  private void findAlike(int[] ofTypes, boolean areExtra) {
    int before = -1;
    for (int type : ofTypes) {
      boolean isAlike = before > Party.ADULTS && !(areExtra && isOther(before, type));
      alikeBefore[type] = isAlike ? before : -1;
      before = type;
    }
  }

  private boolean isOther(int type, int other) {
    boolean isOther = extraSums[type] != extraSums[other];
    for (int night = 0; night < nights() && nights() > 1; night++) {
      int cells = night * extraSums.length;
      isOther |= nightlyExtras[cells + type] != nightlyExtras[cells + other];
    }
    return isOther;
  }

  private void readRoom(SplitPrices.PerRoom prices, int occupancy, boolean isNightly) {
    long sum = 0;
    for (int night = 0; night < prices.nights() && sum != NONE; night++) {
      long price = prices.room(night, occupancy);
      sum = add(sum, price);
      if (isNightly) {
        nightlyRooms[night * roomSums.length + occupancy] = price;
      }
    }
    roomSums[occupancy] = sum;
  }

  private void readExtra(SplitPrices.PerRoom prices, int type, boolean isNightly) {
    long sum = 0;
    for (int night = 0; night < prices.nights() && sum != NONE; night++) {
      long price = prices.extra(night, type);
      sum = add(sum, price);
      if (isNightly) {
        nightlyExtras[night * extraSums.length + type] = price;
      }
    }
    extraSums[type] = sum;
  }

  @Override
  LongStream prices(int fewest, int most) {
    int from = Math.min(fewest, largest);
    int to = Math.min(most, largest) + 1;
    LongStream rooms =
        LongStream.concat(
            Arrays.stream(roomSums, from, to), nightly(nightlyRooms, from, to, roomSums.length));
    int heads = most > largest ? extraSums.length : 0;
    LongStream extras =
        LongStream.concat(
            Arrays.stream(extraSums, 0, heads), nightly(nightlyExtras, 0, heads, extraSums.length));
    return LongStream.concat(LongStream.of(largest), LongStream.concat(rooms, extras));
  }

  @Override
  boolean isPriced(int occupancy) {
    return roomSums[Math.min(occupancy, largest)] != NONE;
  }

  @Override
  boolean askFor(NextRoom next, Predicate<NextRoom> asked) {
    return new Fillings(party, alikeBefore, next, asked).goThrough();
  }

  /** Puts the next room, all of which is known, aside. */
  @Override
  boolean open(People everybody, NextRoom next, RoomWay way) {
    int[] rest = everybody.heads().clone();
    for (int type = 0; type < rest.length; type++) {
      rest[type] -= next.lowest()[type];
    }
    int counted = everybody.counted() - next.occupancy();
    People others = new People(rest, counted, everybody.rooms() - 1, everybody.limits());
    return open(others, way.others()) && openOwn(next);
  }

  private boolean openOwn(NextRoom next) {
    ownPriced = Math.min(next.occupancy(), largest);
    return setOwnExtras(next.lowest()) && isPriced(ownPriced);
  }

  /** Finds the extra heads of a room; false where one of them has no price. */
  private boolean setOwnExtras(int[] heads) {
    int before = 0;
    for (int index = 0; index < types.length; index++) {
      int count = heads[types[index]];
      ownExtras[index] = Math.min(count, Math.max(0, before + count - largest));
      before += count;
      if (ownExtras[index] > 0 && extraSums[types[index]] == NONE) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean open(People newPeople, Occupancies newOccupancies) {
    ownPriced = 0;
    people = newPeople;
    occupancies = newOccupancies;
    int fewestUncounted = 0;
    int mostUncounted = 0;
    extras = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int occupancy = occupancies.occupancy()[group];
      int rooms = occupancies.rooms()[group];
      if (roomSums[Math.min(occupancy, largest)] == NONE || occupancy > people.limits().most()) {
        return false;
      }
      extras += rooms * Math.max(0, occupancy - largest);
      fewestUncounted += rooms * Math.max(0, people.limits().fewest() - occupancy);
      int most = Math.min(people.limits().most() - occupancy, people.uncounted());
      mostUncounted += rooms * most;
    }
    openExtras();
    return fewestUncounted <= people.uncounted() && mostUncounted >= people.uncounted();
  }

  private void openExtras() {
    int first = 0;
    for (int index = 0; index < types.length; index++) {
      int heads = people.heads()[types[index]];
      first += heads;
      lowest[index] = 0;
      highest[index] = heads;
      limitOfFirst[index] = mostExtras(first);
    }
  }

  /** Returns how many extra heads there may be among so many heads of the first types. */
  private int mostExtras(int heads) {
    int most = 0;
    int free = heads - people.rooms();
    for (int group = 0; group < occupancies.groups(); group++) {
      int extrasOfRoom = occupancies.occupancy()[group] - largest;
      for (int room = 0; room < occupancies.rooms()[group] && extrasOfRoom > 0; room++) {
        free -= largest - 1;
        if (free <= 0) {
          return most;
        }
        int taken = Math.min(free, extrasOfRoom);
        most += taken;
        free -= taken;
      }
    }
    return most;
  }

  @Override
  long bound(People bounded, Occupancies way) {
    long bound = 0;
    for (int group = 0; group < way.groups(); group++) {
      int priced = Math.min(way.occupancy()[group], largest);
      if (roomSums[priced] == NONE) {
        return NONE;
      }
      bound += way.rooms()[group] * roomSums[priced];
    }
    return bound;
  }

  /** Does nothing: a solution takes hardly longer than its bound. */
  @Override
  void sharpen() {}

  @Override
  long least() {
    return least(null);
  }

  @Override
  long least(int[] weights) {
    long total = ownCost(weights);
    for (int group = 0; group < occupancies.groups(); group++) {
      int priced = Math.min(occupancies.occupancy()[group], largest);
      long cost = cost(roomSums, nightlyRooms, priced, weights);
      total += occupancies.rooms()[group] * cost;
    }
    if (extras > 0) {
      long ofExtras = leastExtras(weights);
      return ofExtras == NONE ? NONE : total + ofExtras;
    }
    Arrays.fill(found, 0);
    return total;
  }

  private long ownCost(int[] weights) {
    if (ownPriced == 0) {
      return 0;
    }
    long cost = cost(roomSums, nightlyRooms, ownPriced, weights);
    for (int index = 0; index < types.length; index++) {
      if (ownExtras[index] > 0) {
        cost += ownExtras[index] * cost(extraSums, nightlyExtras, types[index], weights);
      }
    }
    return cost;
  }

  private long cost(long[] sums, long[] nightly, int cell, int[] weights) {
    if (weights == null || sums[cell] == NONE) {
      return sums[cell];
    }
    long cost = 0;
    for (int night = 0; night < nights(); night++) {
      cost += weights[night] * nightly[night * sums.length + cell];
    }
    return cost;
  }

  private long leastExtras(int[] weights) {
    int open = extras;
    int first = 0;
    for (int index = 0; index < types.length; index++) {
      costs[index] = cost(extraSums, nightlyExtras, types[index], weights);
      found[index] = lowest[index];
      first += lowest[index];
      open -= lowest[index];
      firstExtras[index] = first;
      boolean isForbidden = lowest[index] > 0 && costs[index] == NONE;
      if (isForbidden || first > limitOfFirst[index]) {
        return NONE;
      }
    }
    while (open > 0) {
      int taken = takeCheapest(open);
      if (taken == 0) {
        return NONE;
      }
      open -= taken;
    }
    return open < 0 ? NONE : total();
  }

  /** Takes extra heads of the cheapest type that has any left; returns how many. */
  private int takeCheapest(int open) {
    int best = -1;
    int mostOfBest = 0;
    for (int index = 0; index < types.length; index++) {
      if (costs[index] != NONE && (best < 0 || costs[index] < costs[best])) {
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

  @Override
  void addFound(long[] totals) {
    for (int group = 0; group < occupancies.groups(); group++) {
      int priced = Math.min(occupancies.occupancy()[group], largest);
      add(roomSums, nightlyRooms, priced, occupancies.rooms()[group], totals);
    }
    for (int index = 0; index < types.length; index++) {
      add(extraSums, nightlyExtras, types[index], found[index], totals);
    }
    if (ownPriced > 0) {
      addOwn(totals);
    }
  }

  @Override
  boolean addRoom(int[] heads, long[] totals) {
    ownPriced = Math.min(party.counted(heads), largest);
    if (!isPriced(ownPriced) || !setOwnExtras(heads)) {
      return false;
    }
    addOwn(totals);
    return true;
  }

  private void addOwn(long[] totals) {
    add(roomSums, nightlyRooms, ownPriced, 1, totals);
    for (int index = 0; index < types.length; index++) {
      add(extraSums, nightlyExtras, types[index], ownExtras[index], totals);
    }
  }

  private void add(long[] sums, long[] nightly, int cell, int count, long[] totals) {
    if (count == 0) {
      return;
    }
    if (nights() == 1) {
      totals[0] += count * sums[cell];
      return;
    }
    for (int night = 0; night < nights(); night++) {
      totals[night] += count * nightly[night * sums.length + cell];
    }
  }

  @Override
  int places() {
    return types.length;
  }

  @Override
  int found(int place) {
    return found[place];
  }

  @Override
  int lowest(int place) {
    return lowest[place];
  }

  @Override
  int highest(int place) {
    return highest[place];
  }

  @Override
  void limit(int place, int newLowest, int newHighest) {
    lowest[place] = newLowest;
    highest[place] = newHighest;
  }
}
