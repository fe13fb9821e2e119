package tatami.benchmarks.normalised;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.SearchMoment;

/**
 * The statements that ask the normalised schema a search, as a person would write them: first the
 * offers that may be looked at, then their nights, then rebates, then hotels.
 */
final class NormalisedStatements {

  private final MixedSearch search;
  private final CandidateText candidates;

  NormalisedStatements(MixedSearch search, SearchMoment moment, Map<String, Integer> amenities) {
    this.search = search;
    this.candidates = new CandidateText(search, moment, amenities);
  }

  /**
   * Returns the statement of a page: {@code part, value, lowest, highest, offers, total, place}.
   */
  BoundText page() {
    BoundText text = new BoundText();
    addMatching(text, null, false);
    return text.add("\n").add(pageRows());
  }

  /**
   * Returns the statements of a page with all facets. Facets whose own filter is asked for leave it
   * out and need a statement of their own; the others are counted with the page.
   */
  List<BoundText> pageAndFacets() {
    List<BoundText> statements = new ArrayList<>();
    BoundText first = new BoundText();
    addMatching(first, null, true);
    first.add("\n").add(pageRows());
    for (Facet facet : Facet.values()) {
      if (!facet.isFiltered(search)) {
        first.add("\nUNION ALL\n").add(FacetText.select(facet));
      }
    }
    statements.add(first);
    Arrays.stream(Facet.values())
        .filter(facet -> facet.isFiltered(search))
        .forEach(facet -> statements.add(facetAlone(facet)));
    return statements;
  }

  private BoundText facetAlone(Facet facet) {
    BoundText text = new BoundText();
    addMatching(text, facet, false);
    return text.add("\n").add(FacetText.select(facet));
  }

  private String pageRows() {
    return """
        (SELECT 'page' AS part, hotel_code AS value, lowest, highest, offers,
          count(*) OVER () AS total,
          row_number() OVER (ORDER BY %srecommended) AS place
        FROM matching JOIN normalised.hotel USING (hotel_id)
        ORDER BY place LIMIT %d)"""
        .formatted(search.byPrice() ? "lowest, " : "", MixedSearch.PAGE_SIZE);
  }

  /** Adds the table expressions up to {@code bookable} and {@code matching}. */
  private void addMatching(BoundText text, Facet leftOut, boolean isReadTwice) {
    addCandidates(text, leftOut);
    addPriced(text);
    addRebates(text, "hotel_id, meal");
    text.add(",\nmatching AS " + (isReadTwice ? "MATERIALIZED " : ""))
        .add(
            """
            (
              SELECT hotel_id, min(total) AS lowest, max(total) AS highest, count(*) AS offers
              FROM bookable GROUP BY hotel_id
            )""");
  }

  private void addCandidates(BoundText text, Facet leftOut) {
    LocalDate checkIn = search.checkIn();
    LocalDate checkOut = checkIn.plusDays(search.nights());
    text.add(
        """
        WITH candidate AS (
        SELECT offer.offer_id, offer.hotel_id, offer.plan_id, offer.room_id, offer.meal,
          offer.first_rebate
        FROM normalised.hotel AS hotel
        JOIN normalised.offer AS offer USING (hotel_id)
        LEFT JOIN normalised.plan_day AS arrival
          ON arrival.plan_id = offer.plan_id AND arrival.night = ?
        WHERE true""",
        checkIn);
    candidates.add(text, leftOut);
    text.add("\n  AND (offer.stay_from IS NULL OR offer.stay_from <= ?)", checkIn)
        .add("\n  AND (offer.stay_to IS NULL OR offer.stay_to >= ?)", checkOut.minusDays(1));
    candidates.addLeadTime(text, "CAST(? AS date)", checkIn);
    candidates.addArrival(text);
    text.add("\n  AND NOT EXISTS (\n    SELECT FROM normalised.plan_day AS day WHERE ")
        .addOneOf("day.night", nights(search.nights()))
        .add(
            """
             AND day.plan_id = offer.plan_id
              AND (day.stop_sell OR day.min_through > ? OR day.max_through < ?))
            """,
            search.nights(),
            search.nights())
        .add(
            """
              AND NOT EXISTS (
                SELECT FROM normalised.hotel_day AS day
                WHERE day.hotel_id = hotel.hotel_id AND day.night BETWEEN ? AND ?
                  AND ((day.closed AND day.night < ?) OR (day.arrival_closed AND day.night = ?)
                    OR (day.departure_closed AND day.night = ?)))
            )""",
            checkIn,
            checkOut,
            checkOut,
            checkIn,
            checkOut);
  }

