package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.query.request.Guests.Room;
import tatami.query.stay.split.People.Limits;

/**
 * Finds the first split, in the order of ties, among those that cost no more than allowed.
 *
 * <p>Differences between most and fewest people are tried from the smallest on, then rooms one by
 * one, the largest first, each from its smallest possibility on; so the first split that is
 * complete is the answer. A room is tried only where the people left over can still have rooms of
 * that size within the allowed cost (their smallest total is exact, but for the order of rooms),
 * and where as many other rooms as must be of its size and adults can have ages that do not come
 * after its own.
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
  private final Map<PeopleKey, Long> possibleSums = new HashMap<>();
  private final Map<PeopleKey, Long> impossibleSums = new HashMap<>();
  private final Map<Dead, Long> dead = new HashMap<>();
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
   * @param lowestOccupancy of a room
   * @param highestOccupancy of a room
   */
  record Allowed(long sum, long withoutFree, int lowestOccupancy, int highestOccupancy) {}

  /** Returns the rooms, in descending order; one split at least is allowed. */
  List<Room> find() {
    int all = people(heads);
    for (int difference = 0; difference < all; difference++) {
      for (int most = difference + 1; most <= all; most++) {
        fewest = most - difference;
        possibleSums.clear();
        impossibleSums.clear();
        dead.clear();
        boolean isPossible = fewest * party.rooms <= all && most * party.rooms >= all;
        if (isPossible
            && canBe(heads, party.rooms, anyOf(most), totals[0])
            && chooseSize(most, most, null)) {
          return List.copyOf(rooms);
        }
      }
    }
    throw new IllegalStateException("no split is allowed: " + allowed);
  }

  private static int people(int[] headsOfTypes) {
    int people = 0;
    for (int each : headsOfTypes) {
      people += each;
    }
    return people;
  }

  private int roomsLeft() {
    return party.rooms - rooms.size();
  }

  private boolean chooseSize(int lowest, int highest, Room previous) {
    int people = people(heads);
    int left = roomsLeft();
    for (int size = Math.max(lowest, (people + left - 1) / left); size <= highest; size++) {
      if (people - size >= (left - 1) * fewest && chooseAdults(size, previous)) {
        return true;
      }
    }
    return false;
  }

  private boolean chooseAdults(int size, Room previous) {
    boolean isSameSize = previous != null && previous.heads() == size;
    int children = people(heads) - heads[Party.ADULTS];
    int most = Math.min(size, heads[Party.ADULTS] - (roomsLeft() - 1));
    most = isSameSize ? Math.min(most, previous.adults()) : most;
    for (int adults = Math.max(1, size - children); adults <= most; adults++) {
      int alike = fewestAlike(size, adults);
      if (alike >= 0) {
        boolean isBounded = isSameSize && previous.adults() == adults;
        List<Integer> bound = isBounded ? previous.childAges() : null;
        if (new AgeChoice(size, adults, bound, alike).choose(0, bound != null)) {
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

  private Limits anyOf(int most) {
    return new Limits(fewest, most, most, party.rooms);
  }

  /** Says whether people can have so many rooms within limits, next to what was chosen. */
  private boolean canBe(int[] people, int left, Limits limits, long[] chosen) {
    if (left == 0) {
      long sum = Arrays.stream(chosen).sum();
      return sum <= allowed.sum() || minimum.totalOf(chosen) <= allowed.withoutFree();
    }
    People rest = People.of(party, people, left, limits);
    return canBeWithin(rest, allowed.sum() - Arrays.stream(chosen).sum())
        || allowed.withoutFree() >= 0 && canBeWithoutFree(rest, chosen);
  }

  private boolean canBeWithoutFree(People rest, long[] chosen) {
    long limit = allowed.withoutFree();
    return minimum.leastWithoutFree(rest, chosen, limit + 1, limit) <= limit;
  }

  private boolean canBeWithin(People rest, long sum) {
    if (sum < 0) {
      return false;
    }
    List<Integer> byType = Arrays.stream(rest.heads()).boxed().toList();
    PeopleKey key = new PeopleKey(byType, rest.rooms(), rest.limits());
    if (possibleSums.getOrDefault(key, Long.MAX_VALUE) <= sum) {
      return true;
    }
    if (impossibleSums.getOrDefault(key, -1L) >= sum) {
      return false;
    }
    long found = minimum.leastSum(rest, sum, sum);
    if (found <= sum) {
      possibleSums.put(key, found);
    } else {
      impossibleSums.put(key, sum);
    }
    return found <= sum;
  }

  private boolean chooseNext(Room room) {
    if (roomsLeft() == 0) {
      return true;
    }
    Dead key = new Dead(Arrays.stream(headsOfAge).boxed().toList(), heads[Party.ADULTS], room);
    long sum = totals[rooms.size()][0];
    boolean isSumAll = allowed.withoutFree() < 0;
    if (isSumAll && dead.getOrDefault(key, Long.MAX_VALUE) <= sum) {
      return false;
    }
    if (chooseSize(fewest, room.heads(), room)) {
      return true;
    }
    if (isSumAll) {
      dead.merge(key, sum, Math::min);
    }
    return false;
  }

  /** Ages of one room whose size and adults are chosen. */
  private final class AgeChoice {

    private final int size;
    private final int adults;
    private final List<Integer> bound;
    private final int fewestAlike;
    private final List<Integer> places = new ArrayList<>();
    private final int[] room = new int[party.types()];
    private final Map<List<Integer>, Boolean> canBe = new HashMap<>();
    private int mostAlike = party.rooms;

    AgeChoice(int size, int adults, List<Integer> bound, int fewestAlike) {
      this.size = size;
      this.adults = adults;
      this.bound = bound;
      this.fewestAlike = fewestAlike;
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
      for (int place = from; place < headsOfAge.length; place++) {
        int age = party.ages[place];
        if (isAtBound && age > bound.get(child)) {
          return false;
        }
        boolean isStillAtBound = isAtBound && age == bound.get(child);
        if (headsOfAge[place] > 0 && take(place, isStillAtBound)) {
          return true;
        }
      }
      return false;
    }

    private boolean take(int place, boolean isAtBound) {
      int type = party.typeOfAge[place];
      int mostBefore = mostAlike;
      headsOfAge[place]--;
      room[type]++;
      places.add(place);
      while (!areLeftFor(mostAlike)) {
        mostAlike--;
      }
      boolean isFound =
          fewestAlike <= mostAlike
              && canBeExtended(place, size - adults - places.size())
              && choose(place, isAtBound);
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

    /** Says whether so many more children, from a place of ages on, make a room that can be. */
    private boolean canBeExtended(int from, int more) {
      int[] available = new int[party.types()];
      for (int place = from; place < headsOfAge.length; place++) {
        available[party.typeOfAge[place]] += headsOfAge[place];
      }
      return canBeFilled(available, 1, more);
    }

    private boolean canBeFilled(int[] available, int type, int more) {
      if (more == 0) {
        return canBe();
      }
      if (type == available.length) {
        return false;
      }
      int most = Math.min(more, available[type]);
      boolean isFound = false;
      for (int count = 0; count <= most && !isFound; count++) {
        room[type] += count;
        isFound = canBeFilled(available, type + 1, more - count);
        room[type] -= count;
      }
      return isFound;
    }

    private boolean canBe() {
      List<Integer> key = new ArrayList<>(room.length + 1);
      for (int each : room) {
        key.add(each);
      }
      key.add(mostAlike);
      return canBe.computeIfAbsent(key, each -> isWithinLimits() && isWithinCost());
    }

    private boolean isWithinLimits() {
      int occupancy = party.counted(room);
      return occupancy >= allowed.lowestOccupancy() && occupancy <= allowed.highestOccupancy();
    }

    private boolean isWithinCost() {
      long[] with = addRoom();
      if (with == null) {
        return false;
      }
      int[] rest = new int[room.length];
      for (int type = 0; type < rest.length; type++) {
        rest[type] = heads[type] - room[type];
      }
      Limits limits = new Limits(fewest, size, adults, mostAlike);
      return RoomSearch.this.canBe(rest, roomsLeft() - 1, limits, with);
    }

    private long[] addRoom() {
      long[] with = totals[rooms.size() + 1];
      System.arraycopy(totals[rooms.size()], 0, with, 0, with.length);
      return costs.addRoom(room, with) ? with : null;
    }

    private boolean complete() {
      if (!canBe() || addRoom() == null) {
        return false;
      }
      move(-1);
      Room made = new Room(adults, places.stream().map(place -> party.ages[place]).toList());
      rooms.add(made);
      boolean isFound = chooseNext(made);
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

  private record PeopleKey(List<Integer> heads, int rooms, Limits limits) {}

  private record Dead(List<Integer> headsOfAge, int adults, Room previous) {}
}
