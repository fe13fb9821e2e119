package tatami.query.release;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tatami.query.distance.GreatCircle;

/**
 * The points of a release's rows, in memory. Immutable and thread-safe.
 *
 * <p>Rows are sorted by latitude, so that a rectangle and a circle look at a band of them alone: of
 * 20,000 points in reach of a city that is some hundred.
 */
public final class Points {

  /** The latitude of a row without a point. */
  public static final int ABSENT = Integer.MIN_VALUE;

  /** By place in the order of latitudes: the row, and where it is. */
  private final int[] ids;

  private final int[] latitudes;
  private final int[] longitudes;

  /**
   * Sorts points.
   *
   * @param latitudes by row, in steps of 10<sup>−7</sup> degree; {@link #ABSENT} where it has none
   * @param longitudes by row, in the same steps
   */
  public Points(int[] latitudes, int[] longitudes) {
    int rows = latitudes.length;
    ids =
        IntStream.range(0, rows)
            .filter(row -> latitudes[row] != ABSENT)
            .mapToObj(row -> (long) latitudes[row] << Integer.SIZE | row)
            .sorted()
            .mapToInt(Long::intValue)
            .toArray();
    this.latitudes = Arrays.stream(ids).map(row -> latitudes[row]).toArray();
    this.longitudes = Arrays.stream(ids).map(row -> longitudes[row]).toArray();
  }

  /** Returns the properties within a radius, edge included, by ascending surrogate. */
  public Neighbours within(int latitude, int longitude, long radiusMillimetres) {
    GreatCircle circle = new GreatCircle(latitude, longitude);
    long reach = GreatCircle.latitudeReach(radiusMillimetres);
    int first = firstFrom(latitude - reach);
    int end = firstFrom(latitude + reach + 1);
    long[] found = new long[end - first];
    int count = 0;
    for (int place = first; place < end; place++) {
      long distance = circle.millimetresTo(latitudes[place], longitudes[place]);
      if (distance <= radiusMillimetres) {
        found[count++] = (long) ids[place] << Integer.SIZE | distance;
      }
    }
    Arrays.sort(found, 0, count);
    int[] near = new int[count];
    int[] millimetres = new int[count];
    for (int place = 0; place < count; place++) {
      near[place] = (int) (found[place] >> Integer.SIZE);
      millimetres[place] = (int) found[place];
    }
    return new Neighbours(near, millimetres);
  }

  /**
   * Gives the rows inside a rectangle, edges included, in no order.
   *
   * @param west above {@code east} where the rectangle crosses the antimeridian
   */
  public void each(int south, int west, int north, int east, IntConsumer consumer) {
    int end = firstFrom(north + 1L);
    boolean isAcross = west > east;
    for (int place = firstFrom(south); place < end; place++) {
      int longitude = longitudes[place];
      boolean isInside =
          isAcross
              ? longitude >= west || longitude <= east
              : longitude >= west && longitude <= east;
      if (isInside) {
        consumer.accept(ids[place]);
      }
    }
  }

  /** Returns the first place whose latitude is at least this. */
  private int firstFrom(long latitude) {
    int low = 0;
    int high = latitudes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (latitudes[middle] < latitude) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    return 3L * ids.length * Integer.BYTES;
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
