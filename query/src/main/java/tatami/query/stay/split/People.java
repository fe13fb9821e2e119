package tatami.query.stay.split;

/**
 * People who have no room yet, and what their rooms may look like.
 *
 * @param heads how many of each type; nobody's to write
 * @param counted how many of them count
 * @param all how many they are
 * @param rooms how many rooms are left
 * @param fewest people of a room, whether they count or not
 * @param most people of a room, whether they count or not
 */
@SuppressWarnings("ArrayRecordComponent")
record People(int[] heads, int counted, int all, int rooms, int fewest, int most) {

  /** Returns all of a party, in rooms of any size. */
  static People of(Party party) {
    return of(party, party.heads, party.rooms, 1, Integer.MAX_VALUE);
  }

  /** Returns some of a party. */
  static People of(Party party, int[] heads, int rooms, int fewest, int most) {
    int all = 0;
    for (int ofType : heads) {
      all += ofType;
    }
    return new People(heads, party.counted(heads), all, rooms, fewest, Math.min(most, all));
  }

  /** Returns how many of them do not count. */
  int uncounted() {
    return all - counted;
  }
}
