package tatami.query.stay.split;

import java.util.stream.LongStream;

/**
 * Prices of rooms by their occupancy, up to the largest priced one, {@code N}, and of extra heads
 * by their type.
 */
final class RoomPriceList {

  private final Party party;
  private final PriceCells rooms;
  private final PriceCells extras;
  private final int[] alikeBefore;
  private int largest;

  RoomPriceList(Party party) {
    this.party = party;
    rooms = new PriceCells(party.counted(party.heads) + 1);
    extras = new PriceCells(party.types());
    alikeBefore = new int[party.types()];
  }

  /** Reads the prices of some occupancies, the highest included. */
  void read(SplitPrices.PerRoom prices, int fewest, int most, boolean isNightly) {
    largest = prices.largestOccupancy();
    rooms.open(prices.nights(), isNightly);
    extras.open(prices.nights(), isNightly);
    for (int occupancy = priced(fewest); occupancy <= priced(most); occupancy++) {
      int cell = occupancy;
      rooms.read(cell, night -> prices.room(night, cell));
    }
    boolean areExtra = most > largest;
    for (int type : party.counted) {
      if (areExtra) {
        extras.read(type, night -> prices.extra(night, type));
      }
    }
    findAlike(party.counted, areExtra);
    findAlike(party.uncounted, false);
  }

  /** Finds the children of types next to each other whose extra heads cost the same, if any. */
  private void findAlike(int[] ofTypes, boolean areExtra) {
    int before = -1;
    for (int type : ofTypes) {
      boolean isAlike = before > Party.ADULTS && !(areExtra && !extras.areAlike(before, type));
      alikeBefore[type] = isAlike ? before : -1;
      before = type;
    }
  }

  /** Returns, by type, the last of those before it that cost alike; below 0 for none. */
  int[] alikeBefore() {
    return alikeBefore;
  }

  /** Returns the largest priced occupancy. */
  int largest() {
    return largest;
  }

  /** Returns how many heads are priced with the room, of so many. */
  int priced(int occupancy) {
    return Math.min(occupancy, largest);
  }

  /** Returns how many heads are extra, of so many. */
  int extras(int occupancy) {
    return occupancy - priced(occupancy);
  }

  /** Says whether rooms of an occupancy have a price. */
  boolean isPriced(int occupancy) {
    return roomSum(occupancy) != SplitCosts.NONE;
  }

  /** Says whether extra heads of a type have a price. */
  boolean isExtraPriced(int type) {
    return extras.sum(type) != SplitCosts.NONE;
  }

  /** Returns the price of a room for all nights, {@link SplitCosts#NONE} where it is missing. */
  long roomSum(int occupancy) {
    return rooms.sum(priced(occupancy));
  }

  /** Returns what {@link PriceCells#cost} does of a room. */
  long roomCost(int occupancy, int[] weights) {
    return rooms.cost(priced(occupancy), weights);
  }

  /** Returns what {@link PriceCells#cost} does of an extra head. */
  long extraCost(int type, int[] weights) {
    return extras.cost(type, weights);
  }

  /** Adds what so many rooms cost to each night. */
  void addRooms(int occupancy, int count, long[] totals) {
    rooms.add(priced(occupancy), count, totals);
  }

  /** Adds what so many extra heads cost to each night. */
  void addExtras(int type, int count, long[] totals) {
    extras.add(type, count, totals);
  }

  /** Lists all prices that matter for some occupancies, the highest included. */
  LongStream list(int fewest, int most) {
    int types = most > largest ? party.types() : 0;
    LongStream all =
        LongStream.concat(rooms.list(priced(fewest), priced(most) + 1), extras.list(0, types));
    return LongStream.concat(LongStream.of(largest), all);
  }
}
