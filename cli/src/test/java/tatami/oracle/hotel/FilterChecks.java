package tatami.oracle.hotel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tatami.oracle.GlobePoint;
import tatami.oracle.WordRules;
import tatami.oracle.hotel.HotelRequest.Asked;

/** Whether a row passes filters. */
final class FilterChecks {

  private final boolean nonePassesAll;

  FilterChecks(boolean nonePassesAll) {
    this.nonePassesAll = nonePassesAll;
  }

  /** Tells whether a row passes all filters of its grain. */
  boolean passes(Map<String, String> row, boolean ofProperty, Map<String, Asked> where) {
    for (Map.Entry<String, Asked> asked : where.entrySet()) {
      HotelFilter filter = HotelFilter.named(asked.getKey());
      if (filter.isOfProperty() == ofProperty && !passes(row, filter, asked.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(Map<String, String> row, HotelFilter filter, Asked asked) {
    if (asked instanceof Asked.AnyOf anyOf) {
      return hasAny(filter.values(row), anyOf.values());
    }
    if (asked instanceof Asked.Tags tags) {
      return passesTags(filter.values(row), tags);
    }
    if (asked instanceof Asked.Words words) {
      return WordRules.allIn(filter.texts(row), words.typed());
    }
    if (asked instanceof Asked.Within || asked instanceof Asked.Near) {
      return passesPlace(point(row), asked);
    }
    String text = row.get(filter.columns().get(0));
    return passesNumber(text == null ? null : new BigDecimal(text), asked);
  }

  private static boolean hasAny(Collection<String> own, List<String> asked) {
    return asked.stream().anyMatch(own::contains);
  }

  private boolean passesTags(Collection<String> own, Asked.Tags asked) {
    boolean none = nonePassesAll || !hasAny(own, asked.none());
    return own.containsAll(asked.all())
        && (asked.any().isEmpty() || hasAny(own, asked.any()))
        && none;
  }

  private static boolean passesNumber(BigDecimal number, Asked asked) {
    if (asked instanceof Asked.Range range) {
      boolean open = range.min() == null && range.max() == null;
      return open
          || (number != null
              && (range.min() == null || number.compareTo(range.min()) >= 0)
              && (range.max() == null || number.compareTo(range.max()) <= 0));
    }
    Asked.Bucket bucket = (Asked.Bucket) asked;
    if (number == null || number.compareTo(bucket.from()) < 0) {
      return false;
    }
    int atEnd = number.compareTo(bucket.to());
    return atEnd < 0 || (bucket.closed() && atEnd == 0);
  }

  private static boolean passesPlace(GlobePoint point, Asked asked) {
    if (point == null) {
      return false;
    }
    if (asked instanceof Asked.Near near) {
      BigDecimal metres = BigDecimal.valueOf(millimetres(point, near), 3);
      return metres.compareTo(near.km().movePointRight(3)) <= 0;
    }
    Asked.Within box = (Asked.Within) asked;
    long west = GlobePoint.toSteps(box.west());
    long east = GlobePoint.toSteps(box.east());
    boolean afterWest = point.longitude() >= west;
    boolean beforeEast = point.longitude() <= east;
    return (west > east ? afterWest || beforeEast : afterWest && beforeEast)
        && point.latitude() >= GlobePoint.toSteps(box.south())
        && point.latitude() <= GlobePoint.toSteps(box.north());
  }

  /** Returns the distance from the middle of a circle. */
  static long millimetres(GlobePoint point, Asked.Near near) {
    return GlobePoint.ofDegrees(near.latitude(), near.longitude()).millimetresTo(point);
  }

  /** Returns where a row is, null where it does not say. */
  static GlobePoint point(Map<String, String> row) {
    String latitude = row.get("latitude");
    String longitude = row.get("longitude");
    return latitude == null || longitude == null
        ? null
        : GlobePoint.ofDegrees(Double.parseDouble(latitude), Double.parseDouble(longitude));
  }
}
