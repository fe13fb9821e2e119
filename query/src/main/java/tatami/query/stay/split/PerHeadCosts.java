package tatami.query.stay.split;

import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Costs where every head has a price by its room's occupancy. Rooms of one occupancy are a group;
 * each takes one adult, and what is left is the flow of heads that count, and that of those that do
 * not, into groups.
 */
final class PerHeadCosts extends SplitCosts {

  private final Party party;
  private final HeadPrices prices;
  private final HeadRents rents;
  private final TypeFlow counted;
  private final TypeFlow uncounted;
  private int fewest;
  private int most;
  private People people;
  private Occupancies occupancies;

  PerHeadCosts(Party party) {
    this.party = party;
    prices = new HeadPrices(party);
    rents = new HeadRents(party, prices);
    int mostGroups = party.rooms * (party.ages.length + 1);
    counted = new TypeFlow(prices, party.counted, mostGroups);
    uncounted = new TypeFlow(prices, party.uncounted, mostGroups);
  }

  @Override
  void readAll(SplitPrices all, int newFewest, int newMost, boolean isNightly) {
    fewest = newFewest;
    most = newMost;
    prices.read((SplitPrices.PerHead) all, fewest, most, isNightly);
    for (int occupancy = fewest; occupancy <= most; occupancy++) {
      rents.average(occupancy);
    }
  }

  @Override
  LongStream prices(int lowest, int highest) {
    return prices.list(lowest, highest);
  }

  @Override
  boolean isPriced(int occupancy) {
    return prices.isPriced(occupancy, Party.ADULTS);
  }

  @Override
  boolean open(People newPeople, Occupancies newOccupancies) {
    openGroups(newPeople, newOccupancies);
    for (int group = 0; group < occupancies.groups(); group++) {
      if (!openGroup(group, people.limits().fewest(), people.limits().most())) {
        return false;
      }
    }
    return true;
  }

  private void openGroups(People newPeople, Occupancies newOccupancies) {
    people = newPeople;
    occupancies = newOccupancies;
    int[] withoutOneARoom = people.heads().clone();
    withoutOneARoom[Party.ADULTS] -= people.rooms();
    counted.open(occupancies.groups(), withoutOneARoom);
    uncounted.open(occupancies.groups(), withoutOneARoom);
  }

  /** Opens a group whose rooms have from so many to so many people; false where they cannot. */
  private boolean openGroup(int group, int fewestPeople, int mostPeople) {
    int occupancy = occupancies.occupancy()[group];
    int rooms = occupancies.rooms()[group];
    int fewestUncounted = Math.max(0, fewestPeople - occupancy);
    int mostUncounted = Math.min(mostPeople - occupancy, people.uncounted());
    if (!isPriced(occupancy) || mostUncounted < fewestUncounted) {
      return false;
    }
    counted.flow().setPlaces(group, 0, rooms * (occupancy - 1));
    int mayBeTaken = rooms * (mostUncounted - fewestUncounted);
    uncounted.flow().setPlaces(group, rooms * fewestUncounted, mayBeTaken);
    return true;
  }

  /** Makes the next room a group of its own, the first behind the others. */
  @Override
  boolean open(People everybody, NextRoom next, RoomWay way) {
    int last = way.groups().groups();
    YoungNeeds needs = new YoungNeeds(party, everybody, next, way);
    YoungPlaces young = new YoungPlaces(needs);
    openGroups(everybody, young.addTo(way.all()));
    if (!needs.canBeMet() || !isPriced(way.occupancy())) {
      return false;
    }
    for (int group = 0; group < last; group++) {
      int fewestPeople = way.fewestPeople(group, people.limits());
      int mostPeople = way.mostPeople(group, people.limits());
      if (!openGroup(group, fewestPeople, mostPeople)) {
        return false;
      }
      holdAdults(group, next, way);
    }
    openOwn(next, way.occupancy(), last);
    return young.open(counted, uncounted, occupancies, last + 1);
  }

  /** Opens the next room. */
  private void openOwn(NextRoom next, int occupancy, int group) {
    counted.flow().setPlaces(group, 0, occupancy - 1);
    uncounted.flow().setPlaces(group, next.uncounted(), 0);
    int[] lowest = next.lowest().clone();
    int[] highest = next.highest().clone();
    lowest[Party.ADULTS]--;
    highest[Party.ADULTS]--;
    counted.limit(group, lowest, highest);
    uncounted.limit(group, lowest, highest);
  }

  /** Holds rooms to the adults of the next one; each has an adult beside those that flow. */
  private void holdAdults(int group, NextRoom next, RoomWay way) {
    int rooms = occupancies.rooms()[group];
    int fewestAdults = rooms * (way.fewestAdults(group, next) - 1);
    int mostAdults = rooms * (way.mostAdults(group, next) - 1);
    counted.flow().limit(Party.ADULTS, group, fewestAdults, mostAdults);
  }

  @Override
  boolean askFor(NextRoom next, RoomWay way, Predicate<NextRoom> asked) {
    return asked.test(next);
  }

  @Override
  long bound(People bounded, Occupancies way) {
    return way.most() > bounded.limits().most() ? NONE : rents.bound(bounded, way);
  }

  @Override
  void sharpen() {
    rents.sharpen(counted.flow(), people, occupancies, fewest, most);
  }

  @Override
  long least() {
    return least(null);
  }

  @Override
  long least(int[] weights) {
    long inEveryRoom = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int occupancy = occupancies.occupancy()[group];
      inEveryRoom += occupancies.rooms()[group] * prices.cost(occupancy, Party.ADULTS, weights);
    }
    long ofCounted = counted.least(occupancies, weights);
    if (ofCounted == NONE) {
      return NONE;
    }
    long ofUncounted = uncounted.least(occupancies, weights);
    return ofUncounted == NONE ? NONE : inEveryRoom + ofCounted + ofUncounted;
  }

  @Override
  void addFound(long[] totals) {
    for (int group = 0; group < occupancies.groups(); group++) {
      int occupancy = occupancies.occupancy()[group];
      prices.add(occupancy, Party.ADULTS, occupancies.rooms()[group], totals);
    }
    counted.addFound(occupancies, totals);
    uncounted.addFound(occupancies, totals);
  }

  @Override
  boolean addRoom(int[] heads, long[] totals) {
    int occupancy = party.counted(heads);
    for (int type = 0; type < heads.length; type++) {
      if (heads[type] > 0 && !prices.isPriced(occupancy, type)) {
        return false;
      }
      prices.add(occupancy, type, heads[type], totals);
    }
    return true;
  }

  @Override
  int places() {
    return party.types() * occupancies.groups();
  }

  private TypeFlow flowOf(int place) {
    return place < placesOfCounted() ? counted : uncounted;
  }

  private int placesOfCounted() {
    return party.counted.length * occupancies.groups();
  }

  /** Returns the row of a place in its flow. */
  private int row(int place) {
    int first = place < placesOfCounted() ? 0 : placesOfCounted();
    return (place - first) / occupancies.groups();
  }

  private int group(int place) {
    return place % occupancies.groups();
  }

  @Override
  int found(int place) {
    return flowOf(place).flow().placed(row(place), group(place));
  }

  @Override
  int lowest(int place) {
    return flowOf(place).flow().lowest(row(place), group(place));
  }

  @Override
  int highest(int place) {
    return flowOf(place).flow().highest(row(place), group(place));
  }

  @Override
  void limit(int place, int lowest, int highest) {
    flowOf(place).flow().limit(row(place), group(place), lowest, highest);
  }
}
