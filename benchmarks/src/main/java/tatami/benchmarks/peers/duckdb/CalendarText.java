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
    List<String> sums = new ArrayList<>();
    List<String> totals = new ArrayList<>();
    List<String> extremes = new ArrayList<>();
    List<String> bits = new ArrayList<>();
    List<String> hotels = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (int number = 0; number < MixedSearch.CALENDAR_DAYS; number++) {
      String total = "t" + number;
      String isBookable = "CAST(%s <= %d AS INTEGER)".formatted(total, most());
      sums.add(sum(number));
      totals.add(total(number) + " AS " + total);
      extremes.add(
          "min(%1$s) AS l%2$d, max(%1$s * %3$s) AS h%2$d".formatted(total, number, isBookable));
      bits.add("(" + isBookable + " << " + number + ")");
      hotels.add("count_if((days & %d) <> 0) AS c%d".formatted(1 << number, number));
      columns.add("l%1$d, h%1$d, c%1$d".formatted(number));
    }
    return """
        WITH candidate AS (SELECT *, %s FROM %s AS offer WHERE %s),
        summed AS (SELECT hotel, %s AS rebated, %s, %s, %s FROM candidate),
        priced AS MATERIALIZED (SELECT hotel, %s FROM summed)
        SELECT %s FROM (SELECT %s FROM priced) CROSS JOIN
          (SELECT %s FROM (SELECT bit_or(%s) AS days FROM priced GROUP BY hotel))"""
        .formatted(
            stay.arrivals(),
            NightForm.offers(search.adults()),
            stay.filters(null),
            StayText.isRebated(search.nights()),
            RebateColumns.keep(search.nights()),
            RebateColumns.off(search.nights()),
            String.join(",\n  ", sums),
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

  /** Sums are made once, before what is done with them: the planner copies expressions. */
  private String sum(int number) {
    int day = numbered.checkIn() + number;
    List<String> prices =
        IntStream.range(0, search.nights())
            .mapToObj(night -> form.price(day + night, night))
            .toList();
    String sum =
        "least(%d, %s%s%s) AS n%d"
            .formatted(
                NightForm.CLOSED_PRICE,
                StayText.sum(prices),
                closed(stay.isAllowed(form.stays(day))),
                clock(day),
                number);
    return facts.freeNights() == 0 ? sum : sum + ", " + stay.free(prices, facts) + " AS f" + number;
  }

  private String total(int number) {
    String sum = "n" + number;
    String full = stay.fullTotal(List.of(sum));
    return facts.hasRebates()
        ? "CASE WHEN rebated AND %s < %d THEN %s ELSE %s END"
            .formatted(sum, NightForm.CLOSED_PRICE, stay.total(full, "f" + number, facts), full)
        : full;
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
