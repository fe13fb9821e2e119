package tatami.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tatami.oracle.OracleAnswer.PriceRange;

/** Which listings can be stayed in, and for how much. */
final class StayRules {

  private static final Outcome NO_MATCH = new Outcome(false, null);

  private final City city;
  private final LocalDate today;
  private final Set<PlantedBug> planted;

  StayRules(City city, LocalDate today, Set<PlantedBug> planted) {
    this.city = city;
    this.today = today;
    this.planted = planted;
  }

  /** Judges one listing. */
  Outcome judge(Listing listing, OracleRequest.Stay stay, OracleRequest.Budget budget) {
    if (stay.checkIn() == null) {
      PriceRange price = openNights(listing, stay.party());
      return isInBudget(price, budget) ? new Outcome(true, price) : NO_MATCH;
    }
    PriceRange price = bookable(listing, stay);
    return price != null && isInBudget(price, budget) ? new Outcome(true, price) : NO_MATCH;
  }

  /** Returns the total of a stay, or null where it cannot be booked. */
  private PriceRange bookable(Listing listing, OracleRequest.Stay stay) {
    int first = (int) (stay.checkIn().toEpochDay() - city.firstNight().toEpochDay());
    Night arrival = listing.nights().get(first);
    if (arrival == null || !allowsLength(listing, arrival, stay.length())) {
      return null;
    }
    if (!holds(listing, stay.party())) {
      return null;
    }
    int end = first + stay.length();
    if (planted.contains(PlantedBug.NIGHTS)) {
      end = Math.min(end + 1, city.nights());
    }
    long total = 0;
    for (int offset = first; offset < end; offset++) {
      Night night = listing.nights().get(offset);
      if (!isOpen(night, stay.party().size())) {
        return null;
      }
      total += night.price() * stay.party().size();
    }
    return new PriceRange(total, total);
  }

  private boolean allowsLength(Listing listing, Night arrival, int nights) {
    Integer minimum = firstPresent(arrival.minimumNights(), listing.limits().minimum());
    Integer maximum = firstPresent(arrival.maximumNights(), listing.limits().maximum());
    if (planted.contains(PlantedBug.STAY_LIMITS) && minimum != null && nights == minimum) {
      return false;
    }
    return (minimum == null || nights >= minimum) && (maximum == null || nights <= maximum);
  }

  private static Integer firstPresent(Integer cell, Integer fallback) {
    return cell == null ? fallback : cell;
  }

  private boolean holds(Listing listing, List<OracleRequest.Room> party) {
    for (OracleRequest.Room room : party) {
      int heads = planted.contains(PlantedBug.CAPACITY) ? room.heads() + 1 : room.heads();
      if (listing.capacity() != null && heads > listing.capacity()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(Night night, int rooms) {
    int stock = night != null && night.available() ? 1 : 0;
    return stock >= rooms && night.price() != null;
  }

  /** Returns the lowest and highest one-night total from today on; null where no night is open. */
  private PriceRange openNights(Listing listing, List<OracleRequest.Room> party) {
    int first = (int) Math.max(0, today.toEpochDay() - city.firstNight().toEpochDay());
    Long lowest = null;
    Long highest = null;
    for (int offset = first; offset < city.nights() && holds(listing, party); offset++) {
      Night night = listing.nights().get(offset);
      if (isOpen(night, party.size())) {
        long total = night.price() * party.size();
        lowest = lowest == null ? total : Math.min(lowest, total);
        highest = highest == null ? total : Math.max(highest, total);
      }
    }
    return lowest == null ? null : new PriceRange(lowest, highest);
  }

  private static boolean isInBudget(PriceRange price, OracleRequest.Budget budget) {
    if (budget == null || (budget.min() == null && budget.max() == null)) {
      return true;
    }
    return price != null
        && (budget.min() == null || price.min() >= budget.min())
        && (budget.max() == null || price.min() <= budget.max());
  }

  /**
   * Whether a listing matches as far as the stay goes.
   *
   * @param price null where it does not match, or where no night is open
   */
  record Outcome(boolean matches, PriceRange price) {}
}