  private List<LocalDate> nights(int count) {
    return IntStream.range(0, count).mapToObj(search.checkIn()::plusDays).toList();
  }

  private void addPriced(BoundText text) {
    List<LocalDate> nights = nights(search.nights());
    text.add(
            """
            ,
            priced AS (
              SELECT candidate.offer_id, candidate.hotel_id, candidate.plan_id, candidate.meal,
                candidate.first_rebate, CAST(? AS date) AS check_in,
                ? * sum(price.amount) AS total
              FROM candidate
              JOIN normalised.price AS price ON price.offer_id = candidate.offer_id
                AND price.occupancy = ? AND price.person_class = 1 AND""",
            search.checkIn(),
            search.adults(),
            search.adults())
        .addOneOf(" price.night", nights)
        .add(
            """

              JOIN normalised.stock AS stock ON stock.room_id = candidate.room_id
                AND stock.night = price.night AND stock.rooms >= 1 AND""")
        .addOneOf(" stock.night", nights)
        .add(
            """

              GROUP BY candidate.offer_id, candidate.hotel_id, candidate.plan_id, candidate.meal,
                candidate.first_rebate
              HAVING count(*) = ?
            )""",
            search.nights());
  }

  /**
   * Adds {@code bookable}: of the rebates of a stay the one with the smallest result counts, and no
   * result is above the sum. Rebates are looked up only for plans that have one for so few nights;
   * free nights read the nights of such stays again.
   *
   * @param columns what tells hotels apart, and what else is counted
   */
  private void addRebates(BoundText text, String columns) {
    int nights = search.nights();
    text.add(",\nrebated AS MATERIALIZED (\n  SELECT ")
        .add(columns + ", CASE WHEN priced.first_rebate <= ? THEN (\n", nights)
        .add("    SELECT LEAST(priced.total, min(CASE")
        .add("\n      WHEN rebate.basis_points IS NOT NULL")
        .add("\n      THEN (priced.total * (10000 - rebate.basis_points) + 5000) / 10000")
        .add("\n      WHEN rebate.yen IS NOT NULL")
        .add("\n      THEN GREATEST(0, priced.total - rebate.yen * ?)", nights)
        .add("\n      ELSE priced.total - ? * (", search.adults())
        .add("\n        SELECT COALESCE(sum(free.amount), 0) FROM (")
        .add("\n          SELECT amount FROM normalised.price AS price")
        .add("\n          WHERE price.offer_id = priced.offer_id AND price.person_class = 1")
        .add("\n            AND price.occupancy = ?", search.adults())
        .add(
            "\n            AND price.night BETWEEN priced.check_in AND priced.check_in + ?",
            nights - 1)
        .add("\n          ORDER BY amount LIMIT ? / rebate.free_every) AS free) END))", nights)
        .add("\n    FROM normalised.rebate")
        .add("\n    WHERE rebate.plan_id = priced.plan_id AND rebate.from_nights <= ?", nights)
        .add("\n  ) ELSE priced.total END AS total\n  FROM priced\n),\nbookable AS (\n")
        .add("  SELECT * FROM rebated");
    if (search.budget() != null) {
      text.add(" WHERE total <= ?", search.budget());
    }
    text.add("\n)");
  }

