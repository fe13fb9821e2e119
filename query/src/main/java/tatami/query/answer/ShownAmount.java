package tatami.query.answer;

import tatami.query.request.SearchRequest;
import tatami.query.request.StayRequest;

/**
 * Amounts as a caller wants them shown: as they are, or divided by nights and rooms and rounded
 * half up.
 *
 * @param perNight whether they are divided
 * @param nights at least 1
 * @param rooms at least 1
 */
public record ShownAmount(boolean perNight, int nights, int rooms) {

  /** Returns what a request asks for. */
  public static ShownAmount of(SearchRequest request) {
    StayRequest stay = request.stay();
    return new ShownAmount(request.price().perNight(), stay.nights(), stay.guests().roomCount());
  }

  /** Returns the same for another number of rooms. */
  public ShownAmount withRooms(int others) {
    return new ShownAmount(perNight, nights, others);
  }

  /** Returns a total, in minor units, as it is shown. */
  public long of(long total) {
    if (!perNight) {
      return total;
    }
    long divisor = (long) nights * rooms;
    return total / divisor + (total % divisor * 2 >= divisor ? 1 : 0);
  }
}
