package tatami.query.stay.split;

/** The flow of heads of some types of a party into groups of rooms, at their prices. */
final class TypeFlow {

  private final HeadPrices prices;
  private final int[] types;
  private final HeadFlow flow;

  TypeFlow(HeadPrices prices, int[] types, int mostGroups) {
    this.prices = prices;
    this.types = types;
    flow = new HeadFlow(types.length, mostGroups);
  }

  /** Returns the flow, in which a type is known by its place among those of this one. */
  HeadFlow flow() {
    return flow;
  }

  /**
   * Starts anew.
   *
   * @param heads to be placed, by type of the party
   */
  void open(int groups, int[] heads) {
    flow.open(groups);
    for (int row = 0; row < types.length; row++) {
      flow.setHeads(row, heads[types[row]]);
    }
  }

  /** Limits the heads of a group, by type of the party. */
  void limit(int group, int[] lowest, int[] highest) {
    for (int row = 0; row < types.length; row++) {
      flow.limit(row, group, lowest[types[row]], highest[types[row]]);
    }
  }

  /** Returns the smallest cost, nights weighed; {@link SplitCosts#NONE} where there is none. */
  long least(Occupancies occupancies, int[] weights) {
    for (int row = 0; row < types.length; row++) {
      for (int group = 0; group < occupancies.groups(); group++) {
        int occupancy = occupancies.occupancy()[group];
        flow.setCost(row, group, prices.cost(occupancy, types[row], weights));
      }
    }
    return flow.least();
  }

  /** Adds what the heads cost each night where the last solution placed them. */
  void addFound(Occupancies occupancies, long[] totals) {
    for (int row = 0; row < types.length; row++) {
      for (int group = 0; group < occupancies.groups(); group++) {
        int occupancy = occupancies.occupancy()[group];
        prices.add(occupancy, types[row], flow.placed(row, group), totals);
      }
    }
  }
}
