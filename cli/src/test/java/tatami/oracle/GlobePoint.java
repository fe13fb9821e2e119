package tatami.oracle;

/**
 * A point in steps of 1e-7 degree.
 *
 * @param latitude degrees × 10<sup>7</sup>
 * @param longitude degrees × 10<sup>7</sup>
 */
public record GlobePoint(long latitude, long longitude) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** Rounds degrees. */
  public static GlobePoint ofDegrees(double latitude, double longitude) {
    return new GlobePoint(toSteps(latitude), toSteps(longitude));
  }

  /** Rounds one coordinate or bound. */
  public static long toSteps(double degrees) {
    return Math.round(degrees * 1e7);
  }

  /** Returns the haversine distance, rounded to the millimetre. */
  public long millimetresTo(GlobePoint other) {
    double fromLatitude = Math.toRadians(latitude / 1e7);
    double toLatitude = Math.toRadians(other.latitude / 1e7);
    double halfLatitude = (toLatitude - fromLatitude) / 2;
    double halfLongitude = Math.toRadians((other.longitude - longitude) / 1e7) / 2;
    double haversine =
        Math.sin(halfLatitude) * Math.sin(halfLatitude)
            + Math.cos(fromLatitude)
                * Math.cos(toLatitude)
                * Math.sin(halfLongitude)
                * Math.sin(halfLongitude);
    double metres = 2 * EARTH_RADIUS_KM * 1000 * Math.asin(Math.min(1, Math.sqrt(haversine)));
    return Math.round(metres * 1000);
  }
}
