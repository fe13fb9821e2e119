package tatami.oracle.hotel;

import java.util.List;
import tatami.oracle.hotel.HotelRequest.Room;

/**
 * What becomes of an offer.
 *
 * @param code why it cannot be booked; null where it can
 * @param min total, without dates the lowest of one night; null where there is none
 * @param max total, without dates the highest of one night; null where there is none
 * @param rooms who sleeps where; null where it cannot be booked, and without dates
 */
record Judgement(WhyNotCode code, Long min, Long max, List<Room> rooms) {

  static Judgement no(WhyNotCode code) {
    return new Judgement(code, null, null, null);
  }
}
