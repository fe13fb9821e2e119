package tatami.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.oracle.hotel.FeedTable;

/** The feeds of catalogs of hotels: rows that a test adds, and the files that they become. */
final class HotelFeeds {

  /** Columns of each feed with their types; of calendars the day and the values come last. */
  static final Map<String, Map<String, String>> COLUMNS = columns();

  private final Map<String, List<List<String>>> rows = new LinkedHashMap<>();

  /** Starts with a row in every feed but hotels, which belongs to no hotel. */
  HotelFeeds(String firstNight) {
    for (String feed : COLUMNS.keySet()) {
      rows.put(feed, new ArrayList<>());
    }
    for (String feed : List.of("plan", "room", "plan_room", "long_stay")) {
      add(feed, Map.of("hotel_code", "-", "plan_code", "-", "room_code", "-", "rule", "1"));
    }
    for (String feed : List.of("stock", "price", "hotel_day", "plan_day")) {
      add(
          feed,
          Map.of(
              "hotel_code",
              "-",
              "plan_code",
              "-",
              "room_code",
              "-",
              "occupancy",
              "1",
              "person_class",
              "adult",
              "day",
              firstNight));
    }
    add("child_policy", Map.of("policy_code", "-", "band", "1"));
  }

  private static Map<String, Map<String, String>> columns() {
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    columns.put(
        "hotel",
        of(
            "hotel_code text, title text, region text, city text, kind text, amenities tags,"
                + " rating numeric, latitude numeric, longitude numeric, rank integer,"
                + " zone time_zone, gone date"));
    columns.put(
        "plan",
        of(
            "hotel_code text, plan_code text, plan_title text, meal text, plan_tags tags,"
                + " child_policy text, sale_from date, sale_to date, stay_from date, stay_to date,"
                + " min_nights integer, max_nights integer, min_through integer,"
                + " max_through integer, min_guests integer, max_guests integer,"
                + " close_days integer, close_time time, advance_min integer,"
                + " advance_max integer"));
    columns.put(
        "room",
        of(
            "hotel_code text, room_code text, room_title text, building text, floor text,"
                + " room_size numeric"));
    columns.put("plan_room", of("hotel_code text, plan_code text, room_code text"));
    columns.put(
        "stock",
        of(
            "hotel_code text, room_code text, day date, rooms integer, stop_sell boolean,"
                + " departure_closed boolean"));
    columns.put(
        "price",
        of(
            "hotel_code text, plan_code text, room_code text, occupancy integer,"
                + " person_class text, day date, yen money"));
    columns.put(
        "hotel_day",
        of(
            "hotel_code text, day date, closed boolean, arrival_closed boolean,"
                + " departure_closed boolean"));
    columns.put(
        "plan_day",
        of(
            "hotel_code text, plan_code text, day date, stop_sell boolean,"
                + " arrival_closed boolean, min_nights integer, max_nights integer,"
                + " min_through integer, max_through integer, pattern pattern"));
    columns.put(
        "child_policy",
        of(
            "policy_code text, band integer, age_from integer, age_to integer, person_class text,"
                + " counts boolean, share numeric, band_yen money"));
    columns.put(
        "long_stay",
        of(
            "hotel_code text, plan_code text, rule integer, from_nights integer, percent numeric,"
                + " rebate_yen money, free_every integer"));
    return columns;
  }

  private static Map<String, String> of(String text) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String column : text.split(", ")) {
      String[] words = column.strip().split(" ");
      types.put(words[0], words[1]);
    }
    return types;
  }

  /** Adds a row; columns that are not named are absent, names that are no columns left out. */
  void add(String feed, Map<String, String> values) {
    rows.get(feed)
        .add(
            COLUMNS.get(feed).keySet().stream()
                .map(column -> values.getOrDefault(column, ""))
                .toList());
  }

  /** Returns the rows of a feed, to be changed. */
  List<List<String>> rows(String feed) {
    return rows.get(feed);
  }

  /** Returns all feeds as an oracle reads them. */
  Map<String, FeedTable> tables() {
    Map<String, FeedTable> tables = new LinkedHashMap<>();
    rows.forEach(
        (feed, lines) ->
            tables.put(feed, new FeedTable(List.copyOf(COLUMNS.get(feed).keySet()), lines)));
    return tables;
  }

  /** Writes all feeds into a folder; no text has a comma or a quote. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, FeedTable> feed : tables().entrySet()) {
      List<String> lines = new ArrayList<>();
      lines.add(String.join(",", feed.getValue().header()));
      feed.getValue().rows().forEach(row -> lines.add(String.join(",", row)));
      Files.write(folder.resolve(feed.getKey() + ".csv"), lines);
    }
  }
}
