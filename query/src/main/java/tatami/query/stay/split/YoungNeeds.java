package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import tatami.query.stay.split.NextRoom.Children;
import tatami.query.stay.split.RoomWay.Kind;

/**
 * How many young children must count in rooms alike the next one: those need children of its ages
 * or younger, which are not to be had elsewhere then.
 */
final class YoungNeeds {

  private final Party party;
  private final Children children;
  private final List<Need> needs = new ArrayList<>();
  private boolean isPossible = true;

  /** Returns the needs where no room is held to ages. */
  static YoungNeeds none(Party party) {
    return new YoungNeeds(party, Children.NONE);
  }

  private YoungNeeds(Party party, Children children) {
    this.party = party;
    this.children = children;
  }

  /**
   * What some rooms alike need.
   *
   * @param group of the way, to which they belong
   * @param occupancy heads of each room that count
   * @param upTo how many children that count they need up to an age, by child of the next room that
   *     has the age; nobody's to write
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Need(int group, int occupancy, int[] upTo) {}

  /**
   * Finds the needs.
   *
   * @param everybody without a room, those of the next one among them
   */
  YoungNeeds(Party party, People everybody, NextRoom next, RoomWay way) {
    this(party, next.children());
    boolean isAnyChosen = children.chosen().length > 0;
    for (int group = 0; group < way.groups().groups() && isAnyChosen; group++) {
      if (way.kinds().get(group) == Kind.ALIKE) {
        add(next, way, group, everybody.limits().most());
      }
    }
  }

  private void add(NextRoom next, RoomWay way, int group, int size) {
    int alike = way.groups().rooms()[group];
    int occupancy = way.groups().occupancy()[group];
    int uncounted = alike * (size - occupancy);
    int places = alike * (occupancy - next.mostAdults());
    children
        .findNeeded(alike, uncounted == 0 ? children.counted() : children.left())
        .ifPresentOrElse(
            needed -> add(new Need(group, occupancy, upTo(needed, uncounted)), places),
            () -> isPossible = false);
  }

  /** Returns what heads who do not count leave of what is needed; they take so many places. */
  private int[] upTo(int[] needed, int uncounted) {
    int[] upTo = new int[needed.length];
    int all = 0;
    for (int child = 0; child < upTo.length; child++) {
      all += needed[child];
      upTo[child] = Math.max(0, all - Math.min(uncounted, young(age(child), 0, false)));
    }
    return upTo;
  }

  /** Adds a need of rooms that have so many places for children that count. */
  private void add(Need need, int places) {
    for (int child = 0; child < need.upTo.length; child++) {
      int most = Math.min(places, young(age(child), 0, true));
      isPossible &= need.upTo[child] <= most;
    }
    needs.add(need);
  }

  /** Lists the needs, at most one of each group. */
  List<Need> list() {
    return needs;
  }

  /** Returns the place of the age of a child of the next room. */
  int age(int child) {
    return children.chosen()[child];
  }

  /** Returns how many children are left up to an age, by type. */
  int[] youngOfTypes(int age) {
    int[] young = new int[party.types()];
    for (int place = 0; place <= age; place++) {
      young[party.typeOfAge[place]] += children.left()[place];
    }
    return young;
  }

  /** Returns how many children of types from one on are left up to an age. */
  private int young(int age, int firstType, boolean counts) {
    int young = 0;
    for (int place = 0; place <= age; place++) {
      int type = party.typeOfAge[place];
      young += type >= firstType && party.counts[type] == counts ? children.left()[place] : 0;
    }
    return young;
  }

  /** Returns how many young children of types from one on the rooms of some group need. */
  int fewestOf(int type, int group) {
    int fewest = 0;
    for (Need need : needs) {
      for (int child = 0; child < need.upTo.length && need.group == group; child++) {
        int age = age(child);
        int ofTypesBefore = young(age, 0, true) - young(age, type, true);
        fewest = Math.max(fewest, need.upTo[child] - ofTypesBefore);
      }
    }
    return fewest;
  }

  /** Returns how many of the young children needed one room may have. */
  int mostOfRoom() {
    return children.chosen().length;
  }

  /** Says whether enough children are left. */
  boolean canBeMet() {
    return isPossible;
  }
}
