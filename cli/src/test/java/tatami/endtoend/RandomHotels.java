package tatami.endtoend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tatami.oracle.hotel.Duplicates;
import tatami.oracle.hotel.HotelCatalog;
import tatami.oracle.hotel.PriceModel;
import tatami.oracle.hotel.StayRule;

/**
 * A small catalog of hotels with its feeds, all of it from a seed. Numbers are few and small, so
 * that totals tie and rules meet each other; most rules are rare, so that most stays are possible.
 */
final class RandomHotels {

  private static final List<String> ZONES =
      List.of("Asia/Tokyo", "Europe/London", "America/New_York", "Pacific/Auckland", "UTC");
  private static final List<PriceModel> MODELS =
      List.of(
          PriceModel.PERSON, PriceModel.ROOM, PriceModel.UNIT, PriceModel.PERSON, PriceModel.ROOM);
  private static final List<String> HOTEL_CODES =
      List.of("h1", "h10", "h2", "H3", "h-4", "h_4", "é5", "旅6", "ホテル7", "x 8", "9", "10", "Z");
  private static final List<String> CLASSES =
      List.of("adult", "child_a", "child_b", "child_c", "child_d", "infant");
  private static final List<String> TIMES =
      List.of("00:00", "02:30", "09:00", "12:00", "18:30", "23:59");

  private final Dice dice;
  private final long seed;
  private final HotelCatalog catalog;
  private final HotelFeeds feeds;
  private final List<String> policies;
  private final List<Instant> closes = new ArrayList<>();
  private final List<Instant> moments = new ArrayList<>();

  RandomHotels(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.catalog = makeCatalog();
    this.feeds = new HotelFeeds(catalog.firstNight().toString());
    this.policies = List.of("p0", "p1", "p2", "p3").subList(0, dice.between(1, 4));
    policies.forEach(this::addPolicy);
    HOTEL_CODES.subList(0, dice.between(1, 12)).forEach(this::addHotel);
    new FeedMess(dice, feeds).make();
    addMoments();
  }

  long seed() {
    return seed;
  }

  HotelCatalog catalog() {
    return catalog;
  }

  HotelFeeds feeds() {
    return feeds;
  }

  /** Returns the instants at which searches are asked, the build's first. */
  List<Instant> moments() {
    return List.copyOf(moments);
  }

  private HotelCatalog makeCatalog() {
    ZoneId zone = ZoneId.of(dice.of(ZONES));
    LocalDate first =
        dice.of(LocalDate.of(2027, 3, 11), LocalDate.of(2026, 10, 22), LocalDate.of(2027, 2, 26));
    Set<StayRule> rules = EnumSet.allOf(StayRule.class);
    if (dice.chance(0.3)) {
      rules.removeIf(rule -> dice.chance(0.3));
    }
    Map<String, Duplicates> duplicates = new TreeMap<>();
    for (String feed : HotelFeeds.COLUMNS.keySet()) {
      if (dice.chance(0.5)) {
        duplicates.put(feed, dice.of(Duplicates.values()));
      }
    }
    LocalTime built = LocalTime.parse(dice.of("00:00", "08:59", "23:30"));
    return new HotelCatalog(
        "random_" + seed,
        zone,
        first,
        dice.between(5, 25),
        ZonedDateTime.of(first, built, zone).toInstant(),
        MODELS.get((int) Math.floorMod(seed, (long) MODELS.size())),
        rules,
        duplicates);
  }

  /** The second moment is a time of day, or stands where sales close: on the minute or before. */
  private void addMoments() {
    moments.add(catalog.builtAt());
    ZoneId zone = ZoneId.of(dice.of(ZONES));
    LocalDate day = catalog.firstNight().plusDays(dice.between(1, 3));
    Instant moment = ZonedDateTime.of(day, LocalTime.parse(dice.of(TIMES)), zone).toInstant();
    if (!closes.isEmpty() && dice.chance(0.8)) {
      moment = dice.of(closes).minusSeconds(dice.of(0, 0, 60));
    }
    moments.add(moment);
  }

  /** Notes when a plan is sold no more for an early check-in, if that is after the build. */
  private void addClose(Map<String, String> plan, String hotelZone) {
    if (!plan.get("close_days").isEmpty()) {
      String time = plan.get("close_time").isEmpty() ? "00:00" : plan.get("close_time");
      boolean own = catalog.has(StayRule.PROPERTY_ZONES) && !hotelZone.isEmpty();
      LocalDate checkIn = catalog.firstNight().plusDays(dice.between(1, 4));
      LocalDate day = checkIn.minusDays(Integer.parseInt(plan.get("close_days")));
      ZoneId zone = own ? ZoneId.of(hotelZone) : catalog.zone();
      Instant close = ZonedDateTime.of(day, LocalTime.parse(time), zone).toInstant();
      if (close.minusSeconds(60).isAfter(catalog.builtAt())
          && catalog.today(close).isBefore(catalog.end())) {
        closes.add(close);
      }
    }
  }

