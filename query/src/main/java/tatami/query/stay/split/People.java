package tatami.query.stay.split;

/**
 * People who have no room yet, and what their rooms may look like.
 *
 * @param heads how many of each type; nobody's to write
 * @param counted how many of them count
 * @param rooms how many rooms are left
 * @param limits what a room may look like
 */
@SuppressWarnings("ArrayRecordComponent")
record People(int[] heads, int counted, int rooms, Limits limits) {

  /**
   * What rooms may look like.
   *
   * @param fewest people of a room, whether they count or not
   * @param most people of a room, whether they count or not
   * @param mostAdults adults of a room with the most people
   * @param mostAlike how many rooms may have the most people and the most adults
   */
  record Limits(int fewest, int most, int mostAdults, int mostAlike) {

    /** Rooms of any size. */
    static final Limits NONE =
        new Limits(1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
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

  /** Returns those left where the next room takes as many adults as it may; no other type fits. */
  People behind(NextRoom next) {
    int[] left = heads.clone();
    left[Party.ADULTS] -= next.highest()[Party.ADULTS];
    return new People(left, counted - next.occupancy(), rooms - 1, limits);
  }

  /**
   * Says whether rooms of some occupancies have adults for no more rooms alike than there may be. A
   * room with the highest occupancy that there may be has the most people.
   */
  boolean fits(Occupancies way) {
    return fewestAlike(way) <= Math.min(way.roomsOf(limits.most()), limits.mostAlike());
  }

  /** Returns how many rooms must have the most people, all of whom count, and the most adults. */
  int fewestAlike(Occupancies way) {
    int largest = way.roomsOf(limits.most());
    int adults = heads[Party.ADULTS];
    int inOthers = Math.min(adults - largest, counted - largest * limits.most());
    long alike = adults - inOthers - (long) largest * (limits.mostAdults() - 1);
    return largest == 0 ? 0 : (int) Math.max(0, alike);
  }
}
