package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.query.request.Guests.Room;
import tatami.query.stay.split.NextRoom.Children;
import tatami.query.stay.split.People.Limits;

/**
 * Finds the first split, in the order of ties, among those that cost no more than allowed.
 *
 * <p>Differences between most and fewest people are tried from the smallest on, then rooms one by
 * one, the largest first, each from its smallest possibility on; so the first split that is
 * complete is the answer. A room grows number by number, head by head: at every step it is asked
 * whether what is chosen of it and of the rooms before can still become a split within the allowed
 * cost ({@link NextRoomCheck}; exact, but for the order of the rooms behind), and whether as many
 * other rooms as must be of its size and adults can have ages that do not come after its own. Ways
 * of occupancies that fail at a step are not asked again at the steps within it.
 */
final class RoomSearch {

  private final Party party;
  private final SplitCosts costs;
  private final SplitMinimum minimum;
  private final Allowed allowed;
  private final int[] heads;
  private final int[] headsOfAge;
  private final long[][] totals;
  private final List<Room> rooms = new ArrayList<>();
  private final Map<Numbers, Long> dead = new HashMap<>();
  private int fewest;

  RoomSearch(Party party, SplitCosts costs, SplitMinimum minimum, Allowed allowed) {
    this.party = party;
    this.costs = costs;
    this.minimum = minimum;
    this.allowed = allowed;
    heads = party.heads.clone();
    headsOfAge = party.headsOfAge.clone();
    totals = new long[party.rooms + 1][costs.nights()];
  }

  /**
   * What a split may cost: either of the two.
   *
   * @param sum largest sum; below 0 where no sum will do
   * @param withoutFree largest total without the free nights; below 0 where none will do
   */
  record Allowed(long sum, long withoutFree) {}

  /** Returns the rooms, in descending order; one split at least is allowed. */
  List<Room> find() {
    List<Occupancies> ways = waysWithinBounds();
    int all = people(heads);
    for (int difference = 0; difference < all; difference++) {
      for (int most = difference + 1; most <= all; most++) {
        fewest = most - difference;
        boolean isPossible = fewest * party.rooms <= all && most * party.rooms >= all;
        if (isPossible && canBe(ways, most) && chooseSize(most, most, null, ways)) {
          return List.copyOf(rooms);
        }
        dead.clear();
      }
    }
    throw new IllegalStateException("no split is allowed: " + allowed);
  }

  private List<Occupancies> waysWithinBounds() {
    People people = People.of(party, heads, party.rooms, Limits.NONE);
    List<Occupancies> ways = minimum.ways(people);
    return allowed.withoutFree() >= 0
        ? ways
        : ways.stream().filter(way -> costs.bound(people, way) <= allowed.sum()).toList();
  }

  private static int people(int[] headsOfTypes) {
    int people = 0;
    for (int each : headsOfTypes) {
      people += each;
    }
    return people;
  }

  private boolean canBe(List<Occupancies> ways, int most) {
    Limits limits = new Limits(fewest, most, most, party.rooms);
    People people = People.of(party, heads, party.rooms, limits);
    boolean isAllCounted = people.uncounted() == 0;
    for (Occupancies way : ways) {
      boolean isOfSize = way.most() == most && way.fewest() == fewest;
      if ((isOfSize || !isAllCounted) && canBe(people, way)) {
        return true;
      }
    }
    return false;
  }

  private boolean canBe(People people, Occupancies way) {
    long total = allowed.withoutFree();
    return allowed.sum() >= 0 && minimum.isWithin(people, way, allowed.sum())
        || total >= 0 && minimum.isWithinWithoutFree(people, way, total);
  }

  private int roomsLeft() {
    return party.rooms - rooms.size();
  }

  private boolean chooseSize(int lowest, int highest, Room previous, List<Occupancies> ways) {
    int people = people(heads);
    int left = roomsLeft();
    for (int size = Math.max(lowest, (people + left - 1) / left); size <= highest; size++) {
      if (people - size >= (left - 1) * fewest && chooseAdults(size, previous, ways)) {
        return true;
      }
    }
    return false;
  }