  private void addHotel(String code) {
    Map<String, String> row = new HashMap<>();
    row.put("hotel_code", code);
    row.put("title", dice.orAbsent(0.1, "Sea Inn", "sea view", "海の宿", "ホテル・ミル", "Inn"));
    row.put("region", dice.orAbsent(0.15, "North", "South"));
    row.put("city", dice.orAbsent(0.15, "Mill", "Pier 5/6", "Lake~1"));
    row.put("kind", dice.orAbsent(0.15, "ryokan", "Ryokan", "hotel"));
    row.put(
        "amenities", String.join("|", dice.some(List.of("bath", "wifi", "Wifi", "", "wifi"), 4)));
    row.put("rating", dice.orAbsent(0.2, "3", "3.5", "4", "4.25"));
    row.put("latitude", dice.orAbsent(0.1, "35", "35.01", "-35"));
    row.put("longitude", dice.orAbsent(0.1, "139", "179.95", "-179.95"));
    row.put("rank", dice.orAbsent(0.2, 1, 2, 3));
    row.put("zone", dice.orAbsent(0.3, ZONES.toArray()));
    row.put("gone", dice.orAbsent(0.95, "2026-01-01"));
    feeds.add("hotel", row);
    List<String> rooms = new ArrayList<>();
    int roomTypes = dice.between(1, 3);
    for (int at = 1; at <= roomTypes; at++) {
      rooms.add("r" + at);
      addRoom(code, "r" + at);
    }
    addHotelDays(code);
    int plans = dice.between(0, 4);
    for (int at = 1; at <= plans; at++) {
      addPlan(row, dice.of("p", "P", "ü") + at, rooms);
    }
  }

  private void addRoom(String hotel, String room) {
    Map<String, String> row = new HashMap<>(Map.of("hotel_code", hotel, "room_code", room));
    row.put("room_title", dice.orAbsent(0.1, "twin", "TWIN west", "和室"));
    row.put("building", dice.orAbsent(0.2, "east", "west"));
    row.put("floor", dice.orAbsent(0.2, "1", "2/3"));
    row.put("room_size", dice.orAbsent(0.2, "18", "20.5", "33"));
    feeds.add("room", row);
    for (LocalDate day : days()) {
      if (dice.chance(0.93)) {
        Map<String, String> cell = new HashMap<>(row);
        cell.put("day", day.toString());
        cell.put("rooms", dice.orAbsent(0.03, 0, 1, 2, 2, 2, 3, 3, 3, 4, 4));
        cell.put("stop_sell", rarely(0.04));
        cell.put("departure_closed", rarely(0.04));
        feeds.add("stock", cell);
      }
    }
  }

  private String rarely(double probability) {
    return dice.chance(probability) ? "true" : dice.of("", "false");
  }

