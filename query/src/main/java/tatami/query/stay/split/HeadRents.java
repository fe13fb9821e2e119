package tatami.query.stay.split;

/**
 * Bounds from below where every head has a price by its room's occupancy.
 *
 * <p>A rent is taken for every place of a room, some rent for each occupancy, and every head gets
 * the occupancy that is the cheapest less the rent: whatever the rents are, no split costs less.
 * Rents that are the average price of the heads come close where prices are alike for all types;
 * those of a split that was found come closer still.
 */
final class HeadRents {

  private final Party party;
  private final HeadPrices prices;
  private final long[] rents;
  private final long[] rentsOfGroups;
  private final long[] contentAt;

  HeadRents(Party party, HeadPrices prices) {
    this.party = party;
    this.prices = prices;
    rents = new long[party.counted(party.heads) + 1];
    rentsOfGroups = new long[party.rooms];
    contentAt = new long[party.types()];
  }

  /** Takes the average price of the heads that count. */
  void average(int occupancy) {
    long sum = 0;
    int heads = 0;
    for (int type : party.counted) {
      if (prices.isPriced(occupancy, type)) {
        heads += party.heads[type];
        sum += party.heads[type] * prices.sum(occupancy, type);
      }
    }
    rents[occupancy] = heads == 0 ? 0 : sum / heads;
  }

  /** Returns a sum that no split is below, {@link SplitCosts#NONE} where there is none. */
  long bound(People people, Occupancies way) {
    long bound = 0;
    for (int group = 0; group < way.groups(); group++) {
      int occupancy = way.occupancy()[group];
      if (!prices.isPriced(occupancy, Party.ADULTS)) {
        return SplitCosts.NONE;
      }
      long ofRoom = prices.sum(occupancy, Party.ADULTS) + (occupancy - 1) * rents[occupancy];
      bound += way.rooms()[group] * ofRoom;
    }
    for (int type = 0; type < party.types(); type++) {
      int heads = people.heads()[type] - (type == Party.ADULTS ? people.rooms() : 0);
      if (heads > 0) {
        long lowest = lowestCost(type, way);
        if (lowest == SplitCosts.NONE) {
          return SplitCosts.NONE;
        }
        bound += lowest * heads;
      }
    }
    return bound;
  }

  private long lowestCost(int type, Occupancies way) {
    long lowest = SplitCosts.NONE;
    for (int occupancy : way.occupancy()) {
      long sum = prices.sum(occupancy, type);
      if (sum != SplitCosts.NONE) {
        lowest = Math.min(lowest, party.counts[type] ? sum - rents[occupancy] : sum);
      }
    }
    return lowest;
  }

  /**
   * Takes the rents at which the heads that were found are content where they are; an occupancy
   * that no room has gets the highest rent at which none of them would rather be there.
   *
   * @param flow of the heads that count
   * @param found the occupancies of its groups
   * @param fewest lowest occupancy that has prices
   * @param most highest occupancy that has prices
   */
  void sharpen(HeadFlow flow, People people, Occupancies found, int fewest, int most) {
    flow.findRents(rentsOfGroups);
    for (int group = 0; group < found.groups(); group++) {
      rents[found.occupancy()[group]] = rentsOfGroups[group];
    }
    for (int type : party.counted) {
      contentAt[type] = people.heads()[type] > 0 ? lowestCost(type, found) : SplitCosts.NONE;
    }
    for (int occupancy = fewest; occupancy <= most; occupancy++) {
      if (!found.has(occupancy)) {
        rents[occupancy] = highestRent(occupancy);
      }
    }
  }

  private long highestRent(int occupancy) {
    long highest = SplitCosts.NONE;
    for (int type : party.counted) {
      if (prices.isPriced(occupancy, type) && contentAt[type] != SplitCosts.NONE) {
        highest = Math.min(highest, prices.sum(occupancy, type) - contentAt[type]);
      }
    }
    return highest == SplitCosts.NONE ? 0 : highest;
  }
}
