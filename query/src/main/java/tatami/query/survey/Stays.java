package tatami.query.survey;

/**
 * Stays of one length, with a check-in on each of some nights.
 *
 * @param firstCheckIn the earliest check-in, from 0 for the horizon's first night
 * @param lastCheckIn the latest check-in, itself inside
 * @param nights at least 1; the last stay ends inside the horizon, or with it
 */
public record Stays(int firstCheckIn, int lastCheckIn, int nights) {

  /** Refuses what is no stay. */
  public Stays {
    if (firstCheckIn < 0 || lastCheckIn < firstCheckIn || nights < 1) {
      throw new IllegalArgumentException(
          "firstCheckIn=" + firstCheckIn + " lastCheckIn=" + lastCheckIn + " nights=" + nights);
    }
  }

  /** Returns how many check-ins there are. */
  public int count() {
    return lastCheckIn - firstCheckIn + 1;
  }
}
