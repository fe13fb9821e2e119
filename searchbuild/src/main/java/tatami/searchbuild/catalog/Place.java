package tatami.searchbuild.catalog;

import java.util.Comparator;

/**
 * A place in the catalog file.
 *
 * @param line from 1; 0 for a problem that is not in the file
 * @param column from 1, in characters; 0 likewise
 */
record Place(int line, int column) implements Comparable<Place> {

  /** The place of what is not in the file: a flag, or the file itself. */
  static final Place OUTSIDE = new Place(0, 0);

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
