package tatami.query.stay.split;

import java.util.List;
import tatami.query.request.Guests.Room;

/**
 * The ways to split a party over rooms of one offer.
 *
 * <p>A split is legal when every room has at least one of the party's adults, and its heads that
 * count are inside the offer's limits. Compiled once for a party and a child policy; every question
 * about an offer works in arrays that it keeps. Not thread-safe.
 */
public final class PartySplits {

  /** What {@link #cheapest} returns where no legal split has all its prices. */
  public static final long NO_PRICE = -1;

  /**
   * Compiles a party.
   *
   * @param adults at least as many as rooms
   * @param children types in the order in which heads of a room are counted: by person class, then
   *     by age; where a class and price come back after another type (say ages 0 to 2 and 6 to 8 of
   *     one price, 3 to 5 of another, all of one class), they are types of their own. That order
   *     matters only for {@link SplitPrices.PerRoom}
   * @param rooms at least 1
   */
  public static PartySplits of(int adults, List<ChildType> children, int rooms) {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells whether there is a legal split, whatever it costs. Takes no time.
   *
   * @param minimumHeads fewest heads of a room that count; 0 = no limit
   * @param maximumHeads most heads of a room that count; {@link Integer#MAX_VALUE} = no limit
   */
  public boolean isLegal(int minimumHeads, int maximumHeads) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the smallest total of a legal split that has all its prices, in minor units; {@link
   * #NO_PRICE} where there is none, also where no split is legal.
   *
   * @throws ArithmeticException when a price over all nights is above {@link SplitPrices#LARGEST}
   */
  public long cheapest(SplitPrices prices, StayRebate rebate, int minimumHeads, int maximumHeads) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the rooms of the cheapest split. Of those with the smallest total the one with the
   * smallest difference between most and fewest people of a room (all people, counted or not); of
   * those the smallest list, rooms compared by (people, adults, ages ascending) and sorted
   * descending, which is the order of the result. Adults are the party's adults, ages those of the
   * children whatever they count as.
   *
   * @return empty where {@link #cheapest} has no price
   */
  public List<Room> cheapestRooms(
      SplitPrices prices, StayRebate rebate, int minimumHeads, int maximumHeads) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the rooms of the split that {@link #cheapestRooms} takes where all legal splits cost
   * the same, as with one price for a unit.
   *
   * @return empty where no split is legal
   */
  public List<Room> evenRooms(int minimumHeads, int maximumHeads) {
    throw new UnsupportedOperationException();
  }
}
