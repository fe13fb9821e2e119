package tatami.query.mirror.column;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;
import tatami.query.mirror.bits.RowSet;
import tatami.query.release.Dictionary;

/** One code a row, of a category or a path, with the rows of each code. */
public final class CodeColumn {

  /** Stands for a row without a value. */
  public static final int ABSENT = -1;

  private final Dictionary dictionary;

  /** By row: the place of its code in the dictionary, or {@link #ABSENT}. */
  private final int[] places;

  /** By place in the dictionary: the rows with that code or, of a path, one below it. */
  private final RowSet[] sets;

  private CodeColumn(Dictionary dictionary, int[] places, RowSet[] sets) {
    this.dictionary = dictionary;
    this.places = places;
    this.sets = sets;
  }

  /**
   * Makes the sets of a column.
   *
   * @param places by row: the place of its code in the dictionary, {@link #ABSENT} where there is
   *     none; kept
   */
  public static CodeColumn of(Dictionary dictionary, int[] places) {
    RoaringBitmap[] members = new RoaringBitmap[dictionary.size()];
    Arrays.setAll(members, place -> new RoaringBitmap());
    for (int row = 0; row < places.length; row++) {
      if (places[row] != ABSENT) {
        addUpwards(dictionary, members, places[row], row);
      }
    }
    RowSet[] sets = new RowSet[members.length];
    Arrays.setAll(sets, place -> RowSet.of(places.length, members[place]));
    return new CodeColumn(dictionary, places, sets);
  }

  private static void addUpwards(
      Dictionary dictionary, RoaringBitmap[] members, int place, int row) {
    for (int at = place; at != Dictionary.ROOT; at = dictionary.placeAbove(at)) {
      members[at].add(row);
    }
  }

  /** Returns the place of a row's code in the dictionary, {@link #ABSENT} where it has none. */
  public int place(int row) {
    return places[row];
  }

  /** Returns the dictionary of the codes. */
  public Dictionary dictionary() {
    return dictionary;
  }

  /** Returns the rows of a place in the dictionary, those of nodes below it among them. */
  public RowSet set(int place) {
    return sets[place];
  }

  /** Adds the rows with codes of an interval to a set. */
  public void addInterval(int first, int last, long[] rows) {
    int place = dictionary.firstPlaceFrom(first);
    int end = dictionary.firstPlaceFrom(last + 1);
    while (place < end) {
      sets[place].addTo(rows);
      place = dictionary.placeBehind(place);
    }
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return (long) places.length * Integer.BYTES
        + Arrays.stream(sets).mapToLong(RowSet::bytes).sum();
  }
}
