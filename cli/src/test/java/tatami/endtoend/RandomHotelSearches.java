package tatami.endtoend;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.oracle.hotel.HotelAnswer;
import tatami.oracle.hotel.HotelCatalog;
import tatami.oracle.hotel.HotelFilter;
import tatami.oracle.hotel.HotelOracle;
import tatami.oracle.hotel.HotelRequest;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.HotelRequest.Budget;
import tatami.oracle.hotel.HotelRequest.Guests;
import tatami.oracle.hotel.HotelRequest.Page;
import tatami.oracle.hotel.HotelRequest.Party;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.HotelRequest.Stay;

/** Random questions about a catalog; budgets lie around totals that there are. */
final class RandomHotelSearches {

  private static final int MOST_NIGHTS = 5;

  private final HotelCatalog catalog;
  private final HotelOracle oracle;
  private final Instant now;
  private final Dice dice;

  RandomHotelSearches(HotelCatalog catalog, HotelOracle oracle, Instant now, long seed) {
    this.catalog = catalog;
    this.oracle = oracle;
    this.now = now;
    this.dice = new Dice(seed);
  }

  /** Returns the next question; of those that find nothing fewer than come up. */
  HotelQuestion next() {
    HotelRequest request = request();
    for (int trial = 0; trial < 2 && oracle.search(request, now).hits().isEmpty(); trial++) {
      request = request();
    }
    boolean dated = request.stay().checkIn() != null;
    int kind = dice.between(1, 100);
    if (!dated || kind <= 64) {
      return new HotelQuestion.Search(request);
    }
    if (kind <= 76) {
      return calendar(request);
    }
    List<String> keys = oracle.hotelCodes();
    boolean one = kind <= 88 && !keys.isEmpty();
    HotelRequest tight = dice.chance(0.3) ? request.withBudget(tightBudget()) : request;
    return new HotelQuestion.WhyNot(tight, one ? dice.of(keys) : null);
  }

  /** A budget within which there is little or nothing. */
  private Budget tightBudget() {
    return dice.of(new Budget(null, 10L), new Budget(30L, 31L), new Budget(null, 45L));
  }

  private HotelQuestion calendar(HotelRequest request) {
    LocalDate last = catalog.end().minusDays(request.stay().nights());
    LocalDate from = request.stay().checkIn();
    LocalDate to = from.plusDays(dice.between(0, 9));
    HotelRequest plain =
        new HotelRequest(request.stay(), request.where(), request.budget(), Page.PLAIN);
    return new HotelQuestion.Calendar(plain, from, to.isAfter(last) ? last : to);
  }

  private HotelRequest request() {
    HotelRequest plain = new HotelRequest(stay(), where(), null, Page.PLAIN);
    HotelRequest limited = dice.chance(0.3) ? plain.withBudget(budget(plain)) : plain;
    return new HotelRequest(limited.stay(), limited.where(), limited.budget(), page(limited));
  }

  private Stay stay() {
    Guests guests = guests();
    if (dice.chance(0.14)) {
      return new Stay(null, 1, guests);
    }
    LocalDate today = catalog.today(now);
    LocalDate first = today.isBefore(catalog.firstNight()) ? catalog.firstNight() : today;
    int left = (int) (catalog.end().toEpochDay() - first.toEpochDay());
    int ahead = dice.chance(0.7) ? Math.min(left, 6) : left;
    int start = dice.between(0, ahead - 1);
    int most = Math.min(MOST_NIGHTS, left - start);
    boolean one = dice.chance(guests.party() == null ? 0.35 : 0.1);
    return new Stay(first.plusDays(start), one ? 1 : dice.between(1, most), guests);
  }

  private Guests guests() {
    int kind = dice.between(1, 10);
    if (kind <= 5) {
      return new Guests(List.of(room(dice.of(1, 2, 2, 2, 3, 4))), null);
    }
    if (kind <= 7) {
      List<Room> rooms = new ArrayList<>();
      int count = dice.between(2, 3);
      for (int room = 0; room < count; room++) {
        rooms.add(room(dice.of(1, 1, 2)));
      }
      return new Guests(rooms, null);
    }
    int adults = dice.between(1, 5);
    List<Integer> ages = ages(Math.min(3, 6 - adults));
    return new Guests(null, new Party(adults, ages, dice.between(1, Math.min(3, adults))));
  }

  private Room room(int adults) {
    return new Room(adults, dice.chance(0.4) ? ages(2) : List.of());
  }

  private List<Integer> ages(int most) {
    List<Integer> ages = new ArrayList<>();
    int count = dice.between(0, most);
    for (int child = 0; child < count; child++) {
      ages.add(dice.chance(0.2) ? dice.between(0, 17) : dice.of(1, 4, 4, 7, 10));
    }
    return ages;
  }

