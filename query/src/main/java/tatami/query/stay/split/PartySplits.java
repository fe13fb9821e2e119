package tatami.query.stay.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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

  private static final long LARGEST_SUM = 1L << 60;
  private static final SplitPrices FREE = new FreeRooms();

  private final Party party;
  private final People people;
  private final int heads;
  private final Solver perHead;
  private final Solver perRoom;
  private final Map<List<Integer>, List<Room>> evenRooms = new HashMap<>();
  private Solver solver;
  private SplitCosts costs;
  private SplitMinimum minimum;
  private int fewest;
  private int most;

  private PartySplits(Party party, SplitWork work) {
    this.party = party;
    people = People.of(party, party.heads, party.rooms, People.Limits.NONE);
    heads = people.counted();
    perHead = new Solver(new PerHeadCosts(party), work);
    perRoom = new Solver(new PerRoomCosts(party), work);
  }

  /**
   * Compiles a party.
   *
   * @param adults at least as many as rooms
   * @param children types in the order in which heads of a room are counted: by person class, then
   *     by age; where a class and price come back after another type (say ages 0 to 2 and 6 to 8 of
   *     one price, 3 to 5 of another, all of one class), they are types of their own. That order
   *     matters only for {@link SplitPrices.PerRoom}
   * @param rooms at least 1
   * @param work what may be done for all questions together; when it is used up, they throw the
   *     exception of {@link SplitWork#take}
   */
  public static PartySplits of(int adults, List<ChildType> children, int rooms, SplitWork work) {
    return new PartySplits(new Party(adults, children, rooms), work);
  }

  /**
   * Tells whether there is a legal split, whatever it costs. Takes no time.
   *
   * @param minimumHeads fewest heads of a room that count; 0 = no limit
   * @param maximumHeads most heads of a room that count; {@link Integer#MAX_VALUE} = no limit
   */
  public boolean isLegal(int minimumHeads, int maximumHeads) {
    long fewest = Math.max(1, minimumHeads);
    return fewest * party.rooms <= heads && (long) maximumHeads * party.rooms >= heads;
  }

  /**
   * Returns the smallest total of a legal split that has all its prices, in minor units; {@link
   * #NO_PRICE} where there is none, also where no split is legal.
   *
   * @throws ArithmeticException when a price over all nights is above {@link SplitPrices#LARGEST}
   */
  public long cheapest(SplitPrices prices, StayRebate rebate, int minimumHeads, int maximumHeads) {
    if (!isLegal(minimumHeads, maximumHeads)) {
      return NO_PRICE;
    }
    return read(prices, rebate, minimumHeads, maximumHeads) ? cheapest(rebate) : NO_PRICE;
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
    boolean isPriced =
        isLegal(minimumHeads, maximumHeads) && read(prices, rebate, minimumHeads, maximumHeads);
    long total = isPriced ? cheapest(rebate) : NO_PRICE;
    if (total == NO_PRICE) {
      return List.of();
    }
    long sum = largestSum(rebate, total);
    long withoutFree = rebate.freeNights() > 0 ? total : -1;
    AllowedCost allowed = new AllowedCost(minimum, costs, sum, withoutFree);
    return solver.found.get(
        numbers(sum, withoutFree, rebate.freeNights()),
        () -> new RoomSearch(party, allowed).find(minimum.ways(people)));
  }

  private long[] numbers(long sum, long withoutFree, int freeNights) {
    LongStream asked = LongStream.of(fewest, most, freeNights, costs.nights(), sum, withoutFree);
    return LongStream.concat(asked, costs.prices(fewest, most)).toArray();
  }

  /**
   * Returns the rooms of the split that {@link #cheapestRooms} takes where all legal splits cost
   * the same, as with one price for a unit.
   *
   * @return empty where no split is legal
   */
  public List<Room> evenRooms(int minimumHeads, int maximumHeads) {
    return evenRooms.computeIfAbsent(
        List.of(minimumHeads, maximumHeads),
        limits -> cheapestRooms(FREE, StayRebate.NONE, minimumHeads, maximumHeads));
  }

  /** Returns how many flows were solved so far, a measure of work. */
  long steps() {
    return perHead.minimum.steps() + perRoom.minimum.steps();
  }

  /** Reads prices; false where those that there are allow no split. */
  private boolean read(SplitPrices prices, StayRebate rebate, int minimumHeads, int maximumHeads) {
    solver = prices instanceof SplitPrices.PerHead ? perHead : perRoom;
    costs = solver.costs;
    minimum = solver.minimum;
    fewest = Math.max(1, minimumHeads);
    most = maximumHeads;
    limit();
    costs.read(prices, fewest, most, rebate.freeNights() > 0);
    while (fewest <= most && !costs.isPriced(most)) {
      most--;
    }
    while (fewest <= most && !costs.isPriced(fewest)) {
      fewest++;
    }
    if (!isLegal(fewest, most)) {
      return false;
    }
    limit();
    minimum.open(fewest, most, rebate.freeNights());
    return true;
  }

  /** Limits a room's heads to what others leave it. */
  private void limit() {
    most = Math.min(most, heads - (party.rooms - 1) * fewest);
    fewest = Math.max(fewest, heads - (party.rooms - 1) * most);
  }

  private long cheapest(StayRebate rebate) {
    long sum = minimum.leastSum(people, SplitCosts.NONE, -1);
    if (sum == SplitCosts.NONE) {
      return NO_PRICE;
    }
    long reduced = rebate.ofSum(sum);
    return rebate.freeNights() == 0
        ? reduced
        : minimum.leastWithoutFree(people, new long[costs.nights()], reduced, -1);
  }

  /** Returns the largest sum of which no more is left than a total; below 0 where there is none. */
  private static long largestSum(StayRebate rebate, long total) {
    if (rebate.ofSum(0) > total) {
      return -1;
    }
    long low = 0;
    long high = LARGEST_SUM;
    while (low < high) {
      long middle = high - (high - low) / 2;
      if (rebate.ofSum(middle) <= total) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** How prices of one kind are solved. */
  private static final class Solver {

    private final SplitCosts costs;
    private final SplitMinimum minimum;
    private final FoundRooms found = new FoundRooms();

    Solver(SplitCosts costs, SplitWork work) {
      this.costs = costs;
      minimum = new SplitMinimum(costs, work);
    }
  }

  /** Rooms that cost nothing. */
  private static final class FreeRooms implements SplitPrices.PerRoom {

    @Override
    public int nights() {
      return 1;
    }

    @Override
    public int largestOccupancy() {
      return Integer.MAX_VALUE;
    }

    @Override
    public long room(int night, int occupancy) {
      return 0;
    }

    @Override
    public long extra(int night, int type) {
      return 0;
    }
  }
}
