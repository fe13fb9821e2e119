package tatami.ingest.synthetic;

import java.util.List;
import java.util.Optional;
import tatami.ingest.synthetic.Vocabulary.Kind;
import tatami.ingest.synthetic.Vocabulary.Meal;
import tatami.ingest.synthetic.Vocabulary.RoomType;
import tatami.ingest.synthetic.Vocabulary.Theme;
import tatami.ingest.synthetic.Vocabulary.View;

/**
 * What the feeds of one hotel have in common.
 *
 * @param number from 1; the first hotel has a row in every feed
 * @param pricePercent how dear it is among hotels of its kind
 * @param priceStep yen that all of its prices are multiples of
 */
record Hotel(
    int number,
    String code,
    Kind kind,
    int pricePercent,
    int priceStep,
    List<Room> rooms,
    List<Plan> plans) {

  boolean isFirst() {
    return number == 1;
  }

  /** A room type with what all rooms of it have; {@code count} rooms of it exist. */
  record Room(String code, RoomType type, View view, List<String> amenities, int count) {

    String name() {
      return view.name().isEmpty() ? type.name() : type.name() + " " + view.name();
    }
  }

  /**
   * A plan and the rooms that it is sold for, at least one; without a policy nobody brings
   * children.
   */
  record Plan(
      String code, Theme theme, Meal meal, List<Room> rooms, Optional<ChildPolicy> policy) {}
}
