package tatami.query.stay.split;

/**
 * A room that is being chosen, as far as it is known.
 *
 * @param lowest how many heads of each type it has at least; nobody's to write
 * @param highest how many heads of each type it has at most; nobody's to write
 * @param occupancy how many of its heads count
 * @param uncounted how many of its heads do not
 * @param children those chosen so far, and those left over
 */
@SuppressWarnings("ArrayRecordComponent")
record NextRoom(int[] lowest, int[] highest, int occupancy, int uncounted, Children children) {

  /** Returns the room with all its heads known. */
  NextRoom known(int[] heads) {
    return new NextRoom(heads, heads, occupancy, uncounted, children);
  }

  /**
   * Children by the places of their ages.
   *
   * @param chosen the places of the first children of the room, ascending; nobody's to write
   * @param left how many children of each place are in no room so far; nobody's to write
   */
  record Children(int[] chosen, int[] left) {}
}
