package tatami.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Breaks some rows of feeds: repeats them, contradicts them, or makes them senseless. */
final class FeedMess {

  /** A column of each feed in which a repeated row may say something else, with what it says. */
  private static final Map<String, Map.Entry<String, String>> CONTRADICTIONS =
      new TreeMap<>(
          Map.of(
              "stock", Map.entry("rooms", "5"),
              "price", Map.entry("yen", "7"),
              "hotel_day", Map.entry("closed", "true"),
              "plan_day", Map.entry("min_nights", "3"),
              "long_stay", Map.entry("from_nights", "1"),
              "room", Map.entry("building", "annexe"),
              "plan", Map.entry("meal", "buffet"),
              "hotel", Map.entry("kind", "tent")));

  private static final Map<String, Map.Entry<String, String>> NONSENSE =
      new TreeMap<>(
          Map.of(
              "stock", Map.entry("rooms", "many"),
              "price", Map.entry("yen", "12.5"),
              "hotel_day", Map.entry("closed", "maybe"),
              "plan_day", Map.entry("pattern", "012"),
              "plan", Map.entry("close_time", "24:00"),
              "hotel", Map.entry("zone", "Mars/Base")));

  private final Dice dice;
  private final HotelFeeds feeds;

  FeedMess(Dice dice, HotelFeeds feeds) {
    this.dice = dice;
    this.feeds = feeds;
  }

  void make() {
    NONSENSE.forEach((feed, how) -> spoil(feed, how.getKey(), how.getValue()));
    CONTRADICTIONS.forEach((feed, how) -> repeat(feed, how.getKey(), how.getValue()));
  }

  /** The first row stands for no hotel or is the only hotel, and stays as it is. */
  private void spoil(String feed, String column, String value) {
    List<List<String>> rows = feeds.rows(feed);
    for (int at = 1; at < rows.size(); at++) {
      if (dice.chance(0.006)) {
        rows.set(at, with(feed, rows.get(at), column, value));
      }
    }
  }

  private void repeat(String feed, String column, String value) {
    List<List<String>> rows = feeds.rows(feed);
    List<List<String>> more = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (!isSpoilt(feed, row) && dice.chance(0.015)) {
        more.add(dice.chance(0.4) ? row : with(feed, row, column, value));
      }
    }
    rows.addAll(more);
  }

  private static boolean isSpoilt(String feed, List<String> row) {
    Map.Entry<String, String> how = NONSENSE.get(feed);
    return how != null && row.get(place(feed, how.getKey())).equals(how.getValue());
  }

  private static List<String> with(String feed, List<String> row, String column, String value) {
    List<String> changed = new ArrayList<>(row);
    changed.set(place(feed, column), value);
    return changed;
  }

  private static int place(String feed, String column) {
    return List.copyOf(HotelFeeds.COLUMNS.get(feed).keySet()).indexOf(column);
  }
}
