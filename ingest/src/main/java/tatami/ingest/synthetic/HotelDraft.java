package tatami.ingest.synthetic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Hotel.Room;
import tatami.ingest.synthetic.Vocabulary.Kind;
import tatami.ingest.synthetic.Vocabulary.RoomType;
import tatami.ingest.synthetic.Vocabulary.View;

/** Draws the rooms and plans of a hotel. */
final class HotelDraft {

  private static final int MOST_ROOM_TYPES = 12;

  private final Vocabulary vocabulary;

  HotelDraft(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Hotel draw(int number, int planCount, SplittableRandom random) {
    Kind kind = vocabulary.kinds().pick(random);
    List<Room> rooms = drawRooms(kind, planCount, random);
    List<Plan> plans = new ArrayList<>(planCount);
    for (int plan = 1; plan <= planCount; plan++) {
      plans.add(drawPlan(plan, kind, rooms, random));
    }
    int pricePercent = 60 + random.nextInt(50) + random.nextInt(50);
    if (random.nextInt(12) == 0) {
      pricePercent += random.nextInt(200);
    }
    int priceStep = random.nextInt(10) == 0 ? 10 : 100;
    return new Hotel("h%06d".formatted(number), kind, pricePercent, priceStep, rooms, plans);
  }

  /** Draws 3 to 12 room types, more where there are many plans; names differ where they can. */
  private List<Room> drawRooms(Kind kind, int planCount, SplittableRandom random) {
    int planDigits = 32 - Integer.numberOfLeadingZeros(planCount);
    int count = Math.min(MOST_ROOM_TYPES, 2 + planDigits + random.nextInt(2));
    int roomsOfAType = 1 + random.nextInt(planDigits + 5);
    Set<String> names = new HashSet<>();
    List<Room> rooms = new ArrayList<>(count);
    int attempts = 0;
    while (rooms.size() < count) {
      RoomType type = kind.rooms().pick(random);
      View view = vocabulary.views().pick(random);
      int number = rooms.size() + 1;
      Room room = new Room("r%02d".formatted(number), type, view, 1 + random.nextInt(roomsOfAType));
      if (names.add(room.name()) || ++attempts > 100) {
        rooms.add(room);
      }
    }
    return rooms;
  }

  private Plan drawPlan(int number, Kind kind, List<Room> rooms, SplittableRandom random) {
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
        List.copyOf(sold));
  }
}
