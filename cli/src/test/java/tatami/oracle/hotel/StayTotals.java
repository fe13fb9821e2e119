package tatami.oracle.hotel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import tatami.oracle.hotel.HotelRequest.Guests;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.Offer.Rebate;

/** What a stay costs in the cheapest way to sleep. */
final class StayTotals {

  private final RoomPrices prices;
  private final Set<HotelBug> bugs;
  private final Set<HotelFeature> seen;

  StayTotals(HotelCatalog catalog, Set<HotelBug> bugs, Set<HotelFeature> seen) {
    this.prices = new RoomPrices(catalog, bugs, seen);
    this.bugs = bugs;
    this.seen = seen;
  }

  private record Split(List<Room> rooms, long total, long comparedBy) {}

  /** Returns the total of a stay that no rule but those on people and prices can forbid. */
  Judgement judge(Offer offer, Guests guests, List<LocalDate> nights, boolean withRebates) {
    List<List<Room>> legal = legalSplits(offer, guests);
    if (legal.isEmpty()) {
      return Judgement.no(WhyNotCode.PARTY);
    }
    List<Split> priced = new ArrayList<>();
    for (List<Room> rooms : legal) {
      List<Long> nightly = nightly(offer, rooms, nights);
      if (nightly != null) {
        long sum = nightly.stream().mapToLong(Long::longValue).sum();
        long total = withRebates ? rebated(offer, nightly, rooms.size()) : sum;
        priced.add(
            new Split(rooms, total, bugs.contains(HotelBug.SPLITS_BEFORE_REBATES) ? sum : total));
      }
    }
    if (priced.isEmpty()) {
      return Judgement.no(WhyNotCode.NO_PRICE);
    }
    Split best = best(priced);
    return new Judgement(null, best.total(), best.total(), best.rooms());
  }

  private List<List<Room>> legalSplits(Offer offer, Guests guests) {
    List<List<Room>> splits =
        guests.party() == null
            ? List.of(guests.rooms())
            : RoomSplits.all(guests.party(), bugs.contains(HotelBug.CHILDREN_ALONE));
    return splits.stream()
        .filter(rooms -> rooms.stream().allMatch(room -> prices.fits(offer, room)))
        .toList();
  }

  private List<Long> nightly(Offer offer, List<Room> rooms, List<LocalDate> nights) {
    List<Long> nightly = new ArrayList<>();
    for (LocalDate night : nights) {
      long sum = 0;
      for (Room room : rooms) {
        Long price = prices.price(offer, room, night);
        if (price == null) {
          return null;
        }
        sum += price;
      }
      nightly.add(sum);
    }
    return nightly;
  }

  private Split best(List<Split> priced) {
    Split best = priced.get(0);
    for (Split each : priced.subList(1, priced.size())) {
      int order = Long.compare(each.comparedBy(), best.comparedBy());
      if (order != 0) {
        seen.add(HotelFeature.SPLIT_BY_PRICE);
      } else {
        order = compareTied(each.rooms(), best.rooms());
      }
      best = order < 0 ? each : best;
    }
    return best;
  }

  private int compareTied(List<Room> left, List<Room> right) {
    int order = Integer.compare(RoomSplits.unevenness(left), RoomSplits.unevenness(right));
    if (order != 0) {
      seen.add(HotelFeature.SPLIT_TIE_BY_EVENNESS);
      return bugs.contains(HotelBug.UNEVEN_SPLIT) ? -order : order;
    }
    seen.add(HotelFeature.SPLIT_TIE_BY_ROOMS);
    int last = RoomSplits.LEXICOGRAPHIC.compare(left, right);
    return bugs.contains(HotelBug.LARGEST_SPLIT) ? -last : last;
  }

  private long rebated(Offer offer, List<Long> nightly, int rooms) {
    List<Long> results = new ArrayList<>();
    for (Rebate rebate : offer.rebates()) {
      if (nightly.size() >= rebate.fromNights()) {
        results.add(rebated(rebate, nightly, rooms));
      }
    }
    if (results.isEmpty()) {
      return nightly.stream().mapToLong(Long::longValue).sum();
    }
    if (results.stream().distinct().count() > 1) {
      seen.add(HotelFeature.REBATES_THAT_COMPETE);
    }
    return bugs.contains(HotelBug.WORST_REBATE)
        ? Collections.max(results)
        : Collections.min(results);
  }

  private long rebated(Rebate rebate, List<Long> nightly, int rooms) {
    long sum = nightly.stream().mapToLong(Long::longValue).sum();
    if (rebate.share() != null) {
      seen.add(HotelFeature.REBATE_OF_SHARE);
      long half = bugs.contains(HotelBug.CUTS_REBATES) ? 0 : 5_000;
      return (sum * (10_000 - rebate.share()) + half) / 10_000;
    }
    if (rebate.amount() != null) {
      seen.add(HotelFeature.REBATE_OF_AMOUNT);
      return Math.max(0, sum - rebate.amount() * nightly.size() * rooms);
    }
    seen.add(HotelFeature.REBATE_OF_FREE_NIGHTS);
    List<Long> cheapestFirst = new ArrayList<>(nightly);
    Collections.sort(cheapestFirst);
    if (bugs.contains(HotelBug.DEAREST_NIGHTS_FREE)) {
      Collections.reverse(cheapestFirst);
    }
    for (int free = 0; free < nightly.size() / rebate.freeEvery(); free++) {
      sum -= cheapestFirst.get(free);
    }
    return sum;
  }
}
