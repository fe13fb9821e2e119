package tatami.benchmarks.mixed;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tatami.benchmarks.draw.SearchDice;
import tatami.benchmarks.mixed.MixedSearch.Place;
import tatami.benchmarks.scratch.ScratchDatabase;

/** Draws searches from the data, so that they find something; equal data give equal searches. */
public final class MixedSearches {

  private static final long SEED = 20_261_122;
  private static final int MOST_AMENITIES = 4;

  /** One search of so many asks for a meal. */
  private static final int MEAL_RARITY = 4;

  private final ScratchDatabase database;
  private final LocalDate firstNight;
  private final Random random = new Random(SEED);
  private final SearchDice dice;

  private record Model(List<String> path, List<BigDecimal> point, List<String> amenities) {}

  /**
   * Draws from the normalised schema.
   *
   * @param firstNight of the horizon
   * @param nights of the horizon
   */
  public MixedSearches(ScratchDatabase database, LocalDate firstNight, int nights) {
    this.database = database;
    this.firstNight = firstNight;
    this.dice =
        new SearchDice(
            random, firstNight, nights - SearchDice.MOST_NIGHTS - MixedSearch.CALENDAR_DAYS);
  }

  /** Draws so many; places come in turn as often as their shares say. */
  public List<MixedSearch> draw(int count) throws SQLException {
    List<Model> models = models();
    List<String> meals =
        database.list(
            "SELECT DISTINCT meal COLLATE \"C\" FROM normalised.offer WHERE meal IS NOT NULL"
                + " ORDER BY 1",
            List.of(),
            row -> row.getString(1));
    long middlePrice = middlePrice();
    List<Place> places = places();
    List<MixedSearch> searches = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Model model = models.get(random.nextInt(models.size()));
      searches.add(search(places.get(number % places.size()), model, meals, middlePrice));
    }
    return searches;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Place place : Place.values()) {
      places.addAll(Collections.nCopies(place.share(), place));
    }
    Collections.shuffle(places, random);
    return places;
  }

  private MixedSearch search(Place place, Model model, List<String> meals, long middlePrice) {
    int amenities = Math.min(random.nextInt(MOST_AMENITIES + 1), model.amenities().size());
    int stay = dice.nights();
    int adults = dice.adults();
    long budget = dice.budget(middlePrice, stay, adults);
    int levels = place == Place.AREA ? model.path().size() : place == Place.PREFECTURE ? 2 : 0;
    return new MixedSearch(
        place,
        model.path().subList(0, Math.min(levels, model.path().size())),
        place == Place.MAP ? dice.rectangle(model.point()) : List.of(),
        model.amenities().subList(0, amenities),
        random.nextInt(MEAL_RARITY) == 0
            ? List.of(meals.get(random.nextInt(meals.size())))
            : List.of(),
        dice.checkIn(),
        stay,
        adults,
        random.nextBoolean() ? budget : null,
        random.nextBoolean());
  }

  private List<Model> models() throws SQLException {
    return database.list(
        """
        SELECT region, prefecture, city, latitude, longitude,
          ARRAY(SELECT amenity.name FROM normalised.hotel_amenity AS has
            JOIN normalised.amenity USING (amenity_id)
            WHERE has.hotel_id = hotel.hotel_id ORDER BY amenity.name COLLATE "C") AS amenities
        FROM normalised.hotel AS hotel
        WHERE num_nulls(region, prefecture, city, latitude, longitude) = 0
        ORDER BY hotel_id
        """,
        List.of(),
        this::model);
  }

  private Model model(ResultSet row) throws SQLException {
    List<String> amenities =
        new ArrayList<>(Arrays.asList((String[]) row.getArray("amenities").getArray()));
    Collections.shuffle(amenities, random);
    return new Model(
        List.of(row.getString(1), row.getString(2), row.getString(3)),
        List.of(row.getBigDecimal(4), row.getBigDecimal(5)),
        amenities);
  }

  private long middlePrice() throws SQLException {
    String sql =
        "SELECT COALESCE(percentile_disc(0.5) WITHIN GROUP (ORDER BY amount), 0)"
            + " FROM normalised.price WHERE night = ? AND occupancy = 2 AND person_class = 1";
    return database.list(sql, List.of(firstNight), row -> row.getLong(1)).get(0);
  }
}
