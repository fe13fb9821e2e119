package tatami.endtoend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tatami.oracle.City;
import tatami.oracle.FilterName;
import tatami.oracle.Listing;
import tatami.oracle.Oracle;
import tatami.oracle.OracleAnswer;
import tatami.oracle.OracleRequest;

/**
 * Makes random good searches for a city, most of them with results.
 *
 * <p>The search of a seed is always the same: a failing one is repeated by its own seed.
 */
final class RandomSearches {

  private static final int ATTEMPTS = 6;
  private static final List<String> FACETS =
      List.of("area", "room_type", "property_type", "amenities", "rating");
  private static final List<String> COLUMNS =
      List.of("name", "room_type", "accommodates", "review_scores_rating", "amenities");

  private final City city;
  private final Oracle oracle;
  private final LocalDate today;
  private final Map<FilterName, List<String>> known = new EnumMap<>(FilterName.class);

  RandomSearches(City city, Oracle oracle, LocalDate today) {
    this.city = city;
    this.oracle = oracle;
    this.today = today.isBefore(city.firstNight()) ? city.firstNight() : today;
    for (FilterName filter : FilterName.values()) {
      known.put(filter, List.copyOf(city.knownValues(filter)));
    }
  }

  /** Returns the search of a seed. */
  OracleRequest make(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    boolean mayBeEmpty = random.nextInt(8) == 0;
    OracleRequest request = attempt(random);
    for (int tries = 1; tries < ATTEMPTS && !mayBeEmpty; tries++) {
      if (!oracle.answer(request.withFacets(List.of())).hits().isEmpty()) {
        break;
      }
      request = attempt(random);
    }
    return request;
  }

  private OracleRequest attempt(Random random) {
    RandomWhere where = new RandomWhere(city.listings(), known, random);
    OracleRequest.Where filters = where.make();
    OracleRequest request =
        new OracleRequest(
            stay(where.model(), random),
            filters,
            null,
            sort(random, filters),
            random.nextInt(5) == 0 ? null : 1 + random.nextInt(random.nextBoolean() ? 100 : 12),
            random.nextInt(3) == 0 ? 1 + random.nextInt(5) : null,
            some(random, FACETS, random.nextInt(2) * random.nextInt(6)),
            random.nextInt(6) == 0 ? some(random, COLUMNS, 1 + random.nextInt(5)) : null);
    return random.nextInt(4) == 0 ? request.withBudget(budget(random, request)) : request;
  }

  private OracleRequest.Stay stay(Listing model, Random random) {
    List<OracleRequest.Room> rooms = random.nextInt(4) == 0 ? null : rooms(random);
    boolean several = rooms != null && rooms.size() > 1;
    if (random.nextInt(several ? 2 : 6) == 0) {
      return new OracleRequest.Stay(null, null, rooms);
    }
    LocalDate checkIn = checkIn(model, random);
    int longest = (int) ChronoUnit.DAYS.between(checkIn, city.end());
    int nights = Math.min(longest, nights(random));
    return new OracleRequest.Stay(
        checkIn, nights == 1 && random.nextBoolean() ? null : nights, rooms);
  }

  /** Half of the check-ins are nights on which the model has a price. */
  private LocalDate checkIn(Listing model, Random random) {
    int offset = (int) ChronoUnit.DAYS.between(city.firstNight(), today);
    if (random.nextInt(12) == 0) {
      return today;
    }
    List<Integer> open = new ArrayList<>();
    for (int night = offset; night < city.nights() && random.nextBoolean(); night++) {
      if (model.nights().get(night) != null && model.nights().get(night).available()) {
        open.add(night);
      }
    }
    int chosen =
        open.isEmpty() ? offset + random.nextInt(city.nights() - offset) : pick(random, open);
    return city.firstNight().plusDays(chosen);
  }

  private static int nights(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> 92;
      case 1, 2, 3, 4, 5 -> 6 + random.nextInt(23);
      default -> 1 + random.nextInt(5);
    };
  }

  private static List<OracleRequest.Room> rooms(Random random) {
    int count = random.nextInt(10) == 0 ? 2 + random.nextInt(2) : 1;
    List<OracleRequest.Room> rooms = new ArrayList<>();
    for (int room = 0; room < count; room++) {
      int heads = 1 + random.nextInt(random.nextBoolean() ? 3 : 6);
      int adults = 1 + random.nextInt(heads);
      List<Integer> ages = new ArrayList<>();
      for (int child = adults; child < heads; child++) {
        ages.add(random.nextInt(18));
      }
      rooms.add(
          new OracleRequest.Room(adults, ages.isEmpty() && random.nextBoolean() ? null : ages));
    }
    return rooms;
  }

  private static String sort(Random random, OracleRequest.Where filters) {
    if (filters.location() instanceof OracleRequest.Place.Near && random.nextBoolean()) {
      return "distance";
    }
    if (filters.words() != null && random.nextBoolean()) {
      return random.nextBoolean() ? "relevance" : null;
    }
    String[] sorts = {null, "recommended", "rating", "price", "-price"};
    return sorts[random.nextInt(sorts.length)];
  }

  /** Bounds at, just above and just below a total that a listing really has. */
  private OracleRequest.Budget budget(Random random, OracleRequest request) {
    List<Long> totals = new ArrayList<>();
    for (OracleAnswer.Hit hit : oracle.answer(request.withFacets(List.of())).hits()) {
      if (hit.price() != null) {
        totals.add(hit.price().min());
      }
    }
    if (totals.isEmpty()) {
      totals.add(10_000L);
    }
    long one = Math.max(0, pick(random, totals) + random.nextInt(3) - 1);
    long other = Math.max(0, pick(random, totals) + random.nextInt(3) - 1);
    return switch (random.nextInt(4)) {
      case 0 -> new OracleRequest.Budget(one, null);
      case 1 -> new OracleRequest.Budget(Math.min(one, other), Math.max(one, other));
      default -> new OracleRequest.Budget(null, one);
    };
  }

  static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  static <T> List<T> some(Random random, List<T> from, int count) {
    List<T> left = new ArrayList<>(from);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < count && !left.isEmpty()) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }

  static BigDecimal decimal(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
  }
}
