package tatami.benchmarks.normalised;

import tatami.benchmarks.mixed.Facet;

/** The rows that count a facet from the hotels that match. */
final class FacetText {

  /** No name of a place has a slash. */
  private static final String AREAS =
      """
      SELECT concat_ws('/', region, prefecture, city) AS value, count(*) AS hotels
      FROM matching JOIN normalised.hotel USING (hotel_id)
      GROUP BY GROUPING SETS ((region), (region, prefecture), (region, prefecture, city))""";

  private static final String KINDS =
      """
      SELECT kind AS value, count(*) AS hotels
      FROM matching JOIN normalised.hotel USING (hotel_id)
      WHERE kind IS NOT NULL GROUP BY kind""";

  private static final String AMENITIES =
      """
      SELECT amenity.name AS value, counted.hotels
      FROM (
        SELECT amenity_id, count(*) AS hotels
        FROM matching JOIN normalised.hotel_amenity USING (hotel_id)
        GROUP BY amenity_id
      ) AS counted JOIN normalised.amenity USING (amenity_id)""";

  private static final String MEALS =
      """
      SELECT meal AS value, count(DISTINCT hotel_id) AS hotels
      FROM bookable WHERE meal IS NOT NULL GROUP BY meal""";

  private FacetText() {}

  /** Returns the largest counts as {@code part, value, lowest, highest, offers, total, place}. */
  static String select(Facet facet) {
    return """
        (SELECT '%s' AS part, value, 0::int8 AS lowest, 0::int8 AS highest, hotels AS offers,
          count(*) OVER () AS total,
          row_number() OVER (ORDER BY hotels DESC, value COLLATE "C") AS place
        FROM (%s) AS counted
        ORDER BY place LIMIT %d)"""
        .formatted(facet.filter(), counts(facet), Facet.MOST_VALUES);
  }

  private static String counts(Facet facet) {
    return switch (facet) {
      case AREA -> AREAS;
      case KIND -> KINDS;
      case AMENITY -> AMENITIES;
      case MEAL -> MEALS;
    };
  }
}
