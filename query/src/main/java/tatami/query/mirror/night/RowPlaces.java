package tatami.query.mirror.night;

import java.util.Arrays;

/** Where rows are kept, of which some have nothing to keep. */
final class RowPlaces {

  /** The place of a row that has none. */
  static final int NONE = -1;

  private int[] places;
  private int count;

  /**
   * Gives a place to each row that has something.
   *
   * @param isKept by row
   */
  RowPlaces(boolean[] isKept) {
    places = new int[isKept.length];
    for (int row = 0; row < isKept.length; row++) {
      places[row] = isKept[row] ? count++ : NONE;
    }
  }

  /** Returns the place of a row, {@link #NONE} where it has none. */
  int of(int row) {
    return row < places.length ? places[row] : NONE;
  }

  /** Returns how many rows may be asked for. */
  int rows() {
    return places.length;
  }

  /** Returns how many places there are. */
  int count() {
    return count;
  }

  /** Gives a row a place if it has none; returns it. */
  int add(int row) {
    if (row >= places.length) {
      int size = places.length;
      places = Arrays.copyOf(places, Math.max(row + 1, size + size / 8));
      Arrays.fill(places, size, places.length, NONE);
    }
    if (places[row] == NONE) {
      places[row] = count++;
    }
    return places[row];
  }

  long bytes() {
    return (long) places.length * Integer.BYTES;
  }
}