  private Budget budget(HotelRequest request) {
    List<HotelAnswer.Hit> hits = oracle.search(request, now).hits();
    List<Long> totals = new ArrayList<>(List.of(80L, 120L));
    for (HotelAnswer.Hit hit : hits) {
      if (hit.min() != null) {
        totals.addAll(List.of(hit.min(), hit.max()));
      }
    }
    long middle = Math.max(0, dice.of(totals) + dice.of(0, 0, 0, -1, 1));
    return switch (dice.between(0, 2)) {
      case 0 -> new Budget(middle, null);
      case 1 -> new Budget(null, middle);
      default -> new Budget(middle, middle + dice.of(0, 10, 100));
    };
  }

  private Page page(HotelRequest request) {
    List<String> sorts = new ArrayList<>(List.of("recommended", "price", "-price", "rating"));
    if (request.where().containsKey(HotelFilter.ABOUT.word())) {
      sorts.add("relevance");
    }
    if (request.where().get(HotelFilter.SPOT.word()) instanceof Asked.Near) {
      sorts.addAll(List.of("distance", "distance", "distance"));
    }
    List<String> facets = new ArrayList<>(List.of("price"));
    for (HotelFilter filter : HotelFilter.values()) {
      if (HotelRequestJson.hasFacet(filter)) {
        facets.add(filter.word());
      }
    }
    return new Page(
        dice.chance(0.4) ? null : dice.of(sorts),
        dice.of(1, 2, 3, 5, 20),
        dice.of(1, 2, 3, 3, 10),
        dice.chance(0.5) ? dice.some(facets, 4) : List.of(),
        dice.chance(0.12));
  }

  private Map<String, Asked> where() {
    Map<String, Asked> where = new HashMap<>();
    int filters = dice.of(0, 0, 0, 1, 1, 2);
    for (int at = 0; at < filters; at++) {
      HotelFilter filter = dice.chance(0.15) ? HotelFilter.SPOT : dice.of(HotelFilter.values());
      where.put(filter.word(), asked(filter));
    }
    return where;
  }

  private Asked asked(HotelFilter filter) {
    return switch (filter) {
      case AREA -> anyOf("North", "South", "North/Mill", "South/Pier 5~16", "Lake~01", "nowhere");
      case KIND -> anyOf("ryokan", "Ryokan", "hotel", "tent", "hostel");
      case AMENITY -> tags("bath", "wifi", "Wifi", "sauna");
      case RATING -> range("3", "3.5", "3.75", "4", "4.25");
      case SPOT -> place();
      case ABOUT -> words("sea", "ＩＮＮ", "うみ", "ホテル mill", "\"sea inn\"", "pier", "e");
      case WING -> anyOf("east", "west", "east/1", "west/2~13", "annexe", "north");
      case MEAL -> anyOf("breakfast", "half board", "none", "buffet", "lunch");
      case MARK -> tags("eco", "last minute", "green");
      case SPACE -> range("18", "20", "20.5", "33");
      case OFFERED -> words("sea", "TWIN", "朝食", "bird west", "twin");
    };
  }

  private Asked anyOf(String... values) {
    List<String> some = dice.some(List.of(values), 3);
    return new Asked.AnyOf(some.isEmpty() ? List.of(values[0]) : some);
  }

  private Asked tags(String... values) {
    List<String> all = List.of(values);
    return new Asked.Tags(
        dice.chance(0.5) ? dice.some(all, 2) : List.of(),
        dice.chance(0.4) ? dice.some(all, 2) : List.of(),
        dice.chance(0.4) ? dice.some(all, 2) : List.of());
  }

  private Asked range(String... edges) {
    int low = dice.between(0, edges.length - 1);
    int high = dice.between(low, edges.length - 1);
    return switch (dice.between(0, 2)) {
      case 0 -> new Asked.Range(new BigDecimal(edges[low]), null);
      case 1 -> new Asked.Range(null, new BigDecimal(edges[high]));
      default -> new Asked.Range(new BigDecimal(edges[low]), new BigDecimal(edges[high]));
    };
  }

  private Asked words(String... typed) {
    return new Asked.Words(dice.of(typed));
  }

  private Asked place() {
    if (dice.chance(0.5)) {
      return new Asked.Near(35, dice.of(139.0, 179.95), new BigDecimal(dice.of("1", "2", "20")));
    }
    return dice.chance(0.5)
        ? new Asked.Within(35, 139, 35.01, 179.95)
        : new Asked.Within(-35, 179, 35, -179);
  }
}
