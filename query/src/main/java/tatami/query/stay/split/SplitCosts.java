package tatami.query.stay.split;

import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What splits of one offer cost once the occupancies of the rooms are chosen. What is left to
 * choose then are whole numbers, the <em>places</em>: how many heads of a type go where.
 *
 * <p>Usage: {@link #read} for an offer; {@link #open} for people and occupancies; then any number
 * of {@link #least}, with other weights or other limits on places. Nights are kept apart where
 * asked for, else they are one. Not thread-safe.
 */
abstract class SplitCosts {

  /** Stands for something that cannot be had at any price. */
  static final long NONE = Long.MAX_VALUE;

  private int nights;

  /**
   * Reads the prices of an offer.
   *
   * @param fewest lowest occupancy that is looked at
   * @param most highest occupancy that is looked at
   * @param isNightly whether nights are kept apart
   */
  final void read(SplitPrices prices, int fewest, int most, boolean isNightly) {
    nights = isNightly ? prices.nights() : 1;
    readAll(prices, fewest, most, isNightly);
  }

  /** Returns how many nights are kept apart. */
  final int nights() {
    return nights;
  }

  abstract void readAll(SplitPrices prices, int fewest, int most, boolean isNightly);

  /**
   * Turns to some people and occupancies, without limits on places.
   *
   * @return false where there is nothing to be had
   */
  abstract boolean open(People people, Occupancies occupancies);

  /**
   * Turns to people and occupancies of whom the next room is being chosen: it is among the rooms
   * that are opened, and those behind it do not come before it. What ages hold them to may be left
   * out.
   *
   * @param everybody without a room, those of the next one among them
   * @param next as {@link #askFor} hands it over
   * @return false where there is nothing to be had
   */
  abstract boolean open(People everybody, NextRoom next, RoomWay way);

  /**
   * Asks for a room in part known, or where {@link #open} must know all of it, for one after
   * another of those that it can become.
   *
   * @return whether one of them will do
   */
  abstract boolean askFor(NextRoom next, RoomWay way, Predicate<NextRoom> asked);

  /** Lists all prices that were read for some occupancies. */
  abstract LongStream prices(int fewest, int most);

  /** Says whether a room of an occupancy that was read can be had with adults alone. */
  abstract boolean isPriced(int occupancy);

  /**
   * Returns a sum that no split of some people and occupancies is below, {@link #NONE} where there
   * is nothing to be had. Does not turn to them, and takes much less than that.
   */
  abstract long bound(People people, Occupancies occupancies);

  /** Sharpens bounds by the split that {@code least} found, where it can. */
  abstract void sharpen();

  /** Returns the smallest sum of all nights, {@link #NONE} where there is none. */
  abstract long least();

  /** Returns the smallest sum of nights, each times its weight; {@link #NONE} as with least. */
  abstract long least(int[] weights);

  /** Adds what the split that {@code least} found costs each night. */
  abstract void addFound(long[] totals);

  /** Adds what a room costs each night; false (and nothing sensible) where a price is missing. */
  abstract boolean addRoom(int[] heads, long[] totals);

  /** Returns how many places there are. */
  abstract int places();

  /** Returns the number of a place in the split that {@code least} found. */
  abstract int found(int place);

  /** Returns the lowest number that a place may have. */
  abstract int lowest(int place);

  /** Returns the highest number that a place may have. */
  abstract int highest(int place);

  /** Sets what number a place may have. */
  abstract void limit(int place, int lowest, int highest);
}
