package tatami.query.stay.split;

/**
 * People who have no room yet, and how many of them a room may have.
 *
 * @param heads how many of each type; nobody's to write
 * @param counted how many of them count
 * @param rooms how many rooms are left
 * @param limits how large a room may be
 */
@SuppressWarnings("ArrayRecordComponent")
record People(int[] heads, int counted, int rooms, Limits limits) {

  /**
   * How large rooms may be.
   *
   * @param fewest people of a room, whether they count or not
   * @param most people of a room, whether they count or not
   */
  record Limits(int fewest, int most) {

    /** Rooms of any size. */
    static final Limits NONE = new Limits(1, Integer.MAX_VALUE);
  }

  /** Returns some of a party. */
  static People of(Party party, int[] heads, int rooms, Limits limits) {
    return new People(heads, party.counted(heads), rooms, limits);
  }

  /** Returns how many of them do not count. */
  int uncounted() {
    int uncounted = -counted;
    for (int ofType : heads) {
      uncounted += ofType;
    }
    return uncounted;
  }
}
