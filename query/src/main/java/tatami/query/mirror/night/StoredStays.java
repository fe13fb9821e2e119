package tatami.query.mirror.night;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tatami.query.stay.StayCells;

/**
 * All calendars of a release. A rule that the release does not have is null, or no entry of a list.
 *
 * @param stock rooms left, by the surrogate of stock; all others go by that of the offer
 * @param prices amounts, by the place of their table in the release's list
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
public record StoredStays(
    StoredNights stock,
    List<StoredNights> prices,
    StoredNights minimumStay,
    StoredNights maximumStay,
    StoredNights minimumStayThrough,
    StoredNights maximumStayThrough,
    List<StoredNights> closed,
    List<StoredNights> stopSell,
    List<StoredNights> arrivalClosed,
    List<StoredNights> departureClosed,
    StoredNights stayPattern) {

  /** Copies the lists. */
  public StoredStays {
    prices = List.copyOf(prices);
    closed = List.copyOf(closed);
    stopSell = List.copyOf(stopSell);
    arrivalClosed = List.copyOf(arrivalClosed);
    departureClosed = List.copyOf(departureClosed);
  }

  /** Returns the same for whoever judges stays. */
  public StayCells cells() {
    return new StayCells(
        stock,
        List.copyOf(prices),
        minimumStay,
        maximumStay,
        minimumStayThrough,
        maximumStayThrough,
        List.copyOf(closed),
        List.copyOf(stopSell),
        List.copyOf(arrivalClosed),
        List.copyOf(departureClosed),
        stayPattern);
  }

  /** Lists the calendars of rules, in the order in which the release lists theirs. */
  public List<StoredNights> rules() {
    List<StoredNights> rules = new ArrayList<>();
    Stream.of(minimumStay, maximumStay, minimumStayThrough, maximumStayThrough)
        .filter(Objects::nonNull)
        .forEach(rules::add);
    rules.addAll(closed);
    rules.addAll(stopSell);
    rules.addAll(arrivalClosed);
    rules.addAll(departureClosed);
    Stream.ofNullable(stayPattern).forEach(rules::add);
    return rules;
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    List<StoredNights> all = new ArrayList<>(prices);
    all.add(stock);
    all.addAll(rules());
    Set<SharedRanks> shared = new HashSet<>();
    for (StoredNights nights : all) {
      if (nights instanceof SharedLevels levels) {
        shared.add(levels.ranks());
      }
    }
    return all.stream().mapToLong(StoredNights::bytes).sum()
        + shared.stream().mapToLong(SharedRanks::bytes).sum();
  }
}
