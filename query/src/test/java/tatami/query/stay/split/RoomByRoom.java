package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import tatami.query.request.Guests.Room;

/**
 * Goes through every list of rooms in descending order, each once: slower than anybody could wait
 * for, yet with other ideas than the search, and for larger parties than {@link NaiveSplits}.
 */
final class RoomByRoom {

  private final RandomParty party;
  private final SplitPrices prices;
  private final StayRebate rebate;
  private final List<Integer> ages;
  private final boolean[] isTaken;
  private final List<Room> rooms = new ArrayList<>();
  private long total = PartySplits.NO_PRICE;
  private List<Room> best = List.of();

  RoomByRoom(RandomParty party, SplitPrices prices, StayRebate rebate) {
    this.party = party;
    this.prices = prices;
    this.rebate = rebate;
    ages = party.ages().stream().sorted().toList();
    isTaken = new boolean[ages.size()];
    chooseRoom(party.adults(), new long[prices.nights()]);
  }

  long total() {
    return total;
  }

  List<Room> best() {
    return best;
  }

  private void chooseRoom(int adultsLeft, long[] nights) {
    int left = party.rooms() - rooms.size();
    if (left == 0) {
      if (adultsLeft == 0 && isEveryChildTaken()) {
        judge(nights);
      }
      return;
    }
    for (int adults = 1; adults <= adultsLeft - (left - 1); adults++) {
      chooseChild(0, adults, new ArrayList<>(), adultsLeft, nights);
    }
  }

  private boolean isEveryChildTaken() {
    for (boolean each : isTaken) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  private void chooseChild(
      int from, int adults, List<Integer> chosen, int adultsLeft, long[] nights) {
    close(new Room(adults, List.copyOf(chosen)), adultsLeft, nights);
    int before = -1;
    for (int child = from; child < isTaken.length; child++) {
      if (!isTaken[child] && ages.get(child) != before) {
        before = ages.get(child);
        isTaken[child] = true;
        chosen.add(before);
        chooseChild(child + 1, adults, chosen, adultsLeft, nights);
        chosen.remove(chosen.size() - 1);
        isTaken[child] = false;
      }
    }
  }

  private void close(Room room, int adultsLeft, long[] nights) {
    boolean isInOrder =
        rooms.isEmpty() || NaiveSplits.ROOMS.compare(room, rooms.get(rooms.size() - 1)) <= 0;
    long[] with = isInOrder ? add(room, nights) : null;
    if (with != null) {
      rooms.add(room);
      chooseRoom(adultsLeft - room.adults(), with);
      rooms.remove(rooms.size() - 1);
    }
  }

  private long[] add(Room room, long[] nights) {
    List<Integer> types = new ArrayList<>();
    for (int adult = 0; adult < room.adults(); adult++) {
      types.add(0);
    }
    room.childAges().forEach(age -> types.add(party.typeOf(age)));
    types.sort(null);
    long[] with = nights.clone();
    for (int night = 0; night < with.length; night++) {
      long price = NaiveSplits.price(party, prices, night, types);
      if (price == SplitPrices.MISSING) {
        return null;
      }
      with[night] += price;
    }
    return with;
  }

  private void judge(long[] nights) {
    long found = NaiveSplits.total(nights, rebate);
    if (total == PartySplits.NO_PRICE || found < total || found == total && isBefore()) {
      total = found;
      best = List.copyOf(rooms);
    }
  }

  private boolean isBefore() {
    int order = Integer.compare(difference(rooms), difference(best));
    for (int room = 0; room < rooms.size() && order == 0; room++) {
      order = NaiveSplits.ROOMS.compare(rooms.get(room), best.get(room));
    }
    return order < 0;
  }

  private static int difference(List<Room> rooms) {
    return rooms.get(0).heads() - rooms.get(rooms.size() - 1).heads();
  }
}
