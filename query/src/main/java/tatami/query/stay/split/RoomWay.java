package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way of writing heads that count as a sum of occupancies, with the room that is chosen next
 * told apart. As many people as that has at most every other room; which of them have as many may
 * be part of the way, for only those are held to its adults and its ages.
 *
 * @param occupancy how many heads of the next room count
 * @param behind the occupancies of the rooms behind it
 * @param groups the same, groups divided where some of their rooms are as large as the next one and
 *     some are not
 * @param sizes of the rooms of each group
 */
record RoomWay(int occupancy, Occupancies behind, Occupancies groups, List<Size> sizes) {

  /** How many people the rooms of a group have. */
  enum Size {
    /** At most as many as the next room. */
    ANY,
    /** As many as the next room. */
    LARGEST,
    /** Fewer than the next room. */
    SMALLER
  }

  /**
   * Tells a room of some group apart.
   *
   * @param size people of the room
   */
  static RoomWay of(Occupancies way, int group, int size) {
    Occupancies behind = way.without(group);
    List<Size> sizes = new ArrayList<>(Collections.nCopies(behind.groups(), Size.ANY));
    for (int other = 0; other < behind.groups(); other++) {
      if (behind.occupancy()[other] == size) {
        sizes.set(other, Size.LARGEST);
      }
    }
    return new RoomWay(way.occupancy()[group], behind, behind, sizes);
  }

  /** Returns the occupancies of all rooms; the next one is a group of its own, the last. */
  Occupancies all() {
    return groups.and(occupancy, 1);
  }

  /** Returns how many people a room of some group has at least. */
  int fewestPeople(int group, People.Limits limits) {
    return sizes.get(group) == Size.LARGEST ? limits.most() : limits.fewest();
  }

  /** Returns how many people a room of some group has at most. */
  int mostPeople(int group, People.Limits limits) {
    return sizes.get(group) == Size.SMALLER ? limits.most() - 1 : limits.most();
  }

  /** Says whether the rooms of some group are held to the adults and ages of the next room. */
  boolean isHeld(int group) {
    return sizes.get(group) == Size.LARGEST;
  }

  /**
   * Returns how many adults the rooms of a group may have together that is held to those of the
   * next room.
   *
   * @param size people of the next room
   */
  int mostAdults(int group, NextRoom next, int size) {
    int rooms = groups.rooms()[group];
    return rooms * (next.mostAdults() - 1) + mostAlike(group, next, size);
  }

  /** Returns how many rooms of a group that is held to the next room may be alike. */
  int mostAlike(int group, NextRoom next, int size) {
    boolean isAllCounted = groups.occupancy()[group] == size;
    int most = isAllCounted ? next.mostAlikeCounted() : next.mostAlike();
    return Math.min(groups.rooms()[group], most);
  }

  /** Returns how many rooms are held to the adults and ages of the next room. */
  int held() {
    int held = 0;
    for (int group = 0; group < groups.groups(); group++) {
      held += isHeld(group) ? groups.rooms()[group] : 0;
    }
    return held;
  }

  /**
   * Returns how many of the rooms behind must have as many people and adults as the next one, which
   * none of them may come before.
   *
   * @param adultsLeft adults of the rooms behind
   * @param adults of the next room
   */
  int fewestAlike(int adultsLeft, int adults) {
    int held = held();
    int placesElsewhere = 0;
    for (int group = 0; group < groups.groups(); group++) {
      placesElsewhere += isHeld(group) ? 0 : groups.rooms()[group] * groups.occupancy()[group];
    }
    int elsewhere = Math.min(adultsLeft - held, placesElsewhere);
    return Math.max(0, adultsLeft - elsewhere - held * (adults - 1));
  }
}