  private boolean chooseAdults(int size, Room previous, List<Occupancies> ways) {
    boolean isSameSize = previous != null && previous.heads() == size;
    int children = people(heads) - heads[Party.ADULTS];
    int most = Math.min(size, heads[Party.ADULTS] - (roomsLeft() - 1));
    most = isSameSize ? Math.min(most, previous.adults()) : most;
    int fewestAdults = Math.max(1, size - children);
    NextRoomCheck check = new NextRoomCheck(minimum, costs, allowed, totals[rooms.size()]);
    check.start(People.of(party, heads, roomsLeft(), Limits.NONE), fewest, size, ways);
    if (!check.canHaveAdults(fewestAdults, most)) {
      return false;
    }
    int ofWays = check.firstWay();
    for (int adults = fewestAdults; adults <= most; adults++) {
      int alike = fewestAlike(size, adults);
      check.goBackTo(ofWays);
      if (alike >= 0 && check.canHaveAdults(adults, adults)) {
        boolean isBounded = isSameSize && previous.adults() == adults;
        List<Integer> bound = isBounded ? previous.childAges() : null;
        if (new AgeChoice(size, adults, bound, alike, check).choose(0, bound != null)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns how many of the rooms behind one of a size must have its size and as many adults, if
   * none is to come before it; below 0 where that cannot be.
   */
  private int fewestAlike(int size, int adults) {
    int left = roomsLeft() - 1;
    int lacking = left * size - (people(heads) - size);
    int adultsLeft = heads[Party.ADULTS] - adults;
    int least = -1;
    for (int smaller = 0; smaller <= Math.min(left, lacking); smaller++) {
      int full = left - smaller;
      if (lacking > smaller * (size - fewest)) {
        continue;
      }
      int adultsOfSmaller = Math.min(smaller * size - lacking, adultsLeft - full);
      int alike = Math.max(0, adultsLeft - adultsOfSmaller - full * (adults - 1));
      if (alike <= full && adultsOfSmaller >= smaller && (least < 0 || alike < least)) {
        least = alike;
      }
    }
    return least;
  }

  private boolean chooseNext(Room room, List<Occupancies> ways) {
    if (roomsLeft() == 0) {
      return true;
    }
    long sum = totals[rooms.size()][0];
    boolean isSumAll = allowed.withoutFree() < 0;
    Numbers key = isSumAll ? leftAfter(room) : null;
    if (isSumAll && dead.getOrDefault(key, Long.MAX_VALUE) <= sum) {
      return false;
    }
    if (chooseSize(fewest, room.heads(), room, ways)) {
      return true;
    }
    if (isSumAll) {
      dead.merge(key, sum, Math::min);
    }
    return false;
  }

  /** Returns who is left over, and the room that no other may come before. */
  private Numbers leftAfter(Room room) {
    List<Integer> ages = room.childAges();
    int[] numbers = Arrays.copyOf(headsOfAge, headsOfAge.length + 2 + ages.size());
    numbers[headsOfAge.length] = heads[Party.ADULTS];
    numbers[headsOfAge.length + 1] = room.adults();
    for (int child = 0; child < ages.size(); child++) {
      numbers[headsOfAge.length + 2 + child] = ages.get(child);
    }
    return new Numbers(numbers);
  }

  /** Ages of one room whose size and adults are chosen. */
  private final class AgeChoice {

    private final int size;
    private final int adults;
    private final List<Integer> bound;
    private final int fewestAlike;
    private final NextRoomCheck check;
    private final List<Integer> places = new ArrayList<>();
    private final int[] room = new int[party.types()];
    private int mostAlike = party.rooms;

    AgeChoice(int size, int adults, List<Integer> bound, int fewestAlike, NextRoomCheck check) {
      this.size = size;
      this.adults = adults;
      this.bound = bound;
      this.fewestAlike = fewestAlike;
      this.check = check;
      room[Party.ADULTS] = adults;
    }

    /**
     * Chooses the next child.
     *
     * @param from lowest place of its age
     * @param isAtBound whether the ages so far are those of the bound
     */
    boolean choose(int from, boolean isAtBound) {
      int child = places.size();
      if (child == size - adults) {
        return complete();
      }
      int[] refutedAlike = new int[room.length];
      Arrays.fill(refutedAlike, -1);
      for (int place = from; place < headsOfAge.length; place++) {
        int age = party.ages[place];
        if (isAtBound && age > bound.get(child)) {
          return false;
        }
        boolean isStillAtBound = isAtBound && age == bound.get(child);
        if (headsOfAge[place] > 0 && take(place, isStillAtBound, refutedAlike)) {
          return true;
        }
      }
      return false;
    }

    /**
     * Takes a child.
     *
     * @param refutedAlike by type, for how many rooms alike it is known that no child of it will
     *     do; an older one of the same type leaves no more to choose from
     */
    private boolean take(int place, boolean isAtBound, int[] refutedAlike) {
      int type = party.typeOfAge[place];
      int mostBefore = mostAlike;
      int wayBefore = check.firstWay();
      headsOfAge[place]--;
      room[type]++;
      places.add(place);
      while (!areLeftFor(mostAlike)) {
        mostAlike--;
      }
      boolean isFound = false;
      if (fewestAlike <= mostAlike && refutedAlike[type] < mostAlike) {
        if (check.canHave(room, highest(place), mostAlike, children())) {
          isFound = choose(place, isAtBound);
        } else {
          refutedAlike[type] = mostAlike;
        }
      }
      check.goBackTo(wayBefore);
      mostAlike = mostBefore;
      places.remove(places.size() - 1);
      headsOfAge[place]++;
      room[type]--;
      return isFound;
    }

    /**
     * Says whether the children left over can give so many rooms alike ages that do not come after
     * those chosen so far: at each place a room has a younger child, and is behind for good, or
     * another child of the same age.
     */
    private boolean areLeftFor(int alike) {
      int[] left = headsOfAge.clone();
      int open = alike;
      int from = 0;
      for (int place : places) {
        for (; from < place; from++) {
          open -= left[from];
        }
        if (open <= 0) {
          return true;
        }
        left[place] -= open;
        if (left[place] < 0) {
          return false;
        }
      }
      return true;
    }

    private Children children() {
      return new Children(places.stream().mapToInt(Integer::intValue).toArray(), headsOfAge);
    }

    /** Returns how many heads of each type the room has at most, children from a place on. */
    private int[] highest(int from) {
      int[] highest = room.clone();
      int more = size - adults - places.size();
      for (int place = from; place < headsOfAge.length && more > 0; place++) {
        highest[party.typeOfAge[place]] += headsOfAge[place];
      }
      return highest;
    }

    private boolean complete() {
      long[] with = totals[rooms.size() + 1];
      System.arraycopy(totals[rooms.size()], 0, with, 0, with.length);
      if (!check.canHave(room, room, mostAlike, children()) || !costs.addRoom(room, with)) {
        return false;
      }
      move(-1);
      Room made = new Room(adults, places.stream().map(place -> party.ages[place]).toList());
      rooms.add(made);
      boolean isFound = chooseNext(made, check.waysBehind(party.counted(room)));
      if (!isFound) {
        rooms.remove(rooms.size() - 1);
      }
      move(1);
      return isFound;
    }

    private void move(int sign) {
      for (int type = 0; type < room.length; type++) {
        heads[type] += sign * room[type];
      }
    }
  }
}
