package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Places that only young children may take. Rooms alike the next one need children of its ages or
 * younger, which are not to be had elsewhere then: such places are groups of their own, by their
 * room's occupancy.
 */
final class YoungPlaces {

  private final Party party;
  private final NextRoom.Children children;
  private final List<Place> places = new ArrayList<>();

  /**
   * Finds the places.
   *
   * @param adultsLeft adults of the rooms behind the next one
   * @param size people of the next room
   */
  YoungPlaces(Party party, NextRoom next, RoomWay way, int adultsLeft, int size) {
    this.party = party;
    children = next.children();
    int alike = way.fewestAlike(adultsLeft, next.mostAdults());
    int held = alike == 0 ? 0 : way.held();
    for (int group = 0; group < way.groups().groups() && alike > 0; group++) {
      int alikeOfGroup = alike - (held - way.groups().rooms()[group]);
      if (way.isHeld(group) && alikeOfGroup > 0) {
        int uncounted = alikeOfGroup * (size - way.groups().occupancy()[group]);
        addPlaces(group, way.groups().occupancy()[group], alikeOfGroup, uncounted);
      }
    }
  }

  /**
   * Places of a group for children up to an age.
   *
   * @param group whose places they are
   * @param age place of the age
   */
  private record Place(int group, int occupancy, int age, int count) {}

  /** Adds the places that heads who do not count cannot take, at most so many of them. */
  private void addPlaces(int group, int occupancy, int alike, int uncounted) {
    int[] needed = children.neededBy(alike);
    int all = 0;
    int taken = 0;
    for (int child = 0; child < needed.length; child++) {
      int age = children.chosen()[child];
      all += needed[child];
      int lacking = all - Math.min(uncounted, uncountedUpTo(age)) - taken;
      boolean isLastOfAge = child + 1 == needed.length || children.chosen()[child + 1] != age;
      if (isLastOfAge && lacking > 0) {
        places.add(new Place(group, occupancy, age, lacking));
        taken += lacking;
      }
    }
  }

  private int uncountedUpTo(int age) {
    int uncounted = 0;
    for (int place = 0; place <= age; place++) {
      uncounted += party.counts[party.typeOfAge[place]] ? 0 : children.left()[place];
    }
    return uncounted;
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
  boolean open(
      TypeFlow counted, TypeFlow uncounted, Occupancies occupancies, int firstGroup) {
    int[] taken = new int[occupancies.groups()];
    for (int index = 0; index < places.size(); index++) {
      Place place = places.get(index);
      int left = occupancies.rooms()[place.group] * (place.occupancy - 1);
      taken[place.group] += place.count;
      if (taken[place.group] > left) {
        return false;
      }
      counted.flow().setPlaces(place.group, 0, left - taken[place.group]);
      counted.flow().setPlaces(firstGroup + index, 0, place.count);
      uncounted.flow().setPlaces(firstGroup + index, 0, 0);
      counted.limit(firstGroup + index, new int[party.types()], youngUpTo(place.age));
    }
    return true;
  }

  private int[] youngUpTo(int age) {
    int[] young = new int[party.types()];
    for (int place = 0; place <= age; place++) {
      young[party.typeOfAge[place]] += children.left()[place];
    }
    return young;
  }
}
