package tatami.query.stay.split;

import java.util.Collections;
import java.util.List;

/**
 * One way of writing heads that count as a sum of occupancies, with the room that is chosen next
 * told apart. No other room comes before that one: those with as many people have no more adults,
 * and those with as many people and adults no ages that come later. Which rooms those are may be
 * part of the way.
 *
 * @param occupancy how many heads of the next room count
 * @param behind the occupancies of the rooms behind it
 * @param groups the same, groups divided where their rooms differ in kind
 * @param kinds of the rooms of each group
 */
record RoomWay(int occupancy, Occupancies behind, Occupancies groups, List<Kind> kinds) {

  /** How rooms compare to the next one. */
  enum Kind {
    /** At most as many people. */
    ANY,
    /** Fewer people. */
    SMALLER,
    /** As many people, and fewer adults. */
    FEWER_ADULTS,
    /** As many people and adults. */
    ALIKE
  }

  /** Tells a room of some group apart, the others of any kind. */
  static RoomWay of(Occupancies way, int group) {
    Occupancies behind = way.without(group);
    List<Kind> kinds = Collections.nCopies(behind.groups(), Kind.ANY);
    return new RoomWay(way.occupancy()[group], behind, behind, kinds);
  }

  /** Returns the occupancies of all rooms; the next one is a group of its own, the last. */
  Occupancies all() {
    return groups.and(occupancy, 1);
  }

  /** Returns how many people a room of some group has at least. */
  int fewestPeople(int group, People.Limits limits) {
    Kind kind = kinds.get(group);
    boolean isAsLarge = kind == Kind.FEWER_ADULTS || kind == Kind.ALIKE;
    return isAsLarge ? limits.most() : limits.fewest();
  }

  /** Returns how many people a room of some group has at most. */
  int mostPeople(int group, People.Limits limits) {
    return kinds.get(group) == Kind.SMALLER ? limits.most() - 1 : limits.most();
  }

  /** Returns how many adults a room of some group has at least. */
  int fewestAdults(int group, NextRoom next) {
    return kinds.get(group) == Kind.ALIKE ? next.mostAdults() : 1;
  }

  /** Returns how many adults a room of some group has at most. */
  int mostAdults(int group, NextRoom next) {
    return switch (kinds.get(group)) {
      case ANY, SMALLER -> groups.occupancy()[group];
      case FEWER_ADULTS -> next.mostAdults() - 1;
      case ALIKE -> next.mostAdults();
    };
  }

  /** Says whether some room has as many people and adults as the next one. */
  boolean hasAlike() {
    return kinds.contains(Kind.ALIKE);
  }

  /** Says whether children can give as many rooms alike as there are ages that may be. */
  boolean fits(NextRoom next, int size) {
    int alike = 0;
    int alikeCounted = 0;
    for (int group = 0; group < groups.groups(); group++) {
      if (kinds.get(group) == Kind.ALIKE) {
        alike += groups.rooms()[group];
        alikeCounted += groups.occupancy()[group] == size ? groups.rooms()[group] : 0;
      }
    }
    return alike <= next.mostAlike() && alikeCounted <= next.mostAlikeCounted();
  }
}
