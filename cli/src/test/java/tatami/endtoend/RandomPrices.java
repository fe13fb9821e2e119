package tatami.endtoend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.oracle.hotel.HotelCatalog;

/** Random prices of one offer, in the model of its catalog. */
final class RandomPrices {

  private static final List<String> CHILDREN =
      List.of("child_a", "child_b", "child_c", "child_d", "infant");

  private final Dice dice;
  private final HotelCatalog catalog;
  private final HotelFeeds feeds;

  RandomPrices(Dice dice, HotelCatalog catalog, HotelFeeds feeds) {
    this.dice = dice;
    this.catalog = catalog;
    this.feeds = feeds;
  }

  /** Adds the prices of an offer. */
  void add(Map<String, String> offer, List<LocalDate> days) {
    for (Map.Entry<String, String> of : kinds()) {
      int usual = dice.of(20, 25, 30, 33, 40, 50, 60);
      boolean isFlat = dice.chance(0.4);
      for (LocalDate day : days) {
        if (dice.chance(0.97)) {
          Map<String, String> row = new HashMap<>(offer);
          row.put("occupancy", of.getKey());
          row.put("person_class", of.getValue());
          row.put("day", day.toString());
          int amount = isFlat ? usual : usual + dice.of(0, 0, 1, 10);
          row.put("yen", dice.chance(0.02) ? dice.of("0", "") : String.valueOf(amount));
          feeds.add("price", row);
        }
      }
    }
  }

  /** Returns occupancy and class of each row. */
  private List<Map.Entry<String, String>> kinds() {
    List<Map.Entry<String, String>> kinds = new ArrayList<>();
    switch (catalog.model()) {
      case UNIT -> kinds.add(Map.entry("", ""));
      case PERSON -> addPersons(kinds);
      case ROOM -> addRooms(kinds);
    }
    return kinds;
  }

  private void addPersons(List<Map.Entry<String, String>> kinds) {
    int most = dice.between(2, 5);
    for (int occupancy = 1; occupancy <= most; occupancy++) {
      if (dice.chance(0.95)) {
        kinds.add(Map.entry(String.valueOf(occupancy), "adult"));
      }
      for (String child : CHILDREN) {
        if (dice.chance(0.6)) {
          kinds.add(Map.entry(String.valueOf(occupancy), child));
        }
      }
    }
  }

  private void addRooms(List<Map.Entry<String, String>> kinds) {
    int most = dice.between(0, 4);
    for (int occupancy = 1; occupancy <= most; occupancy++) {
      if (dice.chance(0.95)) {
        kinds.add(Map.entry(String.valueOf(occupancy), "room"));
      }
    }
    if (dice.chance(0.8)) {
      kinds.add(Map.entry("0", "adult"));
    }
    for (String child : CHILDREN) {
      if (dice.chance(0.7)) {
        kinds.add(Map.entry("0", child));
      }
    }
  }
}
