package tatami.ingest.synthetic;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.Vocabulary.Amenity;
import tatami.ingest.synthetic.Vocabulary.Place;
import tatami.ingest.synthetic.Vocabulary.Stem;
import tatami.ingest.synthetic.Vocabulary.Title;

/** Writes the hotels themselves. */
final class HotelFeed {

  static final String[] HEADER = {
    "hotel_code",
    "name",
    "kana",
    "kind",
    "region",
    "prefecture",
    "city",
    "address",
    "amenities",
    "rating",
    "review_count",
    "station_minutes",
    "latitude",
    "longitude",
    "closed_on"
  };

  /** How far a hotel is from the centre of its city, at most, north to south and west to east. */
  private static final int SPREAD_MICRODEGREES = 30_000;

  private final FeedFile file;
  private final Vocabulary vocabulary;
  private final Nights nights;

  HotelFeed(FeedFile file, Vocabulary vocabulary, Nights nights) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.nights = nights;
  }

  void write(Hotel hotel, SplittableRandom random) throws IOException {
    Place place = vocabulary.places().pick(random);
    Stem stem = pick(vocabulary.stems(), random);
    Title title = hotel.kind().titles().pick(random);
    int reviews = (int) (20 / (random.nextDouble() + 0.01)) - 19;
    file.row(
        hotel.code(),
        place.name() + " " + title.before() + stem.name() + title.after(),
        place.kana() + " " + title.beforeKana() + stem.kana() + title.afterKana(),
        hotel.kind().name(),
        place.region(),
        place.prefecture(),
        place.city(),
        drawAddress(place, random),
        String.join("|", Amenity.draw(hotel.kind().amenities(), random)),
        drawRating(reviews, random),
        Integer.toString(reviews),
        drawStationMinutes(hotel, random),
        drawNear(place.latitude(), random),
        drawNear(place.longitude(), random),
        drawClosedOn(random));
  }

  private String drawAddress(Place place, SplittableRandom random) {
    return place.address()
        + pick(vocabulary.streets(), random)
        + (1 + random.nextInt(5))
        + "-"
        + (1 + random.nextInt(30))
        + "-"
        + (1 + random.nextInt(20));
  }

  /** Draws 3.00 to 5.00; hotels that nobody reviewed have no rating, nor have a few others. */
  private static String drawRating(int reviews, SplittableRandom random) {
    int hundredths = 300 + random.nextInt(101) + random.nextInt(101);
    boolean absent = random.nextInt(100) < 4 || reviews == 0;
    return absent ? "" : BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private static String drawStationMinutes(Hotel hotel, SplittableRandom random) {
    int minutes = 1 + Math.min(random.nextInt(60), random.nextInt(60));
    boolean absent = random.nextInt(100) >= hotel.kind().stationPercent();
    return absent ? "" : Integer.toString(minutes);
  }

  private static String drawNear(BigDecimal centre, SplittableRandom random) {
    int offset = random.nextInt(2 * SPREAD_MICRODEGREES + 1) - SPREAD_MICRODEGREES;
    return centre.add(BigDecimal.valueOf(offset, 6)).toPlainString();
  }

  private String drawClosedOn(SplittableRandom random) {
    int daysAgo = 1 + random.nextInt(700);
    return random.nextInt(100) < 2 ? nights.day(-daysAgo).toString() : "";
  }

  private static <T> T pick(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
