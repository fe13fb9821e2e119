package tatami.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tatami.oracle.hotel.HotelCatalog;
import tatami.oracle.hotel.HotelFilter;
import tatami.oracle.hotel.PriceModel;
import tatami.oracle.hotel.StayRule;

/** Writes the YAML file of a catalog of hotels. */
final class HotelCatalogText {

  private static final Map<String, String> KEYS =
      Map.of(
          "hotel", "hotel_code",
          "plan", "[hotel_code, plan_code]",
          "room", "[hotel_code, room_code]",
          "plan_room", "[hotel_code, plan_code, room_code]",
          "stock", "[hotel_code, room_code]",
          "hotel_day", "hotel_code",
          "plan_day", "[hotel_code, plan_code]",
          "child_policy", "[policy_code, band]",
          "long_stay", "[hotel_code, plan_code, rule]");

  private final HotelCatalog catalog;
  private final StringBuilder text = new StringBuilder();

  private HotelCatalogText(HotelCatalog catalog) {
    this.catalog = catalog;
  }

  static String write(HotelCatalog catalog) {
    return new HotelCatalogText(catalog).write();
  }

  private String write() {
    line("catalog: " + catalog.name());
    line("time_zone: " + catalog.zone());
    line("currency: JPY");
    line("calendar: { days: " + catalog.nights() + " }");
    line("feeds:");
    HotelFeeds.COLUMNS.forEach(this::addFeed);
    line("search:");
    addHotel();
    addOffer();
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void addFeed(String feed, Map<String, String> types) {
    line("  " + feed + ":");
    line("    files: " + feed + ".csv");
    line("    key: " + (feed.equals("price") ? priceKey() : KEYS.get(feed)));
    line("    duplicates: " + word(catalog.duplicates().get(feed)));
    line("    expect: { rejected: 100% }");
    Map<String, String> columns = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    boolean behindTheDay = false;
    for (Map.Entry<String, String> column : types.entrySet()) {
      if (column.getKey().equals("day")) {
        behindTheDay = true;
      } else {
        (behindTheDay ? values : columns).put(column.getKey(), type(column));
      }
    }
    columns.keySet().removeIf(column -> feed.equals("price") && isPerUnit() && isOfHeads(column));
    line("    columns: { " + join(columns) + " }");
    if (behindTheDay) {
      line("    calendar: { day: day, values: { " + join(values) + " } }");
    }
  }

  private static String word(Object duplicates) {
    return duplicates == null ? "reject" : duplicates.toString().toLowerCase(Locale.ROOT);
  }

  private String priceKey() {
    return isPerUnit()
        ? "[hotel_code, plan_code, room_code]"
        : "[hotel_code, plan_code, room_code, occupancy, person_class]";
  }

  private boolean isPerUnit() {
    return catalog.model() == PriceModel.UNIT;
  }

  private static boolean isOfHeads(String column) {
    return column.equals("occupancy") || column.equals("person_class");
  }

  private String type(Map.Entry<String, String> column) {
    if (column.getKey().equals("child_policy") && catalog.has(StayRule.CHILDREN)) {
      return "{ type: text, references: child_policy.policy_code }";
    }
    return column.getValue().equals("tags")
        ? "{ type: \"text[]\", split: \"|\" }"
        : column.getValue();
  }

  private static String join(Map<String, String> columns) {
    List<String> parts = new ArrayList<>();
    columns.forEach((name, type) -> parts.add(name + ": " + type));
    return String.join(", ", parts);
  }

  private void addHotel() {
    line("  hotel:");
    line("    from: hotel");
    line("    where: gone IS NULL");
    line("    key: hotel_code");
    if (catalog.has(StayRule.PROPERTY_ZONES)) {
      line("    time_zone: zone");
    }
    addFilters(true);
    line("    sort:");
    line("      recommended: [rank desc, rating desc, hotel_code]");
    line("      rating: [rating desc, recommended]");
    line("    show: [title, kind, rank]");
  }

  private void addFilters(boolean ofProperty) {
    line("    filter:");
    for (HotelFilter filter : HotelFilter.values()) {
      if (filter.isOfProperty() == ofProperty) {
        String columns =
            filter.columns().size() == 1 && filter.kind() != HotelFilter.Kind.PATH
                ? filter.columns().get(0)
                : filter.columns().toString();
        line("      " + filter.word() + ": { " + kind(filter) + ": " + columns + " }");
      }
    }
  }

  private static String kind(HotelFilter filter) {
    return switch (filter.kind()) {
      case PATH -> "path";
      case CATEGORY -> "category";
      case TAGS -> "tags";
      case NUMBER -> "number";
      case POINT -> "point";
      case WORDS -> "keyword";
    };
  }

  private void addOffer() {
    line("  plan_in_room:");
    line(
        "    from: plan JOIN plan_room USING (hotel_code, plan_code)"
            + " JOIN room USING (hotel_code, room_code)");
    line("    parent: hotel");
    line("    key: [plan_code, room_code]");
    addFilters(false);
    line("    stay:");
    line("      stock: { feed: stock, value: rooms }");
    line("      price: " + price());
    line("      cube: { adults: [2, 1, 3], nights: 3 }");
    for (StayRule rule : StayRule.values()) {
      String written = rule(rule);
      if (catalog.has(rule) && !written.isEmpty()) {
        line("      " + written);
      }
    }
    line("    show: [plan_title, room_title]");
  }

  private String price() {
    String feed = "{ feed: price, value: yen, per: ";
    return switch (catalog.model()) {
      case PERSON -> feed + "person, occupancy: occupancy, class: person_class }";
      case ROOM -> feed + "room, occupancy: occupancy, class: person_class }";
      case UNIT -> feed + (catalog.has(StayRule.HEADS) ? "unit, capacity: max_guests }" : "unit }");
    };
  }

  private String rule(StayRule rule) {
    return switch (rule) {
      case PROPERTY_ZONES -> "";
      case CLOSED -> "closed: hotel_day.closed";
      case STOP_SELL -> "stop_sell: [stock.stop_sell, plan_day.stop_sell]";
      case ARRIVAL_CLOSED -> "arrival_closed: [hotel_day.arrival_closed, plan_day.arrival_closed]";
      case DEPARTURE_CLOSED ->
          "departure_closed: [hotel_day.departure_closed, stock.departure_closed]";
      case SALE -> "sale: [sale_from, sale_to]";
      case STAY_WINDOW -> "stay_window: [stay_from, stay_to]";
      case LEAD_TIME ->
          "lead_time: { days: close_days, time: close_time, min: advance_min, max: advance_max }";
      case MIN_STAY -> limit("min_stay", "min_nights");
      case MAX_STAY -> limit("max_stay", "max_nights");
      case MIN_STAY_THROUGH -> limit("min_stay_through", "min_through");
      case MAX_STAY_THROUGH -> limit("max_stay_through", "max_through");
      case STAY_PATTERN -> "stay_pattern: plan_day.pattern";
      case HEADS -> isPerUnit() ? "" : "heads: [min_guests, max_guests]";
      case CHILDREN ->
          "children: { policy: child_policy, feed: child_policy, order: band, from: age_from,"
              + " to: age_to, class: person_class, counts: counts, percent: share,"
              + " amount: band_yen }";
      case LONG_STAY ->
          "long_stay: { feed: long_stay, order: rule, from: from_nights, percent: percent,"
              + " amount: rebate_yen, free_every: free_every }";
    };
  }

  private static String limit(String rule, String value) {
    return rule + ": { first: [plan_day." + value + ", plan." + value + "] }";
  }
}
