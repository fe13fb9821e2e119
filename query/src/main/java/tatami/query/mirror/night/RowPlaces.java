package tatami.query.mirror.night;

/** Where rows are kept, of which some have nothing to keep. */
final class RowPlaces {

  /** The place of a row that has none. */
  static final int NONE = -1;

  /** By row; null where the place of each row is its number. */
  private int[] places;

  private int rows;
  private int count;

  /**
   * Gives a place to each row that has something.
   *
   * @param isKept by row
   */
  RowPlaces(boolean[] isKept) {
    rows = isKept.length;
    int[] found = new int[rows];
    for (int row = 0; row < rows; row++) {
      found[row] = isKept[row] ? count++ : NONE;
    }
    places = count == rows ? null : found;
  }

  /** Returns the place of a row, {@link #NONE} where it has none. */
  int of(int row) {
    if (places == null) {
      return row < count ? row : NONE;
    }
    return row < rows ? places[row] : NONE;
  }

  /** Returns how many rows may be asked for. */
  int rows() {
    return rows;
  }

  /** Returns how many places there are. */
  int count() {
    return count;
  }

  /** Gives a row a place if it has none; returns it. */
  int add(int row) {
    if (of(row) != NONE) {
      return of(row);
    }
    if (places == null && row == count) {
      rows = ++count;
      return row;
    }
    if (places == null || row >= places.length) {
      int[] grown = new int[Math.max(row + 1, rows + rows / 8)];
      for (int each = 0; each < grown.length; each++) {
        grown[each] = each < rows ? of(each) : NONE;
      }
      places = grown;
    }
    rows = Math.max(rows, row + 1);
    places[row] = count++;
    return places[row];
  }

  long bytes() {
    return places == null ? 0 : (long) places.length * Integer.BYTES;
  }
}
