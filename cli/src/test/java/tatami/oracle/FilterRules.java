package tatami.oracle;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which filters a listing passes. */
final class FilterRules {

  private FilterRules() {}

  /** Returns the filters that a listing does not pass. */
  static EnumSet<FilterName> failed(Listing listing, OracleRequest.Where where) {
    EnumSet<FilterName> failed = EnumSet.noneOf(FilterName.class);
    for (FilterName filter : FilterName.values()) {
      if (!passes(listing, where, filter)) {
        failed.add(filter);
      }
    }
    return failed;
  }

  private static boolean passes(Listing listing, OracleRequest.Where where, FilterName filter) {
    return switch (filter) {
      case AREA, ROOM_TYPE, PROPERTY_TYPE -> hasAny(filter.valuesOf(listing), where.values(filter));
      case AMENITIES -> passesTags(listing.amenities(), where.amenities());
      case RATING -> passesBounds(listing.rating(), where.rating());
      case LOCATION -> passesPlace(listing.point(), where.location());
      case WORDS -> where.words() == null || WordRules.hasAll(listing.text("name"), where.words());
    };
  }

  /** A path's values are its nodes at every level, so that a node matches its whole subtree. */
  private static boolean hasAny(Collection<String> own, List<String> asked) {
    if (asked == null) {
      return true;
    }
    for (String value : asked) {
      if (own.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passesTags(Set<String> own, OracleRequest.Tags asked) {
    if (asked == null) {
      return true;
    }
    boolean all = asked.all() == null || own.containsAll(asked.all());
    boolean any = asked.any() == null || asked.any().isEmpty() || hasAny(own, asked.any());
    boolean none = asked.none() == null || asked.none().isEmpty() || !hasAny(own, asked.none());
    return all && any && none;
  }

  private static boolean passesBounds(BigDecimal number, OracleRequest.Bounds bounds) {
    if (bounds == null || (bounds.min() == null && bounds.max() == null)) {
      return true;
    }
    return number != null
        && (bounds.min() == null || number.compareTo(bounds.min()) >= 0)
        && (bounds.max() == null || number.compareTo(bounds.max()) <= 0);
  }

  private static boolean passesPlace(GlobePoint point, OracleRequest.Place place) {
    if (place == null) {
      return true;
    }
    if (point == null) {
      return false;
    }
    if (place instanceof OracleRequest.Place.Near near) {
      GlobePoint centre = GlobePoint.ofDegrees(near.latitude(), near.longitude());
      BigDecimal metres = BigDecimal.valueOf(centre.millimetresTo(point), 3);
      return metres.compareTo(near.km().movePointRight(3)) <= 0;
    }
    return isInside(point, (OracleRequest.Place.Within) place);
  }

  private static boolean isInside(GlobePoint point, OracleRequest.Place.Within rectangle) {
    long west = GlobePoint.toSteps(rectangle.west());
    long east = GlobePoint.toSteps(rectangle.east());
    boolean eastOfWest = point.longitude() >= west;
    boolean westOfEast = point.longitude() <= east;
    boolean longitude = west > east ? eastOfWest || westOfEast : eastOfWest && westOfEast;
    return longitude
        && point.latitude() >= GlobePoint.toSteps(rectangle.south())
        && point.latitude() <= GlobePoint.toSteps(rectangle.north());
  }
}
