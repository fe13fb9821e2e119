package tatami.query.stay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The calendars of some offers, as far as {@link StayNeeds} asked for them. A rule that the release
 * does not have is null, or no entry of a list.
 *
 * @param stock rooms left, by the surrogate of stock; all others go by that of the offer
 * @param prices amounts, by the place of their table in the release's list; null where they were
 *     not asked for
 * @param minimumStay limits of the check-in date
 * @param maximumStay limits of the check-in date
 * @param minimumStayThrough limits of every night
 * @param maximumStayThrough limits of every night
 * @param closed 1 = closed
 * @param stopSell 1 = closed
 * @param arrivalClosed 1 = closed
 * @param departureClosed 1 = closed
 * @param stayPattern patterns of lengths
 */
public record StayCells(
    NightCells stock,
    List<NightCells> prices,
    NightCells minimumStay,
    NightCells maximumStay,
    NightCells minimumStayThrough,
    NightCells maximumStayThrough,
    List<NightCells> closed,
    List<NightCells> stopSell,
    List<NightCells> arrivalClosed,
    List<NightCells> departureClosed,
    NightCells stayPattern) {

  /** Copies the lists. */
  public StayCells {
    Objects.requireNonNull(stock, "stock");
    prices = Collections.unmodifiableList(new ArrayList<>(prices));
    closed = List.copyOf(closed);
    stopSell = List.copyOf(stopSell);
    arrivalClosed = List.copyOf(arrivalClosed);
    departureClosed = List.copyOf(departureClosed);
  }

  /**
   * Finds the offers that a calendar of rules may say something about.
   *
   * @return null where that is not known of every calendar
   */
  BitSet findRuled() {
    List<NightCells> rules = new ArrayList<>(closed);
    rules.addAll(stopSell);
    rules.addAll(arrivalClosed);
    rules.addAll(departureClosed);
    rules.addAll(
        Arrays.asList(
            minimumStay, maximumStay, minimumStayThrough, maximumStayThrough, stayPattern));
    BitSet ruled = new BitSet();
    for (NightCells rule : rules) {
      if (rule != null && !rule.addRows(ruled)) {
        return null;
      }
    }
    return ruled;
  }
}
