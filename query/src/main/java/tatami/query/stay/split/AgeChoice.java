package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tatami.query.request.Guests.Room;
import tatami.query.stay.split.NextRoom.Children;

/** Goes through the ages of one room whose size and adults are chosen, in their order. */
final class AgeChoice {

  private final Party party;
  private final int[] headsOfAge;
  private final NextRoomCheck check;
  private final Predicate<AgeChoice> rest;
  private final List<Integer> places = new ArrayList<>();
  private final int[] heads;
  private int children;
  private List<Integer> bound;
  private int mostAlike;

  /**
   * Binds to a room.
   *
   * @param headsOfAge how many children of each age have no room; those of this room are taken out
   *     while others are asked for
   * @param rest says whether there are rooms for all others
   */
  AgeChoice(Party party, int[] headsOfAge, NextRoomCheck check, Predicate<AgeChoice> rest) {
    this.party = party;
    this.headsOfAge = headsOfAge;
    this.check = check;
    this.rest = rest;
    heads = new int[party.types()];
    mostAlike = party.rooms;
  }

  /**
   * Looks for the first ages with which all others have rooms too.
   *
   * @param adults of the room
   * @param newChildren how many children it has
   * @param newBound ages that those of the room may not come after; null where they may be any
   */
  boolean find(int adults, int newChildren, List<Integer> newBound) {
    children = newChildren;
    bound = newBound;
    heads[Party.ADULTS] = adults;
    return choose(0, bound != null);
  }

  /** Returns the room, all of it chosen. */
  Room room() {
    return new Room(heads[Party.ADULTS], places.stream().map(place -> party.ages[place]).toList());
  }

  /** Returns how many heads of each type the room has; nobody's to write. */
  int[] heads() {
    return heads;
  }

  /**
   * Chooses the next child.
   *
   * @param from lowest place of its age
   * @param isAtBound whether the ages so far are those of the bound
   */
  private boolean choose(int from, boolean isAtBound) {
    int child = places.size();
    if (child == children) {
      return check.canHave(heads, heads, mostAlike, chosen()) && rest.test(this);
    }
    int[] refutedAlike = new int[heads.length];
    Arrays.fill(refutedAlike, -1);
    for (int place = from; place < headsOfAge.length; place++) {
      int age = party.ages[place];
      if (isAtBound && age > bound.get(child)) {
        return false;
      }
      boolean isStillAtBound = isAtBound && age == bound.get(child);
      if (headsOfAge[place] > 0 && take(place, isStillAtBound, refutedAlike)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes a child.
   *
   * @param refutedAlike by type, for how many rooms alike it is known that no child of it will do,
   *     whatever their ages: an older one of the same type leaves no more to choose from
   */
  private boolean take(int place, boolean isAtBound, int[] refutedAlike) {
    int type = party.typeOfAge[place];
    int mostBefore = mostAlike;
    int wayBefore = check.firstWay();
    headsOfAge[place]--;
    heads[type]++;
    places.add(place);
    Children chosen = chosen();
    mostAlike = chosen.mostAlike(mostAlike, headsOfAge);
    boolean isFound = false;
    if (refutedAlike[type] < mostAlike) {
      if (check.canHave(heads, highest(place), mostAlike, chosen)) {
        isFound = choose(place, isAtBound);
      } else {
        check.goBackTo(wayBefore);
        boolean isRefuted = !check.canHave(heads, highest(place), mostAlike, Children.NONE);
        refutedAlike[type] = isRefuted ? mostAlike : refutedAlike[type];
      }
    }
    check.goBackTo(wayBefore);
    mostAlike = mostBefore;
    places.remove(places.size() - 1);
    headsOfAge[place]++;
    heads[type]--;
    return isFound;
  }

  private Children chosen() {
    int[] chosen = places.stream().mapToInt(Integer::intValue).toArray();
    int[] counted = headsOfAge.clone();
    for (int place = 0; place < counted.length; place++) {
      counted[place] = party.counts[party.typeOfAge[place]] ? counted[place] : 0;
    }
    return new Children(chosen, headsOfAge, counted);
  }

  /** Returns how many heads of each type the room has at most, children from a place on. */
  private int[] highest(int from) {
    int[] highest = heads.clone();
    if (places.size() < children) {
      for (int place = from; place < headsOfAge.length; place++) {
        highest[party.typeOfAge[place]] += headsOfAge[place];
      }
    }
    return highest;
  }
}
