package tatami.ingest.synthetic;

import static tatami.ingest.synthetic.WordList.number;
import static tatami.ingest.synthetic.WordList.texts;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.SplittableRandom;

/** Everything that hotels are composed of, from the word lists. */
record Vocabulary(
    Choice<Place> places,
    Choice<Kind> kinds,
    List<Stem> stems,
    List<String> streets,
    Choice<View> views,
    Choice<Theme> themes,
    List<Season> seasons) {

  static Vocabulary load() {
    return new Vocabulary(
        WordList.read("places.csv").choose("weight", Place::of),
        WordList.read("kinds.csv").choose("share", Kind::of),
        WordList.read("stems.csv").list(Stem::of),
        WordList.read("streets.csv").list(line -> line.getField("street")),
        WordList.read("views.csv").choose("weight", View::of),
        WordList.read("themes.csv").choose("weight", Theme::of),
        WordList.read("seasons.csv").list(Season::of));
  }

  /**
   * A city.
   *
   * @param address prefecture and city as they are written
   * @param name of the city without its last sign (市, 町, 村, 区), as hotels use it
   * @param latitude degrees, of its centre
   * @param longitude degrees, of its centre
   */
  record Place(
      String region,
      String prefecture,
      String city,
      String address,
      String name,
      String kana,
      BigDecimal latitude,
      BigDecimal longitude) {

    static Place of(NamedCsvRecord line) {
      String cityName = line.getField("city_name");
      return new Place(
          line.getField("region"),
          line.getField("prefecture"),
          line.getField("city"),
          line.getField("prefecture_name") + cityName,
          cityName.substring(0, cityName.length() - 1),
          line.getField("city_kana"),
          new BigDecimal(line.getField("latitude")),
          new BigDecimal(line.getField("longitude")));
    }
  }

  /**
   * A kind of hotel with its habits.
   *
   * @param baseYen of one person in a plain room without meals
   * @param singlePercent what one person alone pays, in percent of one of two
   * @param stationPercent how many of 100 tell their way from the station
   */
  record Kind(
      String name,
      int baseYen,
      int singlePercent,
      int stationPercent,
      Choice<Title> titles,
      Choice<RoomType> rooms,
      Choice<Meal> meals,
      List<Amenity> amenities,
      List<Amenity> roomAmenities) {

    static Kind of(NamedCsvRecord line) {
      String kind = line.getField("kind");
      WordList titles =
          WordList.read("titles.csv").where(title -> title.getField("kind").equals(kind));
      return new Kind(
          kind,
          number(line, "base_yen"),
          number(line, "single_percent"),
          number(line, "station_percent"),
          titles.choose("weight", Title::of),
          WordList.read("rooms.csv").choose(kind, RoomType::of),
          WordList.read("meals.csv").choose(kind, Meal::of),
          WordList.read("amenities.csv").list(amenity -> Amenity.of(amenity, kind)),
          WordList.read("room_amenities.csv").list(amenity -> Amenity.of(amenity, kind)));
    }
  }

  /** What stands before and after the stem of a hotel's name. */
  record Title(String before, String beforeKana, String after, String afterKana) {

    static Title of(NamedCsvRecord line) {
      return new Title(
          line.getField("before"),
          line.getField("before_kana"),
          line.getField("after"),
          line.getField("after_kana"));
    }
  }

  /** What a hotel calls itself. */
  record Stem(String name, String kana) {

    static Stem of(NamedCsvRecord line) {
      return new Stem(line.getField("stem"), line.getField("kana"));
    }
  }

  /** A type of room; holds {@code capacity} heads. */
  record RoomType(String type, String name, List<String> tags, int capacity, int pricePercent) {

    static RoomType of(NamedCsvRecord line) {
      return new RoomType(
          line.getField("room_type"),
          line.getField("room_name"),
          texts(line, "tags"),
          number(line, "capacity"),
          number(line, "price_percent"));
    }
  }

  /** What a room looks at or is known for; the tag may be empty. */
  record View(String name, List<String> tags, int pricePercent) {

    static View of(NamedCsvRecord line) {
      return new View(
          line.getField("view_name"), texts(line, "tag"), number(line, "price_percent"));
    }
  }

  /** Meals of a plan; {@code yen} a head and night. */
  record Meal(String code, String name, int yen) {

    static Meal of(NamedCsvRecord line) {
      return new Meal(line.getField("meal"), line.getField("meal_name"), number(line, "yen"));
    }
  }

  /**
   * What a plan promises.
   *
   * @param advanceMinimum fewest days in advance, as text; empty for no such rule
   * @param advanceMaximum most days in advance, as text; empty for no such rule
   */
  record Theme(
      String name,
      List<String> tags,
      int pricePercent,
      String advanceMinimum,
      String advanceMaximum) {

    static Theme of(NamedCsvRecord line) {
      return new Theme(
          line.getField("theme_name"),
          texts(line, "tag"),
          number(line, "price_percent"),
          line.getField("advance_min"),
          line.getField("advance_max"));
    }
  }

  /** Something that {@code percent} of 100 hotels of a kind, or of their room types, offer. */
  record Amenity(String name, int percent) {

    static Amenity of(NamedCsvRecord line, String kind) {
      return new Amenity(line.getField("amenity"), number(line, kind));
    }

    /** Draws the names of those that are offered. */
    static List<String> draw(List<Amenity> amenities, SplittableRandom random) {
      return amenities.stream()
          .filter(amenity -> random.nextInt(100) < amenity.percent())
          .map(Amenity::name)
          .toList();
    }
  }

  /** Days of every year, both included, on which prices stand {@code ranks} higher. */
  record Season(MonthDay from, MonthDay to, int ranks) {

    static Season of(NamedCsvRecord line) {
      return new Season(
          MonthDay.parse("--" + line.getField("from")),
          MonthDay.parse("--" + line.getField("to")),
          number(line, "ranks"));
    }

    boolean contains(MonthDay day) {
      boolean notBefore = !day.isBefore(from);
      boolean notAfter = !day.isAfter(to);
      return from.isAfter(to) ? notBefore || notAfter : notBefore && notAfter;
    }
  }
}
