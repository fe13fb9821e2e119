package tatami.endtoend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tatami.oracle.hotel.HotelCatalog;
import tatami.oracle.hotel.PriceModel;
import tatami.oracle.hotel.StayRule;

/**
 * A scene that somebody drew: grids of nights, lists of plans and policies, and what is asked with
 * what must be answered. See the files in {@code scenarios}, one a rule.
 *
 * <p>Blocks are parted by empty lines: the title, settings, tables. A grid has days of the month in
 * its head and a row for each room, plan or price; {@code x} is yes, a dot is nothing, and the last
 * cell goes on to the end. A list has columns of its feed in its head.
 */
final class HotelScenario {

  /** Feed and column of each kind of grid. */
  private static final Map<String, String> GRIDS =
      Map.ofEntries(
          Map.entry("price", "price.yen"),
          Map.entry("rooms left", "stock.rooms"),
          Map.entry("hotel closed", "hotel_day.closed"),
          Map.entry("room not sold", "stock.stop_sell"),
          Map.entry("plan not sold", "plan_day.stop_sell"),
          Map.entry("no arrival at hotel", "hotel_day.arrival_closed"),
          Map.entry("no arrival on plan", "plan_day.arrival_closed"),
          Map.entry("no departure from hotel", "hotel_day.departure_closed"),
          Map.entry("no departure from room", "stock.departure_closed"),
          Map.entry("fewest nights", "plan_day.min_nights"),
          Map.entry("most nights", "plan_day.max_nights"),
          Map.entry("fewest nights through", "plan_day.min_through"),
          Map.entry("most nights through", "plan_day.max_through"),
          Map.entry("lengths", "plan_day.pattern"));

