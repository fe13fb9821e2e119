package tatami.benchmarks.peers.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.peers.folded.NumberedSearch;

/**
 * The calendar of offers that are a row each: a total for each day, made without a branch, and for
 * each hotel a bit for each day that it can be booked on. Lowest and highest totals need no hotels;
 * grouping them by hotel takes twice as long.
 */
final class CalendarText {

  private final NightForm form;
  private final NumberedSearch numbered;
  private final MixedSearch search;
  private final StayText stay;
  private final TableFacts facts;

  CalendarText(NightForm form, NumberedSearch numbered, StayText stay, TableFacts facts) {
    this.form = form;
    this.numbered = numbered;
    this.search = numbered.search();
    this.stay = stay;
    this.facts = facts;
  }

  /** Returns a statement with one row: lowest, highest and hotels of each day. */
  String statement() {
    List<String> totals = new ArrayList<>();
    List<String> extremes = new ArrayList<>();
    List<String> bits = new ArrayList<>();
    List<String> hotels = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (int number = 0; number < MixedSearch.CALENDAR_DAYS; number++) {
      String total = "t" + number;
      String isBookable = "CAST(%s <= %d AS INTEGER)".formatted(total, most());
      totals.add(total(number) + " AS " + total);
      extremes.add(
          "min(%1$s) AS l%2$d, max(%1$s * %3$s) AS h%2$d".formatted(total, number, isBookable));
      bits.add("(" + isBookable + " << " + number + ")");
      hotels.add("count_if((days & %d) <> 0) AS c%d".formatted(1 << number, number));
      columns.add("l%1$d, h%1$d, c%1$d".formatted(number));
    }
    return """
        WITH candidate AS (SELECT *, %s, %s AS rebated FROM %s AS offer WHERE %s),
        priced AS MATERIALIZED (SELECT hotel, %s FROM candidate)
        SELECT %s FROM (SELECT %s FROM priced) CROSS JOIN
          (SELECT %s FROM (SELECT bit_or(%s) AS days FROM priced GROUP BY hotel))"""
        .formatted(
            stay.arrivals(),
            StayText.isRebated(search.nights()),
            NightForm.offers(search.adults()),
            stay.filters(null),
            String.join(",\n  ", totals),
            String.join(", ", columns),
            String.join(", ", extremes),
            String.join(", ", hotels),
            String.join(" | ", bits));
  }

  /** Returns the highest total that counts. */
  private long most() {
    return Math.min(numbered.budget(), NightForm.CLOSED_PRICE - 1);
  }

  private String total(int number) {
    int day = numbered.checkIn() + number;
    List<String> prices =
        IntStream.range(0, search.nights())
            .mapToObj(night -> form.price(day + night, night))
            .toList();
    String total = stay.fullTotal(prices);
    if (facts.hasRebates()) {
      total =
          "CASE WHEN rebated AND %s < %d THEN %s ELSE %s END"
              .formatted(
                  StayText.sum(prices), NightForm.CLOSED_PRICE, stay.total(prices, facts), total);
    }
    return total + closed(stay.isAllowed(form.stays(day))) + clock(day);
  }

  /** Most days are so far ahead that the clock decides nothing. */
  private String clock(int day) {
    String clock = "";
    if (day < facts.lastEarliest()) {
      clock += closed("earliest <= " + day);
    }
    if (day > facts.firstLatest()) {
      clock += closed("latest >= " + day);
    }
    return clock;
  }

  private static String closed(String unless) {
    return " + CAST(NOT (" + unless + ") AS INTEGER) * " + NightForm.CLOSED_PRICE;
  }
}
