package tatami.benchmarks.peers.folded;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tatami.benchmarks.scratch.ScratchDatabase;

/** Hotels with the numbers that the normalised schema gives them, and ours. */
record HotelRows(Hotels hotels, Map<Integer, Integer> numbers) {

  private static final int DECIMALS = 7;

  private static final String HOTELS =
      """
      SELECT hotel_id, hotel_code, recommended, kind, region, prefecture, city, latitude, longitude,
        ARRAY(SELECT amenity.name FROM normalised.hotel_amenity AS has
          JOIN normalised.amenity USING (amenity_id)
          WHERE has.hotel_id = hotel.hotel_id) AS amenities
      FROM normalised.hotel AS hotel
      ORDER BY region COLLATE "C", prefecture COLLATE "C", city COLLATE "C",
        hotel_code COLLATE "C"
      """;

  private static final String MEALS =
      "SELECT DISTINCT meal FROM normalised.offer WHERE meal IS NOT NULL";

  static HotelRows read(ScratchDatabase database, LocalDate firstNight) throws SQLException {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Hotel> hotels = new ArrayList<>();
    database.list(
        HOTELS,
        List.of(),
        row -> {
          numbers.put(row.getInt("hotel_id"), hotels.size());
          return hotels.add(hotel(row));
        });
    List<String> meals = database.list(MEALS, List.of(), row -> row.getString(1));
    return new HotelRows(new Hotels(hotels, meals, firstNight), numbers);
  }

  private static Hotel hotel(ResultSet row) throws SQLException {
    return new Hotel(
        row.getString("hotel_code"),
        row.getInt("recommended"),
        row.getString("kind"),
        Stream.of(row.getString("region"), row.getString("prefecture"), row.getString("city"))
            .takeWhile(Objects::nonNull)
            .toList(),
        degrees(row.getBigDecimal("latitude")),
        degrees(row.getBigDecimal("longitude")),
        Arrays.asList((String[]) row.getArray("amenities").getArray()));
  }

  private static Integer degrees(BigDecimal degrees) {
    return degrees == null
        ? null
        : (int) Math.round(degrees.movePointRight(DECIMALS).doubleValue());
  }

  /** Returns our number of a hotel of the normalised schema. */
  int number(int hotelId) {
    return numbers.get(hotelId);
  }
}