  /** Returns the horizon's days and some around it. */
  private List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    for (int day = -1; day <= catalog.nights() + 1; day++) {
      days.add(catalog.firstNight().plusDays(day));
    }
    return days;
  }

  private void addHotelDays(String hotel) {
    for (LocalDate day : days()) {
      if (dice.chance(0.2)) {
        Map<String, String> cell = new HashMap<>();
        cell.put("hotel_code", hotel);
        cell.put("day", day.toString());
        cell.put("closed", rarely(0.2));
        cell.put("arrival_closed", rarely(0.2));
        cell.put("departure_closed", rarely(0.2));
        feeds.add("hotel_day", cell);
      }
    }
  }

  private void addPlan(Map<String, String> ofHotel, String plan, List<String> rooms) {
    String hotel = ofHotel.get("hotel_code");
    Map<String, String> row = new HashMap<>(Map.of("hotel_code", hotel, "plan_code", plan));
    row.put("plan_title", dice.orAbsent(0.1, "sea dinner", "early bird", "朝食付き"));
    row.put("meal", dice.orAbsent(0.15, "breakfast", "half board", "none"));
    row.put("plan_tags", String.join("|", dice.some(List.of("eco", "last minute", "eco"), 3)));
    row.put("child_policy", dice.orAbsent(0.12, policies.toArray()));
    if (dice.chance(0.03)) {
      row.put("child_policy", "lost");
    }
    addWindow(row, "sale_from", "sale_to", -2, 6);
    addWindow(row, "stay_from", "stay_to", -3, catalog.nights() + 3);
    row.put("min_nights", dice.orAbsent(0.8, 0, 1, 2, 3));
    row.put("max_nights", dice.orAbsent(0.8, 2, 3, 4, 400));
    row.put("min_through", dice.orAbsent(0.9, 1, 2));
    row.put("max_through", dice.orAbsent(0.9, 2, 3, 5));
    row.put("min_guests", dice.orAbsent(0.7, 1, 1, 2));
    row.put("max_guests", dice.orAbsent(0.3, 2, 3, 4, 6));
    row.put("close_days", dice.orAbsent(0.7, 0, 0, 1, 2, 4));
    row.put("close_time", dice.orAbsent(0.3, TIMES.toArray()));
    row.put("advance_min", dice.orAbsent(0.9, 0, 1, 2));
    row.put("advance_max", dice.orAbsent(0.93, 3, 5, 10));
    feeds.add("plan", row);
    addClose(row, ofHotel.get("zone"));
    addPlanDays(row);
    addRebates(row);
    for (String room : rooms) {
      if (dice.chance(0.75)) {
        row.put("room_code", room);
        feeds.add("plan_room", row);
        new RandomPrices(dice, catalog, feeds).add(row, days());
      }
    }
  }

  private void addWindow(Map<String, String> row, String from, String to, int first, int last) {
    LocalDate start = catalog.firstNight();
    int middle = dice.between(first, last);
    if (dice.chance(0.15)) {
      row.put(from, start.plusDays(dice.between(first, middle)).toString());
    }
    if (dice.chance(0.15)) {
      row.put(to, start.plusDays(dice.between(middle, last)).toString());
    }
  }

  private void addPlanDays(Map<String, String> plan) {
    for (LocalDate day : days()) {
      if (dice.chance(0.25)) {
        Map<String, String> cell = new HashMap<>();
        cell.put("hotel_code", plan.get("hotel_code"));
        cell.put("plan_code", plan.get("plan_code"));
        cell.put("day", day.toString());
        cell.put("stop_sell", rarely(0.08));
        cell.put("arrival_closed", rarely(0.1));
        cell.put("min_nights", dice.orAbsent(0.7, 1, 1, 2, 3));
        cell.put("max_nights", dice.orAbsent(0.7, 0, 1, 2, 3, 999));
        cell.put("min_through", dice.orAbsent(0.75, 1, 2, 3));
        cell.put("max_through", dice.orAbsent(0.85, 1, 2, 4));
        cell.put("pattern", dice.orAbsent(0.7, "1", "01", "110", "1011", "11111111"));
        feeds.add("plan_day", cell);
      }
    }
  }

  private void addRebates(Map<String, String> plan) {
    int rules = dice.chance(0.6) ? dice.between(1, 3) : 0;
    for (int rule = 1; rule <= rules; rule++) {
      Map<String, String> row = new HashMap<>();
      row.put("hotel_code", plan.get("hotel_code"));
      row.put("plan_code", plan.get("plan_code"));
      row.put("rule", String.valueOf(rule));
      row.put("from_nights", dice.orAbsent(0.03, 1, 2, 2, 3, 4, 0));
      int kind = dice.of(0, 1, 2, 2);
      row.put(
          "percent", kind == 0 ? dice.of("10", "12.5", "33.33", "100", "0", "100.5", "1.125") : "");
      row.put("rebate_yen", kind == 1 ? dice.of("5", "10", "1000") : "");
      row.put("free_every", kind == 2 ? dice.of("1", "2", "2", "3", "0") : "");
      if (dice.chance(0.05)) {
        row.put("rebate_yen", "1");
      }
      feeds.add("long_stay", row);
    }
  }

  private void addPolicy(String policy) {
    int age = dice.chance(0.15) ? dice.between(1, 3) : 0;
    for (int band = 1; age <= 17 && band <= 5; band++) {
      int last = age + dice.between(1, 6);
      Map<String, String> row = new HashMap<>(Map.of("policy_code", policy));
      row.put("band", String.valueOf(band));
      row.put("age_from", String.valueOf(dice.chance(0.03) ? last + 1 : age));
      row.put("age_to", last > 14 && dice.chance(0.5) ? "" : String.valueOf(last));
      row.put("person_class", dice.chance(0.03) ? "pet" : dice.of(CLASSES));
      row.put("counts", dice.of("", "true", "true", "false"));
      row.put("share", dice.orAbsent(0.6, "50", "33.33", "70", "0", "120"));
      row.put("band_yen", row.get("share").isEmpty() ? dice.orAbsent(0.6, 0, 15, 20) : "");
      if (dice.chance(0.03)) {
        row.put("share", dice.of("12.345", "50"));
        row.put("band_yen", "10");
      }
      feeds.add("child_policy", row);
      age = dice.chance(0.6) ? last + 1 : last + dice.between(-2, 3);
    }
  }
}
