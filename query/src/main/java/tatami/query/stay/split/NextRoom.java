package tatami.query.stay.split;

import java.util.Arrays;
import java.util.Optional;

/**
 * A room that is being chosen, as far as it is known. Rooms behind that have its people and its
 * adults may not have ages that come after its own.
 *
 * @param lowest how many heads of each type it has at least; nobody's to write
 * @param highest how many heads of each type it has at most; nobody's to write
 * @param uncounted how many of its heads do not count
 * @param mostAlike how many rooms behind may have its people and its adults
 * @param mostAlikeCounted how many of them may have no heads but such as count
 * @param children those chosen so far, and those left over
 */
@SuppressWarnings("ArrayRecordComponent")
record NextRoom(
    int[] lowest,
    int[] highest,
    int uncounted,
    int mostAlike,
    int mostAlikeCounted,
    Children children) {

  /** Returns how many adults it has at most. */
  int mostAdults() {
    return highest[Party.ADULTS];
  }

  /** Says whether all its heads are known. */
  boolean isKnown() {
    return Arrays.equals(lowest, highest);
  }

  /** Returns the same room of whom no ages are known. */
  NextRoom withoutAges() {
    return new NextRoom(lowest, highest, uncounted, mostAlike, mostAlikeCounted, Children.NONE);
  }

  /** Returns the room with its heads known of all types before one. */
  NextRoom knownUpTo(int type, int[] heads) {
    int[] most = highest.clone();
    System.arraycopy(heads, 0, most, 0, type);
    return new NextRoom(heads, most, uncounted, mostAlike, mostAlikeCounted, children);
  }

  /** Returns the room with all its heads known. */
  NextRoom known(int[] heads) {
    return new NextRoom(heads, heads, uncounted, mostAlike, mostAlikeCounted, children);
  }

  /**
   * Children by the places of their ages.
   *
   * @param chosen the places of the first children of the room, ascending; nobody's to write
   * @param left how many children of each place are in no room so far; nobody's to write
   * @param counted how many of those count; nobody's to write
   */
  record Children(int[] chosen, int[] left, int[] counted) {

    /** No child chosen, and none told apart. */
    static final Children NONE = new Children(new int[0], new int[0], new int[0]);

    /** Returns for how many rooms alike some children are enough, at most so many. */
    int mostAlike(int atMost, int[] from) {
      int alike = atMost;
      while (findNeeded(alike, from).isEmpty()) {
        alike--;
      }
      return alike;
    }

    /**
     * Finds how many children so many rooms alike need of an age or younger, each further one at
     * the place of the age: as many as go on to that child of the room without an earlier one that
     * is younger, which puts them behind for good.
     *
     * @param from how many children of each place may be taken
     * @return by child chosen; empty where those children cannot do
     */
    Optional<int[]> findNeeded(int alike, int[] from) {
      int[] needed = new int[chosen.length];
      int[] free = from.clone();
      int open = alike;
      int younger = 0;
      for (int child = 0; child < chosen.length && open > 0; child++) {
        needed[child] = open;
        for (; younger < chosen[child]; younger++) {
          open -= free[younger];
        }
        free[chosen[child]] -= Math.max(0, open);
        if (free[chosen[child]] < 0) {
          return Optional.empty();
        }
      }
      return Optional.of(needed);
    }
  }
}
