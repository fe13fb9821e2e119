package tatami.oracle;

import java.util.Collection;
import java.util.List;

/** The filters of the airbnb catalog. */
public enum FilterName {
  AREA("area"),
  ROOM_TYPE("room_type"),
  PROPERTY_TYPE("property_type"),
  AMENITIES("amenities"),
  RATING("rating"),
  LOCATION("location"),
  WORDS("words");

  private final String requestName;

  FilterName(String requestName) {
    this.requestName = requestName;
  }

  /** Returns the name in requests and facets. */
  public String requestName() {
    return requestName;
  }

  /** Returns the values that a listing counts under; none for numbers, points and words. */
  public Collection<String> valuesOf(Listing listing) {
    return switch (this) {
      case AREA -> listing.areaNodes();
      case ROOM_TYPE, PROPERTY_TYPE -> single(listing.text(requestName));
      case AMENITIES -> listing.amenities();
      case RATING, LOCATION, WORDS -> List.of();
    };
  }

  private static List<String> single(String value) {
    return value == null ? List.of() : List.of(value);
  }
}
