package tatami.endtoend;

import static tatami.endtoend.RandomSearches.pick;
import static tatami.endtoend.RandomSearches.some;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tatami.oracle.FilterName;
import tatami.oracle.GlobePoint;
import tatami.oracle.Listing;
import tatami.oracle.OracleRequest;

/** Makes random filters that a model listing mostly passes. */
final class RandomWhere {

  private final List<Listing> listings;
  private final Map<FilterName, List<String>> known;
  private final Listing model;
  private final Random random;

  RandomWhere(List<Listing> listings, Map<FilterName, List<String>> known, Random random) {
    this.listings = listings;
    this.known = known;
    this.model = pick(random, listings);
    this.random = random;
  }

  Listing model() {
    return model;
  }

  OracleRequest.Where make() {
    return new OracleRequest.Where(
        chance(30) ? values(FilterName.AREA) : null,
        chance(20) ? values(FilterName.ROOM_TYPE) : null,
        chance(15) ? values(FilterName.PROPERTY_TYPE) : null,
        chance(30) ? tags() : null,
        chance(20) ? rating() : null,
        chance(30) ? place() : null,
        chance(25) ? RandomWords.make(listings, model, random) : null);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** One of the model's own values, often; others of the city; now and then one that nobody has. */
  private List<String> values(FilterName filter) {
    List<String> values = new ArrayList<>();
    List<String> own = List.copyOf(filter.valuesOf(model));
    if (!own.isEmpty() && !chance(15)) {
      values.add(pick(random, own));
    }
    values.addAll(some(random, known.get(filter), values.isEmpty() ? 1 : random.nextInt(3)));
    if (values.isEmpty() || chance(8)) {
      values.add(unknown());
    }
    return values;
  }

  private String unknown() {
    return pick(
        random, List.of("no such value", "無い", "a'b\"c\\d", "ENTIRE HOME/APT", "no/such/place"));
  }

  private OracleRequest.Tags tags() {
    List<String> own = List.copyOf(model.amenities());
    List<String> everyones = known.get(FilterName.AMENITIES);
    List<String> all = some(random, own, random.nextInt(4));
    List<String> any = some(random, everyones, random.nextInt(3));
    if (!own.isEmpty() && !any.isEmpty()) {
      any.add(pick(random, own));
    }
    List<String> strange = new ArrayList<>(everyones);
    strange.removeAll(own);
    List<String> none = some(random, strange, random.nextInt(3));
    if (chance(8)) {
      pick(random, List.of(all, any, none)).add(unknown());
    }
    if (chance(10) && !all.isEmpty()) {
      all.add(all.get(0));
    }
    return new OracleRequest.Tags(
        absentSometimes(all), absentSometimes(any), absentSometimes(none));
  }

  private List<String> absentSometimes(List<String> tags) {
    return tags.isEmpty() && random.nextBoolean() ? null : tags;
  }

  private OracleRequest.Bounds rating() {
    BigDecimal own = model.rating() == null ? BigDecimal.valueOf(4) : model.rating();
    BigDecimal low = chance(50) ? own : own.subtract(BigDecimal.valueOf(random.nextInt(900), 3));
    BigDecimal high = chance(30) ? own : own.add(BigDecimal.valueOf(random.nextInt(900), 3));
    return switch (random.nextInt(4)) {
      case 0 -> new OracleRequest.Bounds(null, high);
      case 1 -> new OracleRequest.Bounds(low, high);
      default -> new OracleRequest.Bounds(low, null);
    };
  }

  private OracleRequest.Place place() {
    GlobePoint centre = model.point();
    if (centre == null) {
      centre = GlobePoint.ofDegrees(0.1, 0.1);
    }
    double latitude = centre.latitude() / 1e7;
    double longitude = centre.longitude() / 1e7;
    if (random.nextBoolean()) {
      return near(centre, latitude, longitude);
    }
    double high = random.nextDouble() * 0.08;
    double wide = random.nextDouble() * 0.12;
    if (chance(25)) {
      return overTheAntimeridian(latitude, longitude);
    }
    // An edge of the rectangle lies exactly on the model's point, every second time.
    double south = random.nextBoolean() ? latitude : latitude - high;
    double west = random.nextBoolean() ? longitude : longitude - wide;
    return new OracleRequest.Place.Within(
        south, westward(west), Math.min(90, latitude + high), westward(longitude + wide));
  }

  private OracleRequest.Place overTheAntimeridian(double latitude, double longitude) {
    double west = longitude > 0 ? longitude - random.nextDouble() * 0.1 : 170;
    double east = longitude > 0 ? -170 : longitude + random.nextDouble() * 0.1;
    return new OracleRequest.Place.Within(
        Math.max(-90, latitude - 1), west, Math.min(90, latitude + 1), east);
  }

  private static double westward(double longitude) {
    return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
  }

  /** Now and then the edge of the circle lies exactly on some listing. */
  private OracleRequest.Place near(GlobePoint centre, double latitude, double longitude) {
    GlobePoint other = pick(random, listings).point();
    if (chance(30) && other != null) {
      BigDecimal km = BigDecimal.valueOf(centre.millimetresTo(other), 6);
      boolean usable = km.signum() > 0 && km.compareTo(BigDecimal.valueOf(500)) <= 0;
      if (usable) {
        return new OracleRequest.Place.Near(latitude, longitude, km);
      }
    }
    double away = (random.nextDouble() - 0.5) * 0.02;
    BigDecimal km = RandomSearches.decimal(0.3 + random.nextDouble() * 6, random.nextInt(4));
    return new OracleRequest.Place.Near(
        Math.min(90, latitude + away),
        westward(longitude + away),
        km.signum() == 0 ? BigDecimal.ONE : km);
  }
}
