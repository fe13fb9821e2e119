package tatami.oracle.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tatami.oracle.hotel.HotelAnswer.Hint;
import tatami.oracle.hotel.HotelRequest.Budget;
import tatami.oracle.hotel.HotelRequest.Guests;
import tatami.oracle.hotel.HotelRequest.Party;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.HotelRequest.Stay;
import tatami.oracle.hotel.Matching.Match;

/** What else could be asked. */
final class HotelHints {

  private static final List<Integer> DAYS = List.of(-1, 1, -2, 2, -3, 3);
  private static final int MOST_ROOMS = 8;

  private final HotelCatalog catalog;
  private final List<Hotel> hotels;
  private final Instant now;
  private final Set<HotelBug> bugs;
  private final Sightings sightings;

  HotelHints(
      HotelCatalog catalog,
      List<Hotel> hotels,
      Instant now,
      Set<HotelBug> bugs,
      Sightings sightings) {
    this.catalog = catalog;
    this.hotels = hotels;
    this.now = now;
    this.bugs = bugs;
    this.sightings = sightings;
  }

  List<Hint> list(HotelRequest request) {
    List<Hint> hints = new ArrayList<>();
    addDates(request, hints);
    sightings.see(HotelFeature.HINT_OF_A_DATE, !hints.isEmpty());
    int rooms = request.stay().guests().roomCount();
    sightings.see(HotelFeature.HINT_OF_FEWER_ROOMS, addRooms(request, rooms - 1, hints));
    sightings.see(HotelFeature.HINT_OF_MORE_ROOMS, addRooms(request, rooms + 1, hints));
    sightings.see(HotelFeature.HINT_OF_A_BUDGET, addBudget(request, hints));
    return hints;
  }

  private void addDates(HotelRequest request, List<Hint> hints) {
    Stay stay = request.stay();
    for (int days : DAYS) {
      LocalDate day = stay.checkIn().plusDays(days);
      boolean past = day.isBefore(catalog.today(now)) || day.isBefore(catalog.firstNight());
      boolean late = day.plusDays(stay.nights()).isAfter(catalog.end());
      if (!past && !late) {
        LocalDate searched = bugs.contains(HotelBug.HINTS_STAND_STILL) ? stay.checkIn() : day;
        add("check_in=" + day, request.withStay(stay.at(searched)), hints);
      }
    }
  }

  private boolean addRooms(HotelRequest request, int rooms, List<Hint> hints) {
    Party all = everybody(request.stay().guests(), rooms);
    boolean possible = rooms >= 1 && rooms <= MOST_ROOMS && all.adults() >= rooms;
    Stay stay = request.stay().with(new Guests(null, all));
    return possible && add("rooms=" + rooms, request.withStay(stay), hints);
  }

  private static Party everybody(Guests guests, int rooms) {
    if (guests.party() != null) {
      return new Party(guests.party().adults(), guests.party().ages(), rooms);
    }
    List<Integer> ages = new ArrayList<>();
    guests.rooms().forEach(room -> ages.addAll(room.ages()));
    return new Party(guests.rooms().stream().mapToInt(Room::adults).sum(), ages, rooms);
  }

  private boolean addBudget(HotelRequest request, List<Hint> hints) {
    Budget asked = request.budget();
    if (asked == null || !matches(request).isEmpty()) {
      return false;
    }
    Budget above = new Budget(asked.min(), null);
    long smallest = Long.MAX_VALUE;
    for (Match match : matches(request.withBudget(above))) {
      smallest = Math.min(smallest, match.min());
    }
    if (smallest == Long.MAX_VALUE) {
      return false;
    }
    long shown = bugs.contains(HotelBug.BUDGET_HINT_TOO_SMALL) ? smallest - 1 : smallest;
    return add("budget=" + shown, request.withBudget(new Budget(asked.min(), smallest)), hints);
  }

  private boolean add(String change, HotelRequest changed, List<Hint> hints) {
    List<Match> matches = matches(changed);
    if (!matches.isEmpty()) {
      long min = matches.stream().mapToLong(Match::min).min().orElseThrow();
      hints.add(new Hint(change, matches.size(), min));
    }
    return !matches.isEmpty();
  }

  private List<Match> matches(HotelRequest request) {
    return new Matching(catalog, request.stay(), now, bugs, sightings)
        .matches(hotels, request.where(), request.budget());
  }
}
