package tatami.query.stay;

import java.time.Instant;
import java.util.List;
import tatami.query.request.Guests;
import tatami.query.request.Guests.Room;
import tatami.searchtable.description.ReleaseDescription;

/**
 * A party and an instant in the terms of a release: what each child policy, rebate and lead time
 * makes of them, compiled once a request. Immutable.
 */
public final class StayTerms {

  /** Compiles a question for a release that has stays. */
  public static StayTerms of(ReleaseDescription description, Guests guests, Instant now) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns which cells are read to judge stays.
   *
   * @param firstCheckIn night of the earliest check-in
   * @param lastCheckIn night of the latest check-in, itself inside
   * @param nights length of every stay
   */
  public StayNeeds needs(int firstCheckIn, int lastCheckIn, int nights) {
    throw new UnsupportedOperationException();
  }

  /** Returns which cells are read to find open nights: all from today on. */
  public StayNeeds needsOfOpenNights() {
    throw new UnsupportedOperationException();
  }

  /** Judges stays of some offers. */
  public StayJudge judge(Offers offers, StayCells cells) {
    throw new UnsupportedOperationException();
  }

  /** Tells whether offers can be booked, and for how much. Not thread-safe. */
  public interface StayJudge {

    /**
     * Returns the total of a stay in minor units, at least 0, or why it cannot be booked as {@code
     * −1 − ordinal} of a {@link WhyNot}. Budgets are the caller's: {@link WhyNot#OVER_BUDGET} and
     * {@link WhyNot#NO_OFFER} are not among the reasons.
     *
     * @param position of the offer
     * @param checkIn night of the check-in, from 0
     * @param nights at least 1; the last night is inside the horizon
     */
    long judge(int position, int checkIn, int nights);

    /** Returns the rooms of a stay that can be booked: as named, or as split. */
    List<Room> rooms(int position, int checkIn, int nights);

    /**
     * Finds the lowest and the highest total of one open night from today on.
     *
     * @return {@code null} where no night is open
     */
    long[] openNights(int position);
  }
}
