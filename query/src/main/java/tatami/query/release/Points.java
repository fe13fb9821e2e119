package tatami.query.release;

import java.util.Arrays;
import tatami.query.distance.GreatCircle;

/**
 * The points of a release's properties, in memory. Immutable and thread-safe.
 *
 * <p>Arrays indexed by surrogate: a scan of 47,000 points with the distance of those in reach costs
 * a few milliseconds, less than sending the distances to the database.
 */
public final class Points {

  private static final int ABSENT = Integer.MIN_VALUE;

  private final int[] latitudes;
  private final int[] longitudes;

  Points(int rows) {
    latitudes = new int[rows];
    longitudes = new int[rows];
    Arrays.fill(latitudes, ABSENT);
  }

  /** Only while loading, before the points are shared. */
  void put(int id, int latitude, int longitude) {
    latitudes[id] = latitude;
    longitudes[id] = longitude;
  }

  /** Returns the properties within a radius, edge included, by ascending surrogate. */
  public Neighbours within(int latitude, int longitude, long radiusMillimetres) {
    GreatCircle circle = new GreatCircle(latitude, longitude);
    long reach = GreatCircle.latitudeReach(radiusMillimetres);
    int[] ids = new int[latitudes.length];
    int[] millimetres = new int[latitudes.length];
    int found = 0;
    for (int id = 0; id < latitudes.length; id++) {
      if (latitudes[id] == ABSENT || Math.abs((long) latitudes[id] - latitude) > reach) {
        continue;
      }
      long distance = circle.millimetresTo(latitudes[id], longitudes[id]);
      if (distance <= radiusMillimetres) {
        ids[found] = id;
        millimetres[found++] = (int) distance;
      }
    }
    return new Neighbours(Arrays.copyOf(ids, found), Arrays.copyOf(millimetres, found));
  }

  /** Properties with their distances from one point; radii stay below 2,147 km. */
  public static final class Neighbours {

    private final int[] ids;
    private final int[] millimetres;

    private Neighbours(int[] ids, int[] millimetres) {
      this.ids = ids;
      this.millimetres = millimetres;
    }

    /** Returns the surrogates, ascending. */
    public int[] ids() {
      return ids.clone();
    }

    /** Returns the distance of a property that is among these. */
    public long millimetresOf(int id) {
      int position = Arrays.binarySearch(ids, id);
      if (position < 0) {
        throw new IllegalArgumentException("not among the neighbours: id=" + id);
      }
      return millimetres[position];
    }
  }
}
