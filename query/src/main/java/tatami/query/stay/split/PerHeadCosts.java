package tatami.query.stay.split;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import tatami.query.stay.split.NextRoom.Children;

/**
 * Costs where every head has a price by its room's occupancy. Rooms of one occupancy are a group;
 * each takes one adult, and what is left is the flow of heads that count, and that of those that do
 * not, into groups.
 */
final class PerHeadCosts extends SplitCosts {

  private final Party party;
  private final int[] counted;
  private final int[] uncounted;
  private final HeadFlow countedFlow;
  private final HeadFlow uncountedFlow;
  private final int[] placeType;
  private final long[] sums;
  private final long[] rents;
  private final long[] rentsOfGroups;
  private final long[] contentAt;
  private int fewest;
  private int most;
  private long[] nightly = {};
  private People people;
  private Occupancies occupancies;

  PerHeadCosts(Party party) {
    this.party = party;
    counted = party.typesThatCount(true);
    uncounted = party.typesThatCount(false);
    countedFlow = new HeadFlow(counted.length, party.rooms + party.ages.length);
    uncountedFlow = new HeadFlow(uncounted.length, party.rooms + party.ages.length);
    placeType = new int[party.types()];
    System.arraycopy(counted, 0, placeType, 0, counted.length);
    System.arraycopy(uncounted, 0, placeType, counted.length, uncounted.length);
    rents = new long[party.counted(party.heads) + 1];
    rentsOfGroups = new long[party.rooms];
    contentAt = new long[party.types()];
    sums = new long[rents.length * party.types()];
  }

  @Override
  void readAll(SplitPrices prices, int newFewest, int newMost, boolean isNightly) {
    fewest = newFewest;
    most = newMost;
    SplitPrices.PerHead perHead = (SplitPrices.PerHead) prices;
    if (isNightly && nightly.length < prices.nights() * sums.length) {
      nightly = new long[prices.nights() * sums.length];
    }
    for (int occupancy = fewest; occupancy <= most; occupancy++) {
      for (int type = 0; type < party.types(); type++) {
        int cell = cell(occupancy, type);
        long sum = 0;
        for (int night = 0; night < prices.nights() && sum != NONE; night++) {
          long price = perHead.head(night, occupancy, type);
          sum = add(sum, price);
          if (isNightly) {
            nightly[night * sums.length + cell] = price;
          }
        }
        sums[cell] = sum;
      }
      rents[occupancy] = rent(occupancy);
    }
  }

  private long rent(int occupancy) {
    long sum = 0;
    int heads = 0;
    for (int type : counted) {
      if (sums[cell(occupancy, type)] != NONE) {
        heads += party.heads[type];
        sum += party.heads[type] * sums[cell(occupancy, type)];
      }
    }
    return heads == 0 ? 0 : sum / heads;
  }

  private int cell(int occupancy, int type) {
    return occupancy * party.types() + type;
  }

  @Override
  LongStream prices(int lowest, int highest) {
    int from = cell(lowest, 0);
    int to = cell(highest + 1, 0);
    return LongStream.concat(
        Arrays.stream(sums, from, to), nightly(nightly, from, to, sums.length));
  }

  @Override
  boolean isPriced(int occupancy) {
    return sums[cell(occupancy, Party.ADULTS)] != NONE;
  }

  @Override
  boolean open(People newPeople, Occupancies newOccupancies) {
    return openGroups(newPeople, newOccupancies, newOccupancies.groups());
  }

  private boolean openGroups(People newPeople, Occupancies newOccupancies, int alike) {
    people = newPeople;
    occupancies = newOccupancies;
    countedFlow.open(occupancies.groups());
    uncountedFlow.open(occupancies.groups());
    for (int group = 0; group < alike; group++) {
      if (!openGroup(group)) {
        return false;
      }
    }
    for (int index = 0; index < counted.length; index++) {
      int type = counted[index];
      int inEveryRoom = type == Party.ADULTS ? people.rooms() : 0;
      countedFlow.setHeads(index, people.heads()[type] - inEveryRoom);
    }
    for (int index = 0; index < uncounted.length; index++) {
      uncountedFlow.setHeads(index, people.heads()[uncounted[index]]);
    }
    return true;
  }

  private boolean openGroup(int group) {
    int occupancy = occupancies.occupancy()[group];
    int rooms = occupancies.rooms()[group];
    if (!isPriced(occupancy) || occupancy > people.limits().most()) {
      return false;
    }
    countedFlow.setPlaces(group, 0, rooms * (occupancy - 1));
    int fewestUncounted = Math.max(0, people.limits().fewest() - occupancy);
    int mostUncounted = Math.min(people.limits().most() - occupancy, people.uncounted());
    if (mostUncounted < fewestUncounted) {
      return false;
    }
    int mostOfAll = rooms * mostUncounted;
    if (isAlikeWhereLarge(occupancy, mostUncounted)) {
      mostOfAll = rooms * (mostUncounted - 1) + Math.min(rooms, people.limits().mostAlike());
    }
    int fewestOfAll = rooms * fewestUncounted;
    uncountedFlow.setPlaces(group, fewestOfAll, mostOfAll - fewestOfAll);
    return fewestOfAll <= mostOfAll;
  }

