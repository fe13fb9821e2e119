package tatami.benchmarks.normalised;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A facet that is counted, and the rows that count it from the hotels that match. */
enum Facet {
  /** Every level of the hierarchy; no name of a place has a slash. */
  AREA(
      """
      SELECT concat_ws('/', region, prefecture, city) AS value, count(*) AS hotels
      FROM matching JOIN normalised.hotel USING (hotel_id)
      GROUP BY GROUPING SETS ((region), (region, prefecture), (region, prefecture, city))"""),
  /** A category of the hotel. */
  KIND(
      """
      SELECT kind AS value, count(*) AS hotels
      FROM matching JOIN normalised.hotel USING (hotel_id)
      WHERE kind IS NOT NULL GROUP BY kind"""),
  /** Tags of the hotel. */
  AMENITY(
      """
      SELECT amenity.name AS value, counted.hotels
      FROM (
        SELECT amenity_id, count(*) AS hotels
        FROM matching JOIN normalised.hotel_amenity USING (hotel_id)
        GROUP BY amenity_id
      ) AS counted JOIN normalised.amenity USING (amenity_id)"""),
  /** A category of the offer: a hotel counts once. */
  MEAL(
      """
      SELECT meal AS value, count(DISTINCT hotel_id) AS hotels
      FROM bookable WHERE meal IS NOT NULL GROUP BY meal""");

  /** As many values as the product lists. */
  private static final int MOST_VALUES = 50;

  private final String counts;

  Facet(String counts) {
    this.counts = counts;
  }

  /** Returns the name of the filter. */
  String filter() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> filters() {
    return Arrays.stream(values()).map(Facet::filter).toList();
  }

  /** Tells whether the search has a filter of this facet that is left out when it is counted. */
  boolean isFiltered(MixedSearch search) {
    return (this == AREA && !search.path().isEmpty())
        || (this == MEAL && !search.meals().isEmpty());
  }

  /** Returns the largest counts as {@code part, value, lowest, highest, offers, total, place}. */
  String select() {
    return """
        (SELECT '%s' AS part, value, 0::int8 AS lowest, 0::int8 AS highest, hotels AS offers,
          count(*) OVER () AS total,
          row_number() OVER (ORDER BY hotels DESC, value COLLATE "C") AS place
        FROM (%s) AS counted
        ORDER BY place LIMIT %d)"""
        .formatted(filter(), counts, MOST_VALUES);
  }
}
