package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import tatami.query.stay.split.YoungNeeds.Need;

/**
 * Places of rooms that only young children may take, as {@link YoungNeeds} asks for them: groups of
 * their own, at the prices of their room's occupancy.
 */
final class YoungPlaces {

  private final YoungNeeds needs;
  private final List<Place> places = new ArrayList<>();

  YoungPlaces(YoungNeeds needs) {
    this.needs = needs;
    needs.list().forEach(this::addPlaces);
  }

  /**
   * Places of a group for children up to an age.
   *
   * @param group whose places they are
   * @param age place of the age
   */
  private record Place(int group, int occupancy, int age, int count) {}

  private void addPlaces(Need need) {
    int taken = 0;
    for (int child = 0; child < need.upTo().length; child++) {
      boolean isLast = child + 1 == need.upTo().length;
      boolean isLastOfAge = isLast || needs.age(child + 1) != needs.age(child);
      int lacking = need.upTo()[child] - taken;
      if (isLastOfAge && lacking > 0) {
        places.add(new Place(need.group(), need.occupancy(), needs.age(child), lacking));
        taken += lacking;
      }
    }
  }

  /** Adds a group without rooms of its own for each. */
  Occupancies addTo(Occupancies groups) {
    Occupancies with = groups;
    for (Place place : places) {
      with = with.and(place.occupancy, 0);
    }
    return with;
  }

  /** Takes them out of their groups' places; false where those have too few. */
  boolean open(TypeFlow counted, TypeFlow uncounted, Occupancies occupancies, int firstGroup) {
    int[] taken = new int[occupancies.groups()];
    for (int index = 0; index < places.size(); index++) {
      Place place = places.get(index);
      int left = occupancies.rooms()[place.group] * (place.occupancy - 1);
      taken[place.group] += place.count;
      if (taken[place.group] > left) {
        return false;
      }
      int[] young = needs.youngOfTypes(place.age);
      counted.flow().setPlaces(place.group, 0, left - taken[place.group]);
      counted.flow().setPlaces(firstGroup + index, 0, place.count);
      counted.limit(firstGroup + index, new int[young.length], young);
      uncounted.flow().setPlaces(firstGroup + index, 0, 0);
    }
    return true;
  }
}
