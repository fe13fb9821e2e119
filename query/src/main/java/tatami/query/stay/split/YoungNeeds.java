package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many young children must count in rooms alike the next one: those need children of its ages
 * or younger, which are not to be had elsewhere then.
 */
final class YoungNeeds {

  private final Party party;
  private final NextRoom.Children children;
  private final List<Need> needs = new ArrayList<>();
  private boolean isPossible = true;

  /** Returns the needs where no room is held to ages. */
  static YoungNeeds none(Party party) {
    return new YoungNeeds(party, NextRoom.Children.NONE);
  }

  private YoungNeeds(Party party, NextRoom.Children children) {
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
    int adultsLeft = everybody.heads()[Party.ADULTS] - next.mostAdults();
    int alike = way.fewestAlike(adultsLeft, next.mostAdults());
    if (alike == 0 || children.chosen().length == 0) {
      return;
    }
    int held = way.held();
    for (int group = 0; group < way.groups().groups(); group++) {
      int alikeOfGroup = alike - (held - way.groups().rooms()[group]);
      if (way.isHeld(group) && alikeOfGroup > 0) {
        int occupancy = way.groups().occupancy()[group];
        int uncounted = alikeOfGroup * (everybody.limits().most() - occupancy);
        add(group, occupancy, alikeOfGroup, uncounted);
      }
    }
  }

  /** Adds what heads who do not count leave to be needed, of whom there are at most so many. */
  private void add(int group, int occupancy, int alike, int uncounted) {
    Optional<int[]> found =
        children.findNeeded(alike, uncounted == 0 ? leftThatCount() : children.left());
    if (found.isEmpty()) {
      isPossible = false;
      return;
    }
    int[] upTo = found.get();
    int all = 0;
    for (int child = 0; child < upTo.length; child++) {
      all += upTo[child];
      upTo[child] = Math.max(0, all - Math.min(uncounted, young(age(child), 0, false)));
      isPossible &= upTo[child] <= young(age(child), 0, true);
    }
    needs.add(new Need(group, occupancy, upTo));
  }

  private int[] leftThatCount() {
    int[] left = children.left().clone();
    for (int place = 0; place < left.length; place++) {
      left[place] = party.counts[party.typeOfAge[place]] ? left[place] : 0;
    }
    return left;
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
