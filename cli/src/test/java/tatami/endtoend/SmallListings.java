package tatami.endtoend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Invented listings with every oddity that a file may have. */
final class SmallListings {

  private static final List<String> HEADER =
      List.of(
          "id",
          "listing_url",
          "name",
          "description",
          "neighbourhood_cleansed",
          "neighbourhood_group_cleansed",
          "latitude",
          "longitude",
          "property_type",
          "room_type",
          "accommodates",
          "bathrooms",
          "bedrooms",
          "amenities",
          "price",
          "minimum_nights",
          "maximum_nights",
          "number_of_reviews",
          "review_scores_rating");
  private static final List<String> ODD_NAMES =
      List.of(
          "Two lines,\nand \"quotes\"",
          "日本の家 🛖",
          "  spaces kept  ",
          "",
          "'; DROP TABLE x; --",
          "e\u0301 is not é",
          "\\N",
          "back\\slash\tand tab",
          "NULL",
          "\"");
  private static final List<String> GROUPS =
      List.of("North/South", "Old ~Town", "Harbour", "Hill~1", "旧市街", "");
  private static final List<String> QUARTERS =
      List.of("Pier 5/6", "A~B", "Harbour", "Gate", "Market", "Ōtemachi", "Gate ", "");
  private static final List<String> PROPERTY_TYPES =
      List.of(
          "House", "House", "Apartment", "Apartment", "🛖 Hut", "ｗide Hut", "Bed & Breakfast", "");
  private static final List<String> ROOM_TYPES =
      List.of("Entire home/apt", "Private room", "Private room", "Shared room");
  private static final List<String> TAGS =
      List.of(
          "TV",
          "tv",
          "Cable TV",
          "Wifi",
          "Kitchen",
          "Comma, inside",
          "Say \"hi\"",
          "Back\\slash",
          "{curly}",
          "[square]",
          "Children’s books",
          "暖房",
          "😀 smile",
          "NULL",
          " lead");

  private final SmallVintage vintage;
  private final Random random;
  private final List<List<String>> rows = new ArrayList<>();

  SmallListings(SmallVintage vintage) {
    this.vintage = vintage;
    this.random = new Random(vintage.seed());
    for (int listing = 0; listing < vintage.listings(); listing++) {
      rows.add(row(listing));
    }
  }

  /** Returns a field of a listing as the file has it. */
  String field(int listing, String column) {
    return rows.get(listing).get(HEADER.indexOf(column));
  }

  /** Returns the header, the rows, and rows that repeat, contradict or are wrong. */
  List<List<String>> fileRows() {
    List<List<String>> all = new ArrayList<>();
    all.add(HEADER);
    all.addAll(rows);
    all.add(20, rows.get(40));
    all.add(with(rows.get(41), "name", "Another name for the same id"));
    all.add(with(with(rows.get(42), "id", "5"), "accommodates", "four"));
    return all;
  }

  private static List<String> with(List<String> row, String column, String value) {
    List<String> changed = new ArrayList<>(row);
    changed.set(HEADER.indexOf(column), value);
    return changed;
  }

  private List<String> row(int listing) {
    String id = Long.toString(vintage.id(listing));
    String name =
        listing < ODD_NAMES.size()
            ? ODD_NAMES.get(listing)
            : pick(List.of("Cosy", "Bright", "Quiet", "Тихий")) + " place " + listing;
    boolean nowhere = listing == 11;
    return List.of(
        id,
        "https://example.org/rooms/" + id,
        name,
        listing % 5 == 0 ? "First line\r\nsecond, \"line\"\n\nlast" : "plain",
        pick(QUARTERS),
        pick(GROUPS),
        nowhere ? "" : latitude(listing),
        nowhere ? "" : longitude(listing),
        pick(PROPERTY_TYPES),
        listing == 12 ? "" : pick(ROOM_TYPES),
        listing == 13 ? "" : Integer.toString(1 + random.nextInt(random.nextInt(8) + 1)),
        pick(List.of("1.0", "1.5", "")),
        pick(List.of("1", "2", "")),
        amenities(listing),
        "$1.00",
        pick(List.of("1", "1", "1", "2", "3", "7", "30", "", "1000", "0")),
        pick(List.of("1125", "365", "7", "28", "92", "2147483647", "", "1000", "2")),
        listing % 30 == 14 ? "" : Integer.toString(random.nextInt(4) * random.nextInt(5)),
        rating());
  }

  private String latitude(int listing) {
    double centre = vintage == SmallVintage.HARBOUR ? -16.8 : 46.2;
    // A half step of 1e-7 degree, where ways to round part.
    String text = BigDecimal.valueOf(Math.round((centre + spread()) * 1e6), 6).toPlainString();
    return listing % 10 == 3
        ? text + "25"
        : listing % 10 == 4 ? text : text + random.nextInt(10_000);
  }

  private String longitude(int listing) {
    if (vintage == SmallVintage.LAKESIDE) {
      return BigDecimal.valueOf(Math.round((-121.5 + spread()) * 1e6), 6).toPlainString() + "05";
    }
    double longitude = 179.99 + spread();
    double inside = longitude > 180 ? longitude - 360 : longitude;
    return listing == 15 ? "180.0" : listing == 16 ? "-180.0" : Double.toString(inside);
  }

  private double spread() {
    return (random.nextDouble() - 0.5) * 0.1;
  }

  private String rating() {
    if (random.nextInt(7) == 0) {
      return "";
    }
    return vintage == SmallVintage.LAKESIDE
        ? Integer.toString(100 - random.nextInt(6) * random.nextInt(8))
        : pick(List.of("5.0", "5", "4.50", "4.5", "4.83", "4.07", "3.99", "4.333", "0.0"));
  }

  private String amenities(int listing) {
    List<String> tags = new ArrayList<>();
    for (int tag = random.nextInt(6); tag > 0; tag--) {
      tags.add(pick(TAGS));
    }
    for (int tag = random.nextInt(8); tag > 0; tag--) {
      tags.add("Extra " + random.nextInt(70));
    }
    if (listing == 17) {
      tags.add("");
    }
    if (listing == 18) {
      return "";
    }
    return vintage == SmallVintage.HARBOUR ? json(tags) : braces(tags);
  }

  private String json(List<String> tags) {
    String json = JsonMapper.shared().writeValueAsString(tags);
    StringBuilder escaped = new StringBuilder();
    for (int point : json.codePoints().toArray()) {
      boolean escapes = point > 127 && random.nextInt(3) > 0;
      for (char letter : Character.toChars(point)) {
        escaped.append(escapes ? String.format("\\u%04x", (int) letter) : String.valueOf(letter));
      }
    }
    return escaped.toString();
  }

  private static String braces(List<String> tags) {
    List<String> written = new ArrayList<>();
    for (String tag : tags) {
      boolean plain = tag.matches("[A-Za-z]+") && !tag.equals("NULL");
      String inside = tag.replace("\\", "\\\\").replace("\"", "\\\"");
      written.add(plain ? tag : "\"" + inside + "\"");
    }
    return "{" + String.join(",", written) + "}";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
