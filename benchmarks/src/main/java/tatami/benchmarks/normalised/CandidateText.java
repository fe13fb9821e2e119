package tatami.benchmarks.normalised;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.SearchMoment;

/** The conditions that no night decides: which offers of which hotels are looked at at all. */
final class CandidateText {

  private static final List<String> LEVELS = List.of("region", "prefecture", "city");

  private final MixedSearch search;
  private final SearchMoment moment;
  private final Map<String, Integer> amenities;

  CandidateText(MixedSearch search, SearchMoment moment, Map<String, Integer> amenities) {
    this.search = search;
    this.moment = moment;
    this.amenities = amenities;
  }

  /**
   * Adds them, each with AND before it.
   *
   * @param leftOut the filter of this facet is left out; null for none
   */
  void add(BoundText text, Facet leftOut) {
    if (leftOut != Facet.AREA) {
      for (int level = 0; level < search.path().size(); level++) {
        text.add("\n  AND hotel." + LEVELS.get(level) + " = ?", search.path().get(level));
      }
    }
    if (!search.rectangle().isEmpty()) {
      List<BigDecimal> edges = search.rectangle();
      text.add("\n  AND hotel.latitude BETWEEN ? AND ?", edges.get(0), edges.get(2));
      text.add("\n  AND hotel.longitude BETWEEN ? AND ?", edges.get(1), edges.get(3));
    }
    for (String amenity : search.amenities()) {
      text.add(
          """

            AND EXISTS (
              SELECT FROM normalised.hotel_amenity AS has
              WHERE has.amenity_id = ? AND has.hotel_id = hotel.hotel_id)""",
          amenities.get(amenity));
    }
    if (leftOut != Facet.MEAL && !search.meals().isEmpty()) {
      text.add("\n  AND ").addOneOf("offer.meal", search.meals());
    }
    text.add(
        """

          AND (offer.min_guests IS NULL OR offer.min_guests <= ?)
          AND (offer.max_guests IS NULL OR offer.max_guests >= ?)
          AND (offer.sale_from IS NULL OR offer.sale_from <= ?)
          AND (offer.sale_to IS NULL OR offer.sale_to >= ?)""",
        search.adults(),
        search.adults(),
        moment.today(),
        moment.today());
  }

  /**
   * Adds the lead time of a stay.
   *
   * @param checkIn a date in SQL, with at most one question mark, or a column
   */
  void addLeadTime(BoundText text, String checkIn, LocalDate... bound) {
    Object[] day = bound;
    text.add("\n  AND (offer.close_days IS NULL OR ")
        .add(checkIn + " - offer.close_days", day)
        .add(" + COALESCE(offer.close_time, time '00:00') > ?)", moment.local())
        .add("\n  AND (offer.advance_min IS NULL OR ")
        .add(checkIn, day)
        .add(" - CAST(? AS date) >= offer.advance_min)", moment.today())
        .add("\n  AND (offer.advance_max IS NULL OR ")
        .add(checkIn, day)
        .add(" - CAST(? AS date) <= offer.advance_max)", moment.today());
  }

  /** Adds what the day of arrival says; a pattern's character number n is for n nights. */
  void addArrival(BoundText text) {
    int nights = search.nights();
    text.add(
        """

          AND COALESCE(arrival.min_nights, offer.min_nights, 0) <= ?
          AND COALESCE(arrival.max_nights, offer.max_nights, ?) >= ?
          AND (arrival.pattern IS NULL OR substr(arrival.pattern, ?, 1) = '1')""",
        nights,
        nights,
        nights,
        nights);
  }
}
