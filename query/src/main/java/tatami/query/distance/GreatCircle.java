package tatami.query.distance;

/**
 * Measures great-circle distances by the haversine formula on a sphere of 6371.0088 km.
 *
 * <p>Points are integers of 10<sup>−7</sup> degree, as search tables hold them. Bound to its start,
 * whose trigonometry is computed once. Immutable and thread-safe.
 */
public final class GreatCircle {

  /** Steps of a coordinate in one degree. */
  public static final double STEPS_PER_DEGREE = 1e7;

  private static final double EARTH_RADIUS_METRES = 6371008.8;

  private final double startLatitude;
  private final double startLongitude;
  private final double startCosine;

  /** Starts at a point, in steps of 10<sup>−7</sup> degree. */
  public GreatCircle(int latitude, int longitude) {
    startLatitude = radians(latitude);
    startLongitude = radians(longitude);
    startCosine = Math.cos(startLatitude);
  }

  /** Returns the millimetres to a point, rounded half up. */
  public long millimetresTo(int latitude, int longitude) {
    double endLatitude = radians(latitude);
    double latitudeSine = Math.sin((endLatitude - startLatitude) / 2);
    double longitudeSine = Math.sin((radians(longitude) - startLongitude) / 2);
    double haversine =
        latitudeSine * latitudeSine
            + startCosine * Math.cos(endLatitude) * longitudeSine * longitudeSine;
    double metres = 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, haversine)));
    return Math.round(metres * 1000);
  }

  /**
   * Returns how many steps of latitude a point may be away at most when it is within a distance;
   * never too few.
   */
  public static long latitudeReach(long millimetres) {
    double radians = millimetres / 1000.0 / EARTH_RADIUS_METRES;
    return (long) Math.ceil(Math.toDegrees(radians) * STEPS_PER_DEGREE) + 2;
  }

  private static double radians(int steps) {
    return Math.toRadians(steps / STEPS_PER_DEGREE);
  }
}
