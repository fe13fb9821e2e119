package tatami.query.stay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tatami.query.request.Guests.Room;
import tatami.searchtable.description.ChildPolicy.AgeBand;

/**
 * The people of a room under a child policy.
 *
 * @param counted bands of those who count towards the occupancy, as heads are counted: by class,
 *     within a class adults first and then children by age
 * @param uncounted bands of the others
 */
record RoomHeads(List<AgeBand> counted, List<AgeBand> uncounted) {

  private static final int AGE_OF_ADULTS = -1;

  /** Copies the lists. */
  RoomHeads {
    counted = List.copyOf(counted);
    uncounted = List.copyOf(uncounted);
  }

  /** Returns the heads of a room; nothing where an age has no band. */
  static Optional<RoomHeads> of(Room room, AgeBands bands) {
    List<Head> heads = new ArrayList<>();
    for (int adult = 0; adult < room.adults(); adult++) {
      heads.add(new Head(AGE_OF_ADULTS, AgeBands.ADULT));
    }
    for (int age : room.childAges()) {
      Optional<AgeBand> band = bands.find(age);
      if (band.isEmpty()) {
        return Optional.empty();
      }
      heads.add(new Head(age, band.get()));
    }
    heads.sort(Head.ORDER);
    return Optional.of(new RoomHeads(bandsOf(heads, true), bandsOf(heads, false)));
  }

  /** Returns how many heads count. */
  int occupancy() {
    return counted.size();
  }

  private static List<AgeBand> bandsOf(List<Head> heads, boolean counts) {
    return heads.stream().map(Head::band).filter(band -> band.counts() == counts).toList();
  }

  private record Head(int age, AgeBand band) {

    static final Comparator<Head> ORDER =
        Comparator.comparing((Head head) -> head.band().personClass()).thenComparingInt(Head::age);
  }
}
