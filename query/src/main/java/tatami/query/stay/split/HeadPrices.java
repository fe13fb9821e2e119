package tatami.query.stay.split;

import java.util.stream.LongStream;

/** Prices of heads by the occupancy of their room and their type. */
final class HeadPrices {

  private final int types;
  private final PriceCells cells;

  HeadPrices(Party party) {
    types = party.types();
    cells = new PriceCells((party.counted(party.heads) + 1) * types);
  }

  /** Reads the prices of some occupancies, the highest included. */
  void read(SplitPrices.PerHead prices, int fewest, int most, boolean isNightly) {
    cells.open(prices.nights(), isNightly);
    for (int occupancy = fewest; occupancy <= most; occupancy++) {
      for (int type = 0; type < types; type++) {
        read(prices, occupancy, type);
      }
    }
  }

  private void read(SplitPrices.PerHead prices, int occupancy, int type) {
    cells.read(cell(occupancy, type), night -> prices.head(night, occupancy, type));
  }

  private int cell(int occupancy, int type) {
    return occupancy * types + type;
  }

  /** Says whether heads of a type have a price. */
  boolean isPriced(int occupancy, int type) {
    return sum(occupancy, type) != SplitCosts.NONE;
  }

  /** Returns the price of a head for all nights, {@link SplitCosts#NONE} where it is missing. */
  long sum(int occupancy, int type) {
    return cells.sum(cell(occupancy, type));
  }

  /** Returns what {@link PriceCells#cost} does of a head. */
  long cost(int occupancy, int type, int[] weights) {
    return cells.cost(cell(occupancy, type), weights);
  }

  /** Adds what so many heads cost to each night. */
  void add(int occupancy, int type, int count, long[] totals) {
    cells.add(cell(occupancy, type), count, totals);
  }

  /** Lists all prices of some occupancies, the highest included. */
  LongStream list(int fewest, int most) {
    return cells.list(cell(fewest, 0), cell(most + 1, 0));
  }
}