  /** Says whether rooms that heads who do not count make as large as may be are rooms alike. */
  private boolean isAlikeWhereLarge(int occupancy, int mostUncounted) {
    People.Limits limits = people.limits();
    return limits.mostAdults() == 1
        && mostUncounted > 0
        && occupancy + mostUncounted == limits.most();
  }

  /** Makes the next room a group of its own, the last. */
  @Override
  boolean open(People everybody, NextRoom next, RoomWay way) {
    int last = way.others().groups();
    int alike = everybody.behind(next).fewestAlike(way.others());
    int[] forYoung = placesForYoung(next.children(), alike);
    Occupancies groups = withYoung(way.all(), everybody.limits().most(), forYoung);
    if (!isPriced(next.occupancy()) || !openGroups(everybody, groups, last)) {
      return false;
    }
    openOwn(next, last);
    if (groups.groups() > last + 1) {
      openYoung(next.children(), forYoung, last + 1);
    }
    return limitAdults(last);
  }

  /**
   * Returns how many of the children in so many rooms alike must be of an age or younger, at the
   * least and beside those of the ages before: each such room has its ages not after those chosen
   * so far. Only so many rooms as there are younger children are behind for good.
   */
  private int[] placesForYoung(Children children, int alike) {
    int[] places = new int[party.ages.length];
    int open = alike;
    int from = 0;
    for (int place : children.chosen()) {
      for (; from < place; from++) {
        open -= party.counts[party.typeOfAge[from]] ? children.left()[from] : 0;
      }
      if (open <= 0) {
        break;
      }
      places[place] += open;
    }
    return places;
  }

  private Occupancies withYoung(Occupancies groups, int occupancy, int[] forYoung) {
    Occupancies with = groups;
    for (int places : forYoung) {
      with = places > 0 ? with.and(occupancy, 0) : with;
    }
    return with;
  }

  /** Takes places of the largest rooms for young children, age by age. */
  private void openYoung(Children children, int[] forYoung, int firstGroup) {
    int[] young = new int[party.types()];
    int group = firstGroup;
    int all = 0;
    for (int place = 0; place < forYoung.length; place++) {
      young[party.typeOfAge[place]] += children.left()[place];
      if (forYoung[place] > 0) {
        countedFlow.setPlaces(group, 0, forYoung[place]);
        uncountedFlow.setPlaces(group, 0, 0);
        for (int index = 0; index < counted.length; index++) {
          int most = Math.min(young[counted[index]], countedFlow.highest(index, group));
          countedFlow.limit(index, group, 0, most);
        }
        all += forYoung[place];
        group++;
      }
    }
    int rooms = occupancies.rooms()[0];
    countedFlow.setPlaces(0, 0, rooms * (people.limits().most() - 1) - all);
  }

  /** Opens the next room, the group behind all others. */
  private void openOwn(NextRoom next, int last) {
    countedFlow.setPlaces(last, 0, next.occupancy() - 1);
    uncountedFlow.setPlaces(last, next.uncounted(), 0);
    for (int index = 0; index < counted.length; index++) {
      int type = counted[index];
      int already = type == Party.ADULTS ? 1 : 0;
      int highest = next.highest()[type] - already;
      countedFlow.limit(index, last, next.lowest()[type] - already, highest);
    }
    for (int index = 0; index < uncounted.length; index++) {
      int type = uncounted[index];
      uncountedFlow.limit(index, last, next.lowest()[type], next.highest()[type]);
    }
  }

  /** Rooms as large as may be have no more adults than may be, and only some as many. */
  private boolean limitAdults(int groups) {
    People.Limits limits = people.limits();
    for (int group = 0; group < groups; group++) {
      if (occupancies.occupancy()[group] == limits.most()) {
        int rooms = occupancies.rooms()[group];
        int most = rooms * (limits.mostAdults() - 2) + Math.min(rooms, limits.mostAlike());
        if (most < 0) {
          return false;
        }
        int highest = Math.min(most, countedFlow.highest(Party.ADULTS, group));
        countedFlow.limit(Party.ADULTS, group, 0, highest);
      }
    }
    return true;
  }

  @Override
  boolean askFor(NextRoom next, Predicate<NextRoom> asked) {
    return asked.test(next);
  }

  /**
   * Takes a rent for every place of a room, some rent for each occupancy, and gives every head the
   * group that is the cheapest less the rent: whatever the rents are, no split costs less. Rents
   * that are the average price of the heads come close where prices are alike for all types.
   */
  @Override
  long bound(People bounded, Occupancies way) {
    long bound = 0;
    for (int group = 0; group < way.groups(); group++) {
      int occupancy = way.occupancy()[group];
      if (sums[cell(occupancy, Party.ADULTS)] == NONE || occupancy > bounded.limits().most()) {
        return NONE;
      }
      long ofRoom = sums[cell(occupancy, Party.ADULTS)] + (occupancy - 1) * rents[occupancy];
      bound += way.rooms()[group] * ofRoom;
    }
    for (int type = 0; type < party.types(); type++) {
      int heads = bounded.heads()[type] - (type == Party.ADULTS ? bounded.rooms() : 0);
      if (heads > 0) {
        long lowest = lowestCost(type, way);
        if (lowest == NONE) {
          return NONE;
        }
        bound += lowest * heads;
      }
    }
    return bound;
  }

