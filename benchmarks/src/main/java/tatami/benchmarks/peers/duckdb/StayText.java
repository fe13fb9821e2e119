package tatami.benchmarks.peers.duckdb;

import java.util.List;
import java.util.stream.Collectors;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.peers.folded.NumberedSearch;

/** The conditions of a search, and the total of a stay, as SQL. */
final class StayText {

  private static final int SECONDS_A_DAY = 86_400;

  private final NumberedSearch numbered;
  private final int nights;
  private final int adults;

  StayText(NumberedSearch numbered) {
    this.numbered = numbered;
    this.nights = numbered.search().nights();
    this.adults = numbered.search().adults();
  }

  /**
   * Returns what no night decides.
   *
   * @param leftOut the filter of this facet is left out; null for none
   */
  String filters(Facet leftOut) {
    StringBuilder text = new StringBuilder();
    text.append("sale_from <= " + numbered.today() + " AND sale_to >= " + numbered.today());
    if (leftOut != Facet.AREA && !numbered.search().path().isEmpty()) {
      text.append("\n  AND offer.hotel >= " + numbered.hotelFrom())
          .append(" AND offer.hotel < " + numbered.hotelTo());
    }
    if (!numbered.rectangle().isEmpty()) {
      List<Integer> edges = numbered.rectangle();
      text.append("\n  AND latitude BETWEEN " + edges.get(0) + " AND " + edges.get(2))
          .append(" AND longitude BETWEEN " + edges.get(1) + " AND " + edges.get(3));
    }
    numbered.amenities().forEach(amenity -> text.append("\n  AND a" + amenity));
    if (leftOut != Facet.MEAL && !numbered.meals().isEmpty()) {
      text.append(
          numbered.meals().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ", "\n  AND meal IN (", ")")));
    }
    return text.toString();
  }

  /** Returns what the clock decides of an arrival. */
  String clock(int day) {
    int ahead = day - numbered.todayAfterFirstNight();
    return "close_seconds < "
        + ((long) day * SECONDS_A_DAY - numbered.nowAfterFirstNight())
        + " AND advance_minimum <= "
        + ahead
        + " AND advance_maximum >= "
        + ahead;
  }

  /** Returns the first and the last day of arrival as {@code earliest, latest}. */
  String arrivals() {
    return "greatest(CAST(floor((close_seconds + %d) / %d) AS INTEGER) + 1, advance_minimum + %d)"
            .formatted(
                numbered.nowAfterFirstNight(), SECONDS_A_DAY, numbered.todayAfterFirstNight())
        + " AS earliest, advance_maximum + "
        + numbered.todayAfterFirstNight()
        + " AS latest";
  }

  /** Returns whether the length of the stay is allowed. */
  String isAllowed(String stays) {
    return "(" + stays + " & " + numbered.lengthBit() + ") <> 0";
  }

  /** Returns the sum of prices. */
  static String sum(List<String> prices) {
    return "(" + String.join(" + ", prices) + ")";
  }

  /** Returns whether an offer has a rebate for so many nights. */
  static String isRebated(int nights) {
    return "(%s < 10000 OR %s > 0 OR %s > 0)"
        .formatted(
            RebateColumns.keep(nights), RebateColumns.off(nights), RebateColumns.free(nights));
  }

  /** Returns the total without rebates. */
  String fullTotal(List<String> prices) {
    return adults + " * " + sum(prices);
  }

  /** Returns the smallest total. */
  String total(List<String> prices, TableFacts facts) {
    return total(fullTotal(prices), free(prices, facts), facts);
  }

  /**
   * Returns the smallest total.
   *
   * @param full without rebates
   * @param free what the free nights cost one adult
   */
  String total(String full, String free, TableFacts facts) {
    if (!facts.hasRebates()) {
      return full;
    }
    String shares =
        "least(CAST((CAST(%1$s AS BIGINT) * %2$s + 5000) // 10000 AS INTEGER), greatest(0, %1$s - %3$s)"
            .formatted(full, RebateColumns.keep(nights), RebateColumns.off(nights));
    return facts.freeNights() == 0
        ? shares + ")"
        : shares + ", " + full + " - " + adults + " * " + free + ")";
  }

  /** Returns what the free nights cost one adult. */
  String free(List<String> prices, TableFacts facts) {
    String count = RebateColumns.free(nights);
    String list = String.join(", ", prices);
    return switch (facts.freeNights()) {
      case 0 -> "0";
      case 1 -> count + " * least(" + list + ")";
      default -> "COALESCE(list_sum(list_sort([" + list + "])[1:" + count + "]), 0)";
    };
  }

  /** Returns the condition of the budget; true without one. */
  String isAffordable(String total) {
    return numbered.search().budget() == null ? "true" : total + " <= " + numbered.budget();
  }
}
