package tatami.endtoend;

import java.time.LocalDate;

/** The two ways in which Inside Airbnb files are written, each with an invented city. */
enum SmallVintage {
  /** Limits only per listing, amenities in braces, no price on closed nights, ratings to 100. */
  LAKESIDE("lakeside-2016", LocalDate.of(2016, 5, 1), 120, 120),
  /** Limits per night, amenities as JSON, ids above 2^53, on both sides of the antimeridian. */
  HARBOUR("harbour-2023", LocalDate.of(2023, 10, 1), 104, 90);

  private final String folder;
  private final LocalDate firstNight;
  private final int nights;
  private final int listings;

  SmallVintage(String folder, LocalDate firstNight, int nights, int listings) {
    this.folder = folder;
    this.firstNight = firstNight;
    this.nights = nights;
    this.listings = listings;
  }

  String folder() {
    return folder;
  }

  LocalDate firstNight() {
    return firstNight;
  }

  int nights() {
    return nights;
  }

  int listings() {
    return listings;
  }

  boolean limitsPerNight() {
    return this == HARBOUR;
  }

  /** The newer files begin with a byte order mark and end their lines with CR LF. */
  boolean beginsWithMark() {
    return this == HARBOUR;
  }

  long seed() {
    return 1_000 + ordinal();
  }

  /** Ids that only whole numbers of 64 bits keep apart, and ids of any length. */
  long id(int listing) {
    return this == HARBOUR
        ? 9_007_199_254_740_993L + listing * 37L % 90
        : 17 + listing * 7_919L * 7_919L % 1_000_003;
  }
}
