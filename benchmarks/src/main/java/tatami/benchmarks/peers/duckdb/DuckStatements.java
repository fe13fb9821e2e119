package tatami.benchmarks.peers.duckdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.peers.folded.NumberedSearch;

/** The statements that ask a question. */
final class DuckStatements {

  /** The columns of a page and of its facets; a facet has its ordinal for a part. */
  private static final String PAGE_ROWS =
      """
      SELECT -1 AS part, hotel AS value, lowest, highest, offers, recommended,
        count(*) OVER () AS total
      FROM matching ORDER BY %srecommended LIMIT %d""";

  private final NightForm form;
  private final NumberedSearch numbered;
  private final MixedSearch search;
  private final StayText stay;
  private final TableFacts facts;
  private final int amenities;

  /**
   * Takes a search.
   *
   * @param facts of the offers that it looks at
   * @param amenities how many there are
   */
  DuckStatements(NightForm form, NumberedSearch numbered, TableFacts facts, int amenities) {
    this.form = form;
    this.numbered = numbered;
    this.search = numbered.search();
    this.stay = new StayText(numbered);
    this.facts = facts;
    this.amenities = amenities;
  }

  /** Returns the statements, to be run in this order. */
  List<String> of(Question question) {
    return switch (question) {
      case PAGE -> List.of(matching(null, false) + "\n" + page());
      case PAGE_FACETS -> pageAndFacets();
      case CALENDAR ->
          List.of(
              form == NightForm.ROWS
                  ? calendarOfRows()
                  : new CalendarText(form, numbered, stay, facts).statement());
    };
  }

  private String page() {
    return PAGE_ROWS.formatted(search.byPrice() ? "lowest, " : "", MixedSearch.PAGE_SIZE);
  }

  /** Facets whose own filter is asked for leave it out and need a statement of their own. */
  private List<String> pageAndFacets() {
    List<String> statements = new ArrayList<>();
    String unfiltered =
        Arrays.stream(Facet.values())
            .filter(facet -> !facet.isFiltered(search))
            .map(facet -> "\nUNION ALL\n" + counts(facet))
            .collect(Collectors.joining());
    statements.add(matching(null, true) + "\n(" + page() + ")" + unfiltered);
    Arrays.stream(Facet.values())
        .filter(facet -> facet.isFiltered(search))
        .map(facet -> matching(facet, false) + "\n" + counts(facet))
        .forEach(statements::add);
    return statements;
  }

  private String matching(Facet leftOut, boolean isReadTwice) {
    List<String> prices =
        IntStream.range(0, search.nights())
            .mapToObj(night -> form.price(numbered.checkIn() + night, night))
            .toList();
    String kind = isReadTwice ? "MATERIALIZED " : "";
    return """
        WITH priced AS (
        SELECT offer.hotel, recommended, meal, %s AS total
        FROM %s
        WHERE %s
          AND %s
          AND %s < %d
          AND %s),
        bookable AS %s(SELECT * FROM priced WHERE %s),
        matching AS %s(
        SELECT hotel, any_value(recommended) AS recommended, min(total) AS lowest,
          max(total) AS highest, count(*) AS offers
        FROM bookable GROUP BY hotel),
        found AS %s(SELECT hotel.* FROM matching JOIN hotel USING (hotel))"""
        .formatted(
            stay.total(prices, facts),
            form.from(search.adults(), numbered.checkIn(), search.nights()),
            stay.filters(leftOut),
            stay.isAllowed(form.stays(numbered.checkIn())),
            StayText.sum(prices),
            NightForm.CLOSED_PRICE,
            stay.clock(numbered.checkIn()),
            kind,
            stay.isAffordable("total"),
            kind,
            kind);
  }

  private String counts(Facet facet) {
    String head = "SELECT " + facet.ordinal() + " AS part, ";
    String tail = " AS lowest, 0 AS highest, %s AS offers, 0 AS recommended, 0 AS total\n";
    return switch (facet) {
      case AREA -> head + "place AS value, 0" + tail.formatted("count(*)") + ofHotels("place");
      case KIND -> head + "kind AS value, 0" + tail.formatted("count(*)") + ofHotels("kind");
      case AMENITY ->
          head
              + "unnest(range(%d)) AS value, 0".formatted(amenities)
              + tail.formatted(
                  IntStream.range(0, amenities)
                      .mapToObj(amenity -> "count_if(a" + amenity + ")")
                      .collect(Collectors.joining(", ", "unnest([", "])")))
              + "FROM found";
      case MEAL ->
          head
              + "meal AS value, 0"
              + tail.formatted("count(DISTINCT hotel)")
              + "FROM bookable WHERE meal IS NOT NULL GROUP BY meal";
    };
  }

  private static String ofHotels(String column) {
    return "FROM found WHERE %1$s IS NOT NULL GROUP BY %1$s".formatted(column);
  }

  /** Returns a row for each day: day, lowest, highest, hotels. */
  private String calendarOfRows() {
    int first = numbered.checkIn();
    int nights = search.nights();
    int last = first + MixedSearch.CALENDAR_DAYS - 1;
    List<String> prices = IntStream.range(0, nights).mapToObj(night -> "price" + night).toList();
    String leads =
        IntStream.range(0, nights)
            .mapToObj("lead(price, %1$d) OVER nights AS price%1$d"::formatted)
            .collect(Collectors.joining(", "));
    return """
        WITH candidate AS (SELECT *, %s FROM %s AS offer WHERE %s),
        run AS (
        SELECT offer, night AS day, stays, lead(night, %d) OVER nights AS last_night, %s
        FROM %s SEMI JOIN candidate USING (offer)
        WHERE night BETWEEN %d AND %d
        WINDOW nights AS (PARTITION BY offer ORDER BY night)),
        priced AS (
        SELECT hotel, day, %s AS total
        FROM run JOIN candidate USING (offer)
        WHERE last_night = day + %d AND day <= %d AND %s AND earliest <= day AND latest >= day),
        matching AS (
        SELECT hotel, day, min(total) AS lowest, max(total) AS highest
        FROM priced WHERE %s GROUP BY hotel, day)
        SELECT day, min(lowest), max(highest), count(*) FROM matching GROUP BY day ORDER BY day"""
        .formatted(
            stay.arrivals(),
            NightForm.offers(search.adults()),
            stay.filters(null),
            nights - 1,
            leads,
            NightForm.nights(search.adults()),
            first,
            last + nights - 1,
            stay.total(prices, facts),
            nights - 1,
            last,
            stay.isAllowed("stays"),
            stay.isAffordable("total"));
  }
}