  /**
   * Takes the rents at which the heads found are content where they are; an occupancy that no room
   * has gets the highest rent at which none of them would rather be there.
   */
  @Override
  void sharpen() {
    countedFlow.findRents(rentsOfGroups);
    for (int group = 0; group < occupancies.groups(); group++) {
      rents[occupancies.occupancy()[group]] = rentsOfGroups[group];
    }
    for (int type : counted) {
      contentAt[type] = people.heads()[type] > 0 ? lowestCost(type, occupancies) : NONE;
    }
    for (int occupancy = fewest; occupancy <= most; occupancy++) {
      if (!isOccupancyOfGroup(occupancy)) {
        rents[occupancy] = highestRent(occupancy);
      }
    }
  }

  private boolean isOccupancyOfGroup(int occupancy) {
    for (int other : occupancies.occupancy()) {
      if (other == occupancy) {
        return true;
      }
    }
    return false;
  }

  private long highestRent(int occupancy) {
    long highest = NONE;
    for (int type : counted) {
      long sum = sums[cell(occupancy, type)];
      if (sum != NONE && contentAt[type] != NONE) {
        highest = Math.min(highest, sum - contentAt[type]);
      }
    }
    return highest == NONE ? 0 : highest;
  }

  private long lowestCost(int type, Occupancies way) {
    long lowest = NONE;
    for (int occupancy : way.occupancy()) {
      long sum = sums[cell(occupancy, type)];
      if (sum != NONE) {
        lowest = Math.min(lowest, party.counts[type] ? sum - rents[occupancy] : sum);
      }
    }
    return lowest;
  }

  @Override
  long least() {
    return least(null);
  }

  @Override
  long least(int[] weights) {
    setCosts(countedFlow, counted, weights);
    setCosts(uncountedFlow, uncounted, weights);
    long inEveryRoom = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int rooms = occupancies.rooms()[group];
      inEveryRoom += rooms * cost(occupancies.occupancy()[group], Party.ADULTS, weights);
    }
    long ofCounted = countedFlow.least();
    if (ofCounted == NONE) {
      return NONE;
    }
    long ofUncounted = uncountedFlow.least();
    return ofUncounted == NONE ? NONE : inEveryRoom + ofCounted + ofUncounted;
  }

  private void setCosts(HeadFlow flow, int[] types, int[] weights) {
    for (int index = 0; index < types.length; index++) {
      for (int group = 0; group < occupancies.groups(); group++) {
        flow.setCost(index, group, cost(occupancies.occupancy()[group], types[index], weights));
      }
    }
  }

  private long cost(int occupancy, int type, int[] weights) {
    int cell = cell(occupancy, type);
    if (weights == null || sums[cell] == NONE) {
      return sums[cell];
    }
    long cost = 0;
    for (int night = 0; night < nights(); night++) {
      cost += weights[night] * nightly[night * sums.length + cell];
    }
    return cost;
  }

  @Override
  void addFound(long[] totals) {
    for (int group = 0; group < occupancies.groups(); group++) {
      int occupancy = occupancies.occupancy()[group];
      addHeads(occupancy, Party.ADULTS, occupancies.rooms()[group], totals);
    }
    for (int place = 0; place < places(); place++) {
      int occupancy = occupancies.occupancy()[place % occupancies.groups()];
      addHeads(occupancy, placeType[place / occupancies.groups()], found(place), totals);
    }
  }

  @Override
  boolean addRoom(int[] heads, long[] totals) {
    int occupancy = party.counted(heads);
    for (int type = 0; type < heads.length; type++) {
      if (heads[type] > 0) {
        if (sums[cell(occupancy, type)] == NONE) {
          return false;
        }
        addHeads(occupancy, type, heads[type], totals);
      }
    }
    return true;
  }

  private void addHeads(int occupancy, int type, int count, long[] totals) {
    if (count == 0) {
      return;
    }
    int cell = cell(occupancy, type);
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
    return party.types() * occupancies.groups();
  }

  private boolean isOfCounted(int place) {
    return place < counted.length * occupancies.groups();
  }

  private HeadFlow flow(int place) {
    return isOfCounted(place) ? countedFlow : uncountedFlow;
  }

  private int type(int place) {
    int index = place / occupancies.groups();
    return isOfCounted(place) ? index : index - counted.length;
  }

  @Override
  int found(int place) {
    return flow(place).placed(type(place), place % occupancies.groups());
  }

  @Override
  int lowest(int place) {
    return flow(place).lowest(type(place), place % occupancies.groups());
  }

  @Override
  int highest(int place) {
    return flow(place).highest(type(place), place % occupancies.groups());
  }

  @Override
  void limit(int place, int lowest, int highest) {
    flow(place).limit(type(place), place % occupancies.groups(), lowest, highest);
  }
}