  /** Feed and key columns of each kind of list. */
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "hotel", List.of("hotel", "hotel_code"),
          "plan", List.of("plan", "hotel_code", "plan_code"),
          "room", List.of("room", "hotel_code", "room_code"),
          "policy", List.of("child_policy", "policy_code", "band"),
          "rebate", List.of("long_stay", "hotel_code", "plan_code", "rule"));

  private static final Map<String, StayRule> RULES =
      Map.ofEntries(
          Map.entry("zone", StayRule.PROPERTY_ZONES),
          Map.entry("closed", StayRule.CLOSED),
          Map.entry("stop_sell", StayRule.STOP_SELL),
          Map.entry("arrival_closed", StayRule.ARRIVAL_CLOSED),
          Map.entry("departure_closed", StayRule.DEPARTURE_CLOSED),
          Map.entry("sale_from", StayRule.SALE),
          Map.entry("sale_to", StayRule.SALE),
          Map.entry("stay_from", StayRule.STAY_WINDOW),
          Map.entry("stay_to", StayRule.STAY_WINDOW),
          Map.entry("close_days", StayRule.LEAD_TIME),
          Map.entry("advance_min", StayRule.LEAD_TIME),
          Map.entry("advance_max", StayRule.LEAD_TIME),
          Map.entry("min_nights", StayRule.MIN_STAY),
          Map.entry("max_nights", StayRule.MAX_STAY),
          Map.entry("min_through", StayRule.MIN_STAY_THROUGH),
          Map.entry("max_through", StayRule.MAX_STAY_THROUGH),
          Map.entry("pattern", StayRule.STAY_PATTERN),
          Map.entry("min_guests", StayRule.HEADS),
          Map.entry("max_guests", StayRule.HEADS),
          Map.entry("child_policy", StayRule.CHILDREN),
          Map.entry("from_nights", StayRule.LONG_STAY));

  private static final Map<String, String> USUAL =
      Map.of("now", "2030-03-01", "zone", "Asia/Tokyo", "nights", "10", "prices", "per person");

  /**
   * A line of what is asked.
   *
   * @param question what is asked
   * @param now local date-time in the catalog's zone
   * @param answer what must be answered
   */
  record Ask(String question, String now, String answer) {}

  private final String name;
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, Map<List<String>, Map<String, String>>> rows = new LinkedHashMap<>();
  private final Set<StayRule> rules = EnumSet.noneOf(StayRule.class);
  private final Set<String> hotels = new LinkedHashSet<>();
  private final List<Ask> asks = new ArrayList<>();

  private HotelScenario(String name) {
    this.name = name;
  }

  /** Reads a scene. */
  static HotelScenario read(String name, String text) {
    HotelScenario scenario = new HotelScenario(name);
    scenario.settings.putAll(USUAL);
    String[] blocks = text.split("\n\\s*\n");
    for (String block : blocks) {
      if (block.contains("|")) {
        scenario.readTable(TextTable.cells(block.strip()));
      } else {
        scenario.readSettings(block);
      }
    }
    scenario.addRoomsLeft();
    return scenario;
  }

  private void readSettings(String block) {
    block
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("(now|zone|nights|prices) .*"))
        .forEach(line -> settings.put(line.split("\\s+", 2)[0], line.split("\\s+", 2)[1]));
  }

  private void readTable(List<List<String>> table) {
    String kind = table.get(0).get(0);
    for (List<String> row : table.subList(1, table.size())) {
      if (kind.equals("ask")) {
        boolean ownNow = row.size() == 3;
        asks.add(
            new Ask(
                row.get(0), ownNow ? row.get(1) : settings.get("now"), row.get(row.size() - 1)));
      } else if (LISTS.containsKey(kind)) {
        readListed(LISTS.get(kind), table.get(0), row);
      } else {
        readGridded(GRIDS.get(kind).split("\\."), table.get(0), row);
      }
    }
  }

  private void readListed(List<String> feedAndKey, List<String> head, List<String> row) {
    Map<String, String> values = new HashMap<>();
    String[] key = row.get(0).split("/");
    for (int at = 0; at < key.length; at++) {
      values.put(feedAndKey.get(at + 1), key[at]);
    }
    for (int at = 1; at < head.size(); at++) {
      values.put(head.get(at), row.get(at));
      addRule(head.get(at));
    }
    merge(feedAndKey.get(0), List.of(key), values);
  }

  private void addRule(String column) {
    if (RULES.containsKey(column)) {
      rules.add(RULES.get(column));
    }
  }

  private void readGridded(String[] feedAndColumn, List<String> head, List<String> row) {
    String feed = feedAndColumn[0];
    addRule(feedAndColumn[1]);
    Map<String, String> key = gridKey(feed, row.get(0));
    int days = Integer.parseInt(settings.get("nights"));
    for (int at = 1; at < Math.max(head.size(), days + 1); at++) {
      String cell = row.get(Math.min(at, row.size() - 1));
      String day = at < head.size() ? head.get(at) : String.valueOf(at);
      if (!cell.equals(".")) {
        Map<String, String> values = new HashMap<>(key);
        values.put("day", date(day).toString());
        values.put(feedAndColumn[1], cell.equals("x") ? "true" : cell);
        merge(feed, List.of(row.get(0), day), values);
      }
    }
  }

  /** Reads {@code inn/twin}, {@code inn/plan}, {@code inn} or {@code inn/plan/twin 2 adult}. */
  private Map<String, String> gridKey(String feed, String text) {
    String[] words = text.split(" ");
    String[] key = words[0].split("/");
    Map<String, String> values = new HashMap<>();
    values.put("hotel_code", key[0]);
    switch (feed) {
      case "stock" -> values.put("room_code", key[1]);
      case "plan_day" -> values.put("plan_code", key[1]);
      case "price" -> {
        values.put("plan_code", key[1]);
        values.put("room_code", key[2]);
        if (words.length == 3) {
          values.put("occupancy", words[1]);
          values.put("person_class", words[2]);
        }
        addOffer(key, values);
      }
      default -> {}
    }
    return values;
  }

  private void addOffer(String[] key, Map<String, String> values) {
    hotels.add(key[0]);
    merge("hotel", List.of(key[0]), values);
    merge("plan", List.of(key[0], key[1]), values);
    merge("room", List.of(key[0], key[2]), values);
    merge("plan_room", List.of(key), values);
  }

  private void merge(String feed, List<String> key, Map<String, String> values) {
    rows.computeIfAbsent(feed, absent -> new LinkedHashMap<>())
        .computeIfAbsent(key, absent -> new HashMap<>())
        .putAll(values);
  }

  /** Where nobody drew rooms that are left, there are enough. */
  private void addRoomsLeft() {
    boolean drawn =
        rows.getOrDefault("stock", Map.of()).values().stream()
            .anyMatch(row -> row.containsKey("rooms"));
    if (!drawn) {
      for (List<String> room : List.copyOf(rows.get("room").keySet())) {
        readGridded(
            new String[] {"stock", "rooms"}, List.of(""), List.of(String.join("/", room), "9"));
      }
    }
  }

  private LocalDate date(String dayOfMonth) {
    return firstNight().withDayOfMonth(Integer.parseInt(dayOfMonth));
  }

  LocalDate firstNight() {
    return LocalDate.parse(settings.get("now").substring(0, 10));
  }

  String name() {
    return name;
  }

  List<String> hotels() {
    return List.copyOf(hotels);
  }

  List<Ask> asks() {
    return List.copyOf(asks);
  }

  /** Returns the catalog that the scene is played in. */
  HotelCatalog catalog() {
    String now = settings.get("now");
    ZoneId zone = ZoneId.of(settings.get("zone"));
    LocalDateTime built = LocalDateTime.parse(now.length() == 10 ? now + "T00:00" : now);
    String model = settings.get("prices").replace("per ", "").toUpperCase(Locale.ROOT);
    return new HotelCatalog(
        "scene",
        zone,
        firstNight(),
        Integer.parseInt(settings.get("nights")),
        built.atZone(zone).toInstant(),
        PriceModel.valueOf(model),
        rules,
        new TreeMap<>());
  }

  /** Adds the scene's rows to feeds; hotels are of a kind that has the scene's name. */
  void addTo(HotelFeeds feeds) {
    rows.forEach(
        (feed, byKey) ->
            byKey
                .values()
                .forEach(
                    row -> {
                      Map<String, String> own = new HashMap<>(row);
                      own.computeIfPresent("hotel_code", (column, code) -> name + ":" + code);
                      own.computeIfPresent("policy_code", (column, code) -> name + ":" + code);
                      own.computeIfPresent("child_policy", (column, code) -> prefixed(code));
                      own.put("kind", name);
                      feeds.add(feed, own);
                    }));
  }

  private String prefixed(String policy) {
    return policy.isEmpty() ? "" : name + ":" + policy;
  }
}
