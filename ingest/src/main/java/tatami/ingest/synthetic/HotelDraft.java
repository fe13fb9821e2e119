package tatami.ingest.synthetic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Hotel.Room;
import tatami.ingest.synthetic.Vocabulary.Amenity;
import tatami.ingest.synthetic.Vocabulary.Kind;
import tatami.ingest.synthetic.Vocabulary.RoomType;
import tatami.ingest.synthetic.Vocabulary.View;

/** Draws the rooms and plans of a hotel. */
final class HotelDraft {

  static final int FEWEST_ROOM_TYPES = 3;
  static final int MOST_ROOM_TYPES = 100;

  private final Vocabulary vocabulary;
  private final ChildPolicies policies;

  HotelDraft(Vocabulary vocabulary, ChildPolicies policies) {
    this.vocabulary = vocabulary;
    this.policies = policies;
  }

  Hotel draw(int number, int planCount, SplittableRandom random) {
    Kind kind = vocabulary.kinds().pick(random);
    List<Room> rooms = drawRooms(kind, random);
    ChildPolicy usualPolicy = policies.pickUsual(random);
    List<Plan> plans = new ArrayList<>(planCount);
    for (int plan = 1; plan <= planCount; plan++) {
      plans.add(drawPlan(plan, kind, rooms, drawPolicy(usualPolicy, random), random));
    }
    int pricePercent = 60 + random.nextInt(50) + random.nextInt(50);
    if (random.nextInt(12) == 0) {
      pricePercent += random.nextInt(200);
    }
    int priceStep = random.nextInt(10) == 0 ? 10 : 100;
    String code = "h%06d".formatted(number);
    return new Hotel(number, code, kind, pricePercent, priceStep, rooms, plans);
  }

  /** Draws 3 to 100 room types, in half of the hotels 3; names differ where they can. */
  private List<Room> drawRooms(Kind kind, SplittableRandom random) {
    int beyondTheFewest = (int) (1 / (random.nextDouble() + 0.009)) - 1;
    int count = Math.min(MOST_ROOM_TYPES, FEWEST_ROOM_TYPES + Math.max(0, beyondTheFewest));
    int roomsOfAType = 1 + random.nextInt(7) + random.nextInt(4);
    Set<String> names = new HashSet<>();
    List<Room> rooms = new ArrayList<>(count);
    int attempts = 0;
    while (rooms.size() < count) {
      RoomType type = kind.rooms().pick(random);
      View view = vocabulary.views().pick(random);
      List<String> amenities = Amenity.draw(kind.roomAmenities(), random);
      String code = "r%02d".formatted(rooms.size() + 1);
      Room room = new Room(code, type, view, amenities, 1 + random.nextInt(roomsOfAType));
      if (names.add(room.name()) || ++attempts > 100) {
        rooms.add(room);
      }
    }
    return rooms;
  }

  /** Draws a plan's policy: 85 % the house's, 6 % another, 4 % with prices of its own, 5 % none. */
  private Optional<ChildPolicy> drawPolicy(ChildPolicy usual, SplittableRandom random) {
    int point = random.nextInt(100);
    if (point < 5) {
      return Optional.empty();
    }
    if (point < 9) {
      return Optional.of(policies.pickPriced(random));
    }
    return Optional.of(point < 15 ? policies.pickUsual(random) : usual);
  }

  private Plan drawPlan(
      int number,
      Kind kind,
      List<Room> rooms,
      Optional<ChildPolicy> policy,
      SplittableRandom random) {
    int point = random.nextInt(100);
    int missing = point < 50 ? 1 : point < 80 ? 2 : 3;
    List<Room> sold = new ArrayList<>(missing);
    for (int position = 0; position < rooms.size(); position++) {
      if (random.nextInt(rooms.size() - position) < missing) {
        sold.add(rooms.get(position));
        missing--;
      }
    }
    return new Plan(
        "p%03d".formatted(number),
        vocabulary.themes().pick(random),
        kind.meals().pick(random),
        List.copyOf(sold),
        policy);
  }
}
