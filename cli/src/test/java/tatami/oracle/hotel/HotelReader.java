package tatami.oracle.hotel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tatami.oracle.hotel.Offer.Band;
import tatami.oracle.hotel.Offer.Rebate;

/** Makes hotels of the rows of feeds: what SEMANTICS says of build and ingest. */
final class HotelReader {

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "hotel", List.of("hotel_code"),
          "plan", List.of("hotel_code", "plan_code"),
          "room", List.of("hotel_code", "room_code"),
          "plan_room", List.of("hotel_code", "plan_code", "room_code"),
          "stock", List.of("hotel_code", "room_code", "day"),
          "price",
              List.of("hotel_code", "plan_code", "room_code", "occupancy", "person_class", "day"),
          "hotel_day", List.of("hotel_code", "day"),
          "plan_day", List.of("hotel_code", "plan_code", "day"),
          "child_policy", List.of("policy_code", "band"),
          "long_stay", List.of("hotel_code", "plan_code", "rule"));

  /** Calendars beside prices, with the columns by which an offer finds its row. */
  private static final Map<String, List<String>> CALENDARS =
      Map.of(
          "stock", List.of("hotel_code", "room_code"),
          "hotel_day", List.of("hotel_code"),
          "plan_day", List.of("hotel_code", "plan_code"));

  private final HotelCatalog catalog;
  private final boolean keepsFirst;
  private final Map<String, List<Map<String, String>>> rows = new HashMap<>();

  private HotelReader(HotelCatalog catalog, Map<String, FeedTable> feeds, Set<HotelBug> bugs) {
    this.catalog = catalog;
    this.keepsFirst = bugs.contains(HotelBug.FIRST_OF_CONTRADICTIONS);
    feeds.forEach((name, table) -> rows.put(name, settle(name, table)));
  }

  /** Reads the feeds of a catalog; a feed that is not there has no rows. */
  static List<Hotel> read(HotelCatalog catalog, Map<String, FeedTable> feeds, Set<HotelBug> bugs) {
    return new HotelReader(catalog, feeds, bugs).hotels();
  }

  /** Leaves out bad rows, and makes one row or none of those that have one key. */
  private List<Map<String, String>> settle(String feed, FeedTable table) {
    Map<List<String>, List<Map<String, String>>> byKey = new LinkedHashMap<>();
    for (Map<String, String> row : table.records()) {
      if (FieldCheck.isGood(row)) {
        List<String> key =
            KEYS.get(feed).stream().map(column -> row.getOrDefault(column, "")).toList();
        byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
      }
    }
    return byKey.values().stream().map(same -> pick(feed, same)).filter(Objects::nonNull).toList();
  }

  private Map<String, String> pick(String feed, List<Map<String, String>> sameKey) {
    boolean agree = sameKey.stream().distinct().count() == 1;
    return switch (agree || keepsFirst ? Duplicates.FIRST : catalog.duplicatesOf(feed)) {
      case REJECT -> null;
      case FIRST -> sameKey.get(0);
      case LAST -> sameKey.get(sameKey.size() - 1);
    };
  }

  private List<Hotel> hotels() {
    List<Hotel> hotels = new ArrayList<>();
    for (Map<String, String> row : rows("hotel")) {
      if (!row.containsKey("gone")) {
        boolean own = catalog.has(StayRule.PROPERTY_ZONES) && row.containsKey("zone");
        ZoneId zone = own ? ZoneId.of(row.get("zone")) : catalog.zone();
        hotels.add(
            new Hotel(row.get("hotel_code"), row, zone, offers(row.get("hotel_code"), zone)));
      }
    }
    return hotels;
  }

  private List<Offer> offers(String hotel, ZoneId zone) {
    List<Offer> offers = new ArrayList<>();
    for (Map<String, String> pair : rows("plan_room")) {
      Map<String, String> plan = find("plan", pair, "hotel_code", "plan_code");
      Map<String, String> room = find("room", pair, "hotel_code", "room_code");
      if (pair.get("hotel_code").equals(hotel) && plan != null && room != null && isWhole(plan)) {
        Map<String, String> joined = new TreeMap<>(plan);
        joined.putAll(room);
        Offer offer = offer(joined);
        if (canEverShow(offer, zone)) {
          offers.add(offer);
        }
      }
    }
    return offers;
  }

  /** A plan whose policy is missing is rejected. */
  private boolean isWhole(Map<String, String> plan) {
    String policy = plan.get("child_policy");
    return !catalog.has(StayRule.CHILDREN)
        || policy == null
        || rows("child_policy").stream().anyMatch(row -> policy.equals(row.get("policy_code")));
  }

  private boolean canEverShow(Offer offer, ZoneId zone) {
    LocalDate soldTo = offer.date("sale_to");
    LocalDate from = offer.date("stay_from");
    LocalDate to = offer.date("stay_to");
    LocalDate built = catalog.builtAt().atZone(zone).toLocalDate();
    boolean sold = !catalog.has(StayRule.SALE) || soldTo == null || !soldTo.isBefore(built);
    boolean inside =
        (from == null || from.isBefore(catalog.end()))
            && (to == null || !to.isBefore(catalog.firstNight()));
    return sold && (inside || !catalog.has(StayRule.STAY_WINDOW));
  }

  private Offer offer(Map<String, String> row) {
    Map<String, Map<LocalDate, Map<String, String>>> cells = new HashMap<>();
    CALENDARS.forEach(
        (feed, columns) -> {
          Map<LocalDate, Map<String, String>> days = new HashMap<>();
          for (Map<String, String> each : matching(feed, row, columns)) {
            putInside(days, each, each);
          }
          cells.put(feed, days);
        });
    return new Offer(
        row.get("plan_code"),
        row.get("room_code"),
        row,
        bands(row),
        rebates(row),
        cells,
        prices(row));
  }

  private Map<String, Map<LocalDate, Long>> prices(Map<String, String> offer) {
    Map<String, Map<LocalDate, Long>> prices = new HashMap<>();
    List<String> key = List.of("hotel_code", "plan_code", "room_code");
    for (Map<String, String> row : matching("price", offer, key)) {
      if (row.containsKey("yen")) {
        String of =
            (row.getOrDefault("occupancy", "") + " " + row.getOrDefault("person_class", ""))
                .strip();
        Map<LocalDate, Long> days = prices.computeIfAbsent(of, absent -> new HashMap<>());
        putInside(days, row, Long.valueOf(row.get("yen")));
      }
    }
    return prices;
  }

  private <T> void putInside(Map<LocalDate, T> days, Map<String, String> row, T value) {
    LocalDate day = LocalDate.parse(row.get("day"));
    if (!day.isBefore(catalog.firstNight()) && day.isBefore(catalog.end())) {
      days.put(day, value);
    }
  }

  private List<Band> bands(Map<String, String> offer) {
    String policy = offer.get("child_policy");
    if (!catalog.has(StayRule.CHILDREN) || policy == null) {
      return null;
    }
    return rows("child_policy").stream()
        .filter(row -> policy.equals(row.get("policy_code")))
        .sorted(Comparator.comparing(row -> Integer.valueOf(row.get("band"))))
        .map(HotelReader::band)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Band band(Map<String, String> row) {
    PersonKind kind = PersonKind.of(row.get("person_class"));
    Integer from = row.containsKey("age_from") ? Integer.valueOf(row.get("age_from")) : null;
    int to = Integer.parseInt(row.getOrDefault("age_to", "17"));
    Long share = basisPoints(row.get("share"));
    Long amount = row.containsKey("band_yen") ? Long.valueOf(row.get("band_yen")) : null;
    boolean wrong = kind == null || from == null || from < 0 || to < from;
    boolean unclear = share != null && (share < 0 || amount != null);
    return wrong || unclear
        ? null
        : new Band(from, to, kind, !"false".equals(row.get("counts")), share, amount);
  }

  /** Returns basis points, null for no text, −1 for more than two decimals. */
  private static Long basisPoints(String percent) {
    if (percent == null) {
      return null;
    }
    BigDecimal points = new BigDecimal(percent).movePointRight(2).stripTrailingZeros();
    return points.scale() > 0 ? -1L : points.longValueExact();
  }

  private List<Rebate> rebates(Map<String, String> offer) {
    return catalog.has(StayRule.LONG_STAY)
        ? matching("long_stay", offer, List.of("hotel_code", "plan_code")).stream()
            .map(HotelReader::rebate)
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }

  private static Rebate rebate(Map<String, String> row) {
    Integer from = row.containsKey("from_nights") ? Integer.valueOf(row.get("from_nights")) : null;
    Long share = basisPoints(row.get("percent"));
    Long amount = row.containsKey("rebate_yen") ? Long.valueOf(row.get("rebate_yen")) : null;
    Integer every = row.containsKey("free_every") ? Integer.valueOf(row.get("free_every")) : null;
    long kinds =
        List.of("percent", "rebate_yen", "free_every").stream().filter(row::containsKey).count();
    boolean wrong = from == null || from < 1 || kinds != 1;
    boolean outside =
        (share != null && (share < 0 || share > 10_000)) || (every != null && every < 1);
    return wrong || outside ? null : new Rebate(from, share, amount, every);
  }

  private List<Map<String, String>> rows(String feed) {
    return rows.getOrDefault(feed, List.of());
  }

  private Map<String, String> find(String feed, Map<String, String> by, String... columns) {
    return matching(feed, by, List.of(columns)).stream().findFirst().orElse(null);
  }

  private List<Map<String, String>> matching(
      String feed, Map<String, String> by, List<String> columns) {
    return rows(feed).stream()
        .filter(row -> columns.stream().allMatch(c -> Objects.equals(row.get(c), by.get(c))))
        .toList();
  }
}
