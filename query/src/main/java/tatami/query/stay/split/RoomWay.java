package tatami.query.stay.split;

/**
 * One way of writing heads that count as a sum of occupancies, with the room that is chosen next
 * told apart.
 *
 * @param all the occupancies of all rooms; the last group is the next room alone, whether or not
 *     others have its occupancy
 * @param others the occupancies of the rooms behind it
 */
record RoomWay(Occupancies all, Occupancies others) {

  /** Tells a room of some group apart. */
  static RoomWay of(Occupancies way, int group) {
    Occupancies others = way.without(group);
    return new RoomWay(others.and(way.occupancy()[group]), others);
  }

  /** Returns how many heads of the next room count. */
  int occupancy() {
    return all.occupancy()[all.groups() - 1];
  }
}
