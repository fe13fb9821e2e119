package tatami.query.stay.split;

/**
 * A room that is being chosen, as far as it is known.
 *
 * @param lowest how many heads of each type it has at least; nobody's to write
 * @param highest how many heads of each type it has at most; nobody's to write
 * @param occupancy how many of its heads count
 * @param uncounted how many of its heads do not
 */
@SuppressWarnings("ArrayRecordComponent")
record NextRoom(int[] lowest, int[] highest, int occupancy, int uncounted) {}
