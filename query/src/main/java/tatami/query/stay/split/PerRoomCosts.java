package tatami.query.stay.split;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Costs where a room has a price by its occupancy, and heads beyond the largest priced one are
 * extra. What is left to choose is how many heads of each type are extra.
 */
final class PerRoomCosts extends SplitCosts {

  private final Party party;
  private final RoomPriceList prices;
  private final ExtraHeads extras;
  private final int[] ownExtras;
  private Occupancies occupancies;
  private int ownOccupancy;

  PerRoomCosts(Party party) {
    this.party = party;
    prices = new RoomPriceList(party);
    extras = new ExtraHeads(party, prices);
    ownExtras = new int[party.types()];
  }

  @Override
  void readAll(SplitPrices all, int fewest, int most, boolean isNightly) {
    prices.read((SplitPrices.PerRoom) all, fewest, most, isNightly);
  }

  @Override
  LongStream prices(int fewest, int most) {
    return prices.list(fewest, most);
  }

  @Override
  boolean isPriced(int occupancy) {
    return prices.isPriced(occupancy);
  }

  @Override
  boolean askFor(NextRoom next, RoomWay way, Predicate<NextRoom> asked) {
    return new Fillings(party, prices.alikeBefore(), next, way.occupancy(), asked).goThrough();
  }

  @Override
  boolean open(People people, Occupancies newOccupancies) {
    ownOccupancy = 0;
    occupancies = newOccupancies;
    int fewestUncounted = 0;
    int mostUncounted = 0;
    int[] mostAdults = new int[people.rooms()];
    int first = 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      int occupancy = occupancies.occupancy()[group];
      int rooms = occupancies.rooms()[group];
      if (!isPriced(occupancy) || occupancy > people.limits().most()) {
        return false;
      }
      fewestUncounted += rooms * Math.max(0, people.limits().fewest() - occupancy);
      int most = Math.min(people.limits().most() - occupancy, people.uncounted());
      mostUncounted += rooms * most;
      Arrays.fill(mostAdults, first, first + rooms, occupancy);
      first += rooms;
    }
    extras.open(people, occupancies, mostAdults, YoungNeeds.none(party));
    return fewestUncounted <= people.uncounted() && mostUncounted >= people.uncounted();
  }

  @Override
  boolean open(People everybody, NextRoom next, RoomWay way) {
    return next.isKnown() ? openKnown(everybody, next, way) : openPart(everybody, next, way);
  }

  /** Puts the next room, all of which is known, aside. */
  private boolean openKnown(People everybody, NextRoom next, RoomWay way) {
    int[] rest = everybody.heads().clone();
    for (int type = 0; type < rest.length; type++) {
      rest[type] -= next.lowest()[type];
    }
    int counted = everybody.counted() - way.occupancy();
    People others = new People(rest, counted, everybody.rooms() - 1, everybody.limits());
    YoungNeeds needs = new YoungNeeds(party, everybody, next, way);
    return openRooms(others, next, way, way.groups(), needs)
        && needs.canBeMet()
        && openOwn(next.lowest());
  }

  /**
   * Takes the next room as one of all rooms, of which no more is known than how many of its first
   * types are extra: what it costs at least.
   */
  private boolean openPart(People everybody, NextRoom next, RoomWay way) {
    ownOccupancy = 0;
    if (!openRooms(everybody, next, way, way.all(), YoungNeeds.none(party))) {
      return false;
    }
    int before = 0;
    for (int index = 0; index < party.counted.length; index++) {
      int type = party.counted[index];
      int heads = next.lowest()[type];
      if (heads < next.highest()[type]) {
        return true;
      }
      int own = Math.min(heads, prices.extras(before + heads));
      int most = own + everybody.heads()[type] - heads;
      extras.limit(index, Math.max(own, extras.lowest(index)), most);
      before += heads;
    }
    return true;
  }

  /**
   * Opens the rooms of some groups, the next one perhaps the last; false where one has no price.
   */
  private boolean openRooms(
      People people, NextRoom next, RoomWay way, Occupancies groups, YoungNeeds needs) {
    occupancies = groups;
    for (int occupancy : occupancies.occupancy()) {
      if (!isPriced(occupancy)) {
        return false;
      }
    }
    extras.open(people, occupancies, mostAdults(next, way), needs);
    return true;
  }

  /** Returns how many adults each room may have, the next one behind all others. */
  private int[] mostAdults(NextRoom next, RoomWay way) {
    int[] most = new int[occupancies.all()];
    Arrays.fill(most, next.mostAdults());
    int first = 0;
    for (int group = 0; group < way.groups().groups(); group++) {
      int rooms = way.groups().rooms()[group];
      Arrays.fill(most, first, first + rooms, way.mostAdults(group, next));
      first += rooms;
    }
    return most;
  }

  /** Finds the extra heads of a room; false where the room or one of them has no price. */
  private boolean openOwn(int[] heads) {
    ownOccupancy = party.counted(heads);
    int before = 0;
    for (int type : party.counted) {
      int extra = Math.min(heads[type], prices.extras(before + heads[type]));
      ownExtras[type] = extra;
      before += heads[type];
      if (extra > 0 && !prices.isExtraPriced(type)) {
        return false;
      }
    }
    return isPriced(ownOccupancy);
  }

  @Override
  long bound(People people, Occupancies way) {
    long bound = 0;
    for (int group = 0; group < way.groups(); group++) {
      int occupancy = way.occupancy()[group];
      if (!isPriced(occupancy)) {
        return NONE;
      }
      bound += way.rooms()[group] * prices.roomSum(occupancy);
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
    long total = ownOccupancy > 0 ? ownCost(weights) : 0;
    for (int group = 0; group < occupancies.groups(); group++) {
      long cost = prices.roomCost(occupancies.occupancy()[group], weights);
      total += occupancies.rooms()[group] * cost;
    }
    long ofExtras = extras.least(weights);
    return ofExtras == NONE ? NONE : total + ofExtras;
  }

  private long ownCost(int[] weights) {
    long cost = prices.roomCost(ownOccupancy, weights);
    for (int type : party.counted) {
      cost += ownExtras[type] == 0 ? 0 : ownExtras[type] * prices.extraCost(type, weights);
    }
    return cost;
  }

  @Override
  void addFound(long[] totals) {
    for (int group = 0; group < occupancies.groups(); group++) {
      prices.addRooms(occupancies.occupancy()[group], occupancies.rooms()[group], totals);
    }
    extras.addFound(totals);
    if (ownOccupancy > 0) {
      addOwn(totals);
    }
  }

  @Override
  boolean addRoom(int[] heads, long[] totals) {
    if (!openOwn(heads)) {
      return false;
    }
    addOwn(totals);
    return true;
  }

  private void addOwn(long[] totals) {
    prices.addRooms(ownOccupancy, 1, totals);
    for (int type : party.counted) {
      prices.addExtras(type, ownExtras[type], totals);
    }
  }

  @Override
  int places() {
    return party.counted.length;
  }

  @Override
  int found(int place) {
    return extras.found(place);
  }

  @Override
  int lowest(int place) {
    return extras.lowest(place);
  }

  @Override
  int highest(int place) {
    return extras.highest(place);
  }

  @Override
  void limit(int place, int lowest, int highest) {
    extras.limit(place, lowest, highest);
  }
}