  /**
   * Returns the statement of a calendar: {@code check_in, lowest, highest, hotels}; a date without
   * a hotel has no row. What a night says, it says once for all stays that it is part of.
   */
  BoundText calendar() {
    BoundText text = new BoundText();
    addCandidatesOfAllDates(text);
    addNights(text);
    addStays(text);
    addRebates(text, "hotel_id, check_in");
    return text.add(
        """

        SELECT check_in, min(lowest) AS lowest, max(highest) AS highest, count(*) AS hotels
        FROM (
          SELECT check_in, hotel_id, min(total) AS lowest, max(total) AS highest
          FROM bookable GROUP BY check_in, hotel_id
        ) AS matching
        GROUP BY check_in ORDER BY check_in""");
  }

  private void addCandidatesOfAllDates(BoundText text) {
    text.add(
        """
        WITH candidate AS MATERIALIZED (
        SELECT offer.*
        FROM normalised.hotel AS hotel
        JOIN normalised.offer AS offer USING (hotel_id)
        WHERE true""");
    candidates.add(text, null);
    text.add("\n)");
  }

  private void addNights(BoundText text) {
    LocalDate first = search.checkIn();
    LocalDate last = first.plusDays(MixedSearch.CALENDAR_DAYS + search.nights() - 2L);
    text.add(
            """
            ,
            open_night AS (
              SELECT offer.offer_id, price.night, price.amount
              FROM candidate AS offer
              JOIN normalised.price AS price ON price.offer_id = offer.offer_id
                AND price.occupancy = ? AND price.person_class = 1""",
            search.adults())
        .add("\n    AND price.night BETWEEN ? AND ?", first, last)
        .add(
            """

              JOIN normalised.stock AS stock ON stock.room_id = offer.room_id
                AND stock.night = price.night AND stock.rooms >= 1""")
        .add("\n    AND stock.night BETWEEN ? AND ?", first, last)
        .add(
            """

              WHERE (offer.stay_from IS NULL OR offer.stay_from <= price.night)
                AND (offer.stay_to IS NULL OR offer.stay_to >= price.night)
                AND NOT EXISTS (
                  SELECT FROM normalised.plan_day AS day
                  WHERE day.plan_id = offer.plan_id AND day.night = price.night
                    AND (day.stop_sell OR day.min_through > ? OR day.max_through < ?))
                AND NOT EXISTS (
                  SELECT FROM normalised.hotel_day AS day
                  WHERE day.hotel_id = offer.hotel_id AND day.night = price.night AND day.closed)
            )""",
            search.nights(),
            search.nights());
  }

  private void addStays(BoundText text) {
    int others = search.nights() - 1;
    text.add(
        """
            ,
            run AS (
              SELECT offer_id, night AS check_in,
                sum(amount) OVER (nights ROWS BETWEEN CURRENT ROW AND %1$d FOLLOWING) AS total,
                lead(night, %1$d) OVER nights AS last_night
              FROM open_night
              WINDOW nights AS (PARTITION BY offer_id ORDER BY night)
            ),
            priced AS (
              SELECT offer.offer_id, offer.hotel_id, offer.plan_id, offer.first_rebate, run.check_in,
                ? * run.total AS total
              FROM run
              JOIN candidate AS offer USING (offer_id)
              LEFT JOIN normalised.plan_day AS arrival
                ON arrival.plan_id = offer.plan_id AND arrival.night = run.check_in
              WHERE run.last_night = run.check_in + ? AND run.check_in <= ?"""
            .formatted(others),
        search.adults(),
        others,
        search.checkIn().plusDays(MixedSearch.CALENDAR_DAYS - 1L));
    candidates.addLeadTime(text, "run.check_in");
    candidates.addArrival(text);
    text.add(
        """

          AND NOT EXISTS (
            SELECT FROM normalised.hotel_day AS day
            WHERE day.hotel_id = offer.hotel_id AND day.night = run.check_in AND day.arrival_closed)
          AND NOT EXISTS (
            SELECT FROM normalised.hotel_day AS day
            WHERE day.hotel_id = offer.hotel_id AND day.night = run.check_in + ?
              AND day.departure_closed)
        )""",
        search.nights());
  }
}
