package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tatami.query.request.Guests.Room;

/** Goes through every way to put every person into every room. */
final class NaiveSplits {

  private static final Comparator<List<Integer>> NUMBERS =
      (left, right) -> {
        for (int index = 0; index < Math.min(left.size(), right.size()); index++) {
          if (!left.get(index).equals(right.get(index))) {
            return Integer.compare(left.get(index), right.get(index));
          }
        }
        return Integer.compare(left.size(), right.size());
      };

  /** The order of rooms. */
  static final Comparator<Room> ROOMS =
      Comparator.comparingInt(Room::heads)
          .thenComparingInt(Room::adults)
          .thenComparing(Room::childAges, NUMBERS);

  private final RandomParty party;
  private final SplitPrices prices;
  private final StayRebate rebate;
  private final int minimum;
  private final int maximum;
  private final int[] adults;
  private final List<List<Integer>> ages = new ArrayList<>();
  private boolean isLegal;
  private long total = PartySplits.NO_PRICE;
  private List<Room> best = List.of();

  NaiveSplits(RandomParty party, SplitPrices prices, StayRebate rebate, int minimum, int maximum) {
    this.party = party;
    this.prices = prices;
    this.rebate = rebate;
    this.minimum = minimum;
    this.maximum = maximum;
    adults = new int[party.rooms()];
    for (int room = 0; room < party.rooms(); room++) {
      ages.add(new ArrayList<>());
    }
    placeAdults(0, party.adults());
  }

  boolean isLegal() {
    return isLegal;
  }

  long total() {
    return total;
  }

  List<Room> best() {
    return best;
  }

  private void placeAdults(int room, int left) {
    if (room == adults.length - 1) {
      if (left > 0) {
        adults[room] = left;
        placeChild(0);
      }
      return;
    }
    for (int count = 1; count < left; count++) {
      adults[room] = count;
      placeAdults(room + 1, left - count);
    }
  }

  private void placeChild(int child) {
    if (child == party.ages().size()) {
      judge();
      return;
    }
    for (List<Integer> room : ages) {
      room.add(party.ages().get(child));
      placeChild(child + 1);
      room.remove(room.size() - 1);
    }
  }

  private void judge() {
    long[] totals = new long[prices.nights()];
    boolean isPriced = true;
    for (int room = 0; room < adults.length; room++) {
      List<Integer> types = types(room);
      long counted = types.stream().filter(party::counts).count();
      if (counted < minimum || counted > maximum) {
        return;
      }
      for (int night = 0; night < totals.length; night++) {
        long price = price(party, prices, night, types);
        isPriced &= price >= 0;
        totals[night] += price;
      }
    }
    isLegal = true;
    if (isPriced) {
      take(total(totals), rooms());
    }
  }

  private List<Integer> types(int room) {
    List<Integer> types = new ArrayList<>();
    for (int adult = 0; adult < adults[room]; adult++) {
      types.add(0);
    }
    ages.get(room).forEach(age -> types.add(party.typeOf(age)));
    types.sort(null);
    return types;
  }

  /** Returns what a room of some types, ascending, costs a night, or that it is missing. */
  static long price(RandomParty party, SplitPrices prices, int night, List<Integer> types) {
    int counted = (int) types.stream().filter(party::counts).count();
    List<Long> parts = new ArrayList<>();
    if (prices instanceof SplitPrices.PerHead perHead) {
      types.forEach(type -> parts.add(perHead.head(night, counted, type)));
    } else if (prices instanceof SplitPrices.PerRoom perRoom) {
      parts.add(perRoom.room(night, Math.min(counted, perRoom.largestOccupancy())));
      types.stream()
          .filter(party::counts)
          .skip(perRoom.largestOccupancy())
          .forEach(type -> parts.add(perRoom.extra(night, type)));
    }
    return parts.contains(SplitPrices.MISSING)
        ? SplitPrices.MISSING
        : parts.stream().mapToLong(Long::longValue).sum();
  }

  private long total(long[] totals) {
    return total(totals, rebate);
  }

  /** Returns what is left of nightly totals. */
  static long total(long[] totals, StayRebate rebate) {
    long sum = Arrays.stream(totals).sum();
    long free = Arrays.stream(totals).sorted().limit(rebate.freeNights()).sum();
    return Math.min(rebate.ofSum(sum), sum - free);
  }

  private List<Room> rooms() {
    List<Room> rooms = new ArrayList<>();
    for (int room = 0; room < adults.length; room++) {
      rooms.add(new Room(adults[room], ages.get(room).stream().sorted().toList()));
    }
    rooms.sort(ROOMS.reversed());
    return rooms;
  }

  private void take(long newTotal, List<Room> rooms) {
    if (total == PartySplits.NO_PRICE
        || newTotal < total
        || newTotal == total && comesBefore(rooms)) {
      total = newTotal;
      best = rooms;
    }
  }

  private boolean comesBefore(List<Room> rooms) {
    if (difference(rooms) != difference(best)) {
      return difference(rooms) < difference(best);
    }
    for (int room = 0; room < rooms.size(); room++) {
      int order = ROOMS.compare(rooms.get(room), best.get(room));
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  private static int difference(List<Room> rooms) {
    return rooms.get(0).heads() - rooms.get(rooms.size() - 1).heads();
  }
}
