package tatami.searchbuild.fill;

import java.util.List;
import java.util.Optional;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.fill.CalendarFill.KeyCondition;
import tatami.searchtable.description.PersonClass;

/**
 * Whom the prices of one table are for.
 *
 * @param occupancy heads in the room; 0 for the whole unit, and for extra heads of a room
 * @param word what the feed says in its column of classes; null for the whole unit
 */
record PriceSlot(int occupancy, String word) {

  /** What a feed says in its column of classes where a price is that of a room. */
  static final String ROOM = "room";

  /** No room holds more. */
  static final int LARGEST_OCCUPANCY = 99;

  /** The whole unit, whatever the party. */
  static final PriceSlot UNIT = new PriceSlot(0, null);

  /** Finds the slot of an occupancy and a class that a feed has; empty where there is none. */
  static Optional<PriceSlot> find(PriceDefinition definition, long occupancy, String word) {
    boolean isRoomful = occupancy >= 1 && occupancy <= LARGEST_OCCUPANCY;
    boolean isPerson = word != null && PersonClass.find(word).isPresent();
    boolean fits =
        definition instanceof PriceDefinition.PerRoom
            ? (isRoomful && ROOM.equals(word)) || (occupancy == 0 && isPerson)
            : isRoomful && isPerson;
    return fits ? Optional.of(new PriceSlot((int) occupancy, word)) : Optional.empty();
  }

  /** Says which occupancies and classes have a slot, for people. */
  static String describe(PriceDefinition definition) {
    return definition instanceof PriceDefinition.PerRoom
        ? "occupancies 1 to "
            + LARGEST_OCCUPANCY
            + " go with class room, occupancy 0 with "
            + PersonClass.words()
        : "occupancies are 1 to " + LARGEST_OCCUPANCY + ", classes are " + PersonClass.words();
  }

  String table() {
    if (word == null) {
      return "price";
    }
    return occupancy == 0 ? "price_extra_" + word : "price_" + occupancy + "_" + word;
  }

  /** Returns the class of person; null where the price is no person's. */
  String personClass() {
    return ROOM.equals(word) ? null : word;
  }

  /** Returns which rows of the feed are about it. */
  List<KeyCondition> conditions(PriceDefinition definition) {
    List<String> columns = definition.slotColumns();
    return word == null
        ? List.of()
        : List.of(
            new KeyCondition(columns.get(0), occupancy), new KeyCondition(columns.get(1), word));
  }
}
