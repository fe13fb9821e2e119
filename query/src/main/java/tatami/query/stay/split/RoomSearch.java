package tatami.query.stay.split;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tatami.query.request.Guests.Room;
import tatami.query.stay.split.People.Limits;

/**
 * Finds the first split, in the order of ties, among those that cost no more than allowed.
 *
 * <p>Differences between most and fewest people are tried from the smallest on, then rooms one by
 * one, the largest first, each from its smallest possibility on; so the first split that is
 * complete is the answer. A room grows number by number, head by head ({@link AgeChoice}): at every
 * step it is asked whether what is chosen of it and of the rooms before can still become a split
 * within the allowed cost, and whether as many other rooms as must be of its size and adults can
 * have ages that do not come after its own ({@link NextRoomCheck}). Ways of occupancies that fail
 * at a step are not asked again at the steps within it.
 */
final class RoomSearch {

  private final Party party;
  private final AllowedCost allowed;
  private final int[] heads;
  private final int[] headsOfAge;
  private final long[][] totals;
  private final List<Room> rooms = new ArrayList<>();
  private final Map<LongBuffer, Long> dead = new HashMap<>();
  private int fewest;

  RoomSearch(Party party, AllowedCost allowed) {
    this.party = party;
    this.allowed = allowed;
    heads = party.heads.clone();
    headsOfAge = party.headsOfAge.clone();
    totals = new long[party.rooms + 1][allowed.costs().nights()];
  }

  /**
   * Returns the rooms, in descending order; one split at least is allowed.
   *
   * @param of ways to write those who count
   */
  List<Room> find(List<Occupancies> of) {
    People people = everybody(Limits.NONE);
    List<Occupancies> ways = of.stream().filter(way -> allowed.allows(people, way)).toList();
    int all = people.counted() + people.uncounted();
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

  private People everybody(Limits limits) {
    return People.of(party, heads, roomsLeft(), limits);
  }

  private boolean canBe(List<Occupancies> ways, int most) {
    People people = everybody(new Limits(fewest, most));
    boolean isAllCounted = people.uncounted() == 0;
    for (Occupancies way : ways) {
      boolean isOfSize = way.most() == most && way.fewest() == fewest;
      if ((isOfSize || !isAllCounted) && allowed.allows(people, way)) {
        return true;
      }
    }
    return false;
  }

  private int roomsLeft() {
    return party.rooms - rooms.size();
  }

  private boolean chooseSize(int lowest, int highest, Room previous, List<Occupancies> ways) {
    int people = IntStream.of(heads).sum();
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
    int children = IntStream.of(heads).sum() - heads[Party.ADULTS];
    int most = Math.min(size, heads[Party.ADULTS] - (roomsLeft() - 1));
    most = isSameSize ? Math.min(most, previous.adults()) : most;
    int fewestAdults = Math.max(1, size - children);
    long[] spent = totals[rooms.size()];
    People everybody = everybody(new Limits(fewest, size));
    NextRoomCheck ofSize = NextRoomCheck.of(allowed, spent, everybody, ways);
    if (!ofSize.canHaveAdults(fewestAdults, most)) {
      return false;
    }
    for (int adults = fewestAdults; adults <= most; adults++) {
      NextRoomCheck check = ofSize.withAdults(adults);
      boolean isBounded = isSameSize && previous.adults() == adults;
      List<Integer> bound = isBounded ? previous.childAges() : null;
      if (check.canHaveAdults(adults, adults)
          && new AgeChoice(party, headsOfAge, check, chosen -> chooseRest(chosen, check))
              .find(adults, size - adults, bound)) {
        return true;
      }
    }
    return false;
  }

  /** Says whether there are rooms for all others behind a room that is chosen. */
  private boolean chooseRest(AgeChoice chosen, NextRoomCheck check) {
    long[] with = totals[rooms.size() + 1];
    System.arraycopy(totals[rooms.size()], 0, with, 0, with.length);
    if (!allowed.costs().addRoom(chosen.heads(), with)) {
      return false;
    }
    move(chosen.heads(), -1);
    Room room = chosen.room();
    rooms.add(room);
    boolean isFound = chooseNext(room, check.waysBehind(party.counted(chosen.heads())));
    if (!isFound) {
      rooms.remove(rooms.size() - 1);
    }
    move(chosen.heads(), 1);
    return isFound;
  }

  private void move(int[] room, int sign) {
    for (int type = 0; type < room.length; type++) {
      heads[type] += sign * room[type];
    }
  }

  private boolean chooseNext(Room room, List<Occupancies> ways) {
    if (roomsLeft() == 0) {
      return true;
    }
    LongBuffer state = stateBehind(room);
    long sum = LongStream.of(totals[rooms.size()]).sum();
    if (dead.getOrDefault(state, Long.MAX_VALUE) <= sum) {
      return false;
    }
    if (chooseSize(fewest, room.heads(), room, ways)) {
      return true;
    }
    dead.merge(state, sum, Math::min);
    return false;
  }

  /**
   * Returns who is left over, the room that none of theirs may come before, and where nights matter
   * one by one what was spent: all that their rooms depend on but the sum that was spent, which
   * leaves the less the larger it is.
   */
  private LongBuffer stateBehind(Room room) {
    LongStream left =
        IntStream.concat(IntStream.of(headsOfAge), IntStream.of(heads)).asLongStream();
    LongStream last =
        IntStream.concat(
                IntStream.of(room.adults()), room.childAges().stream().mapToInt(Integer::intValue))
            .asLongStream();
    LongStream spent =
        allowed.isNightly() ? LongStream.of(totals[rooms.size()]) : LongStream.empty();
    return LongBuffer.wrap(LongStream.concat(left, LongStream.concat(last, spent)).toArray());
  }
}
