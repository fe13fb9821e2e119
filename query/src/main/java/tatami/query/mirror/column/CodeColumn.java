package tatami.query.mirror.column;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;
import tatami.query.mirror.bits.RowSet;
import tatami.query.release.Dictionary;

/** One code a row, of a category or a path, with the rows of each code. */
public final class CodeColumn {

  /** Stands for a row without a value. */
  public static final int ABSENT = Integer.MIN_VALUE;

  private final Dictionary dictionary;
  private final int[] codes;

  /** By place in the dictionary: the rows with that code or, of a path, one below it. */
  private final RowSet[] sets;

  private CodeColumn(Dictionary dictionary, int[] codes, RowSet[] sets) {
    this.dictionary = dictionary;
    this.codes = codes;
    this.sets = sets;
  }

  /**
   * Makes the sets of a column.
   *
   * @param codes by row, {@link #ABSENT} where there is none; kept
   */
  public static CodeColumn of(Dictionary dictionary, int[] codes) {
    RoaringBitmap[] members = new RoaringBitmap[dictionary.size()];
    Arrays.setAll(members, place -> new RoaringBitmap());
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] != ABSENT) {
        addUpwards(dictionary, members, dictionary.place(codes[row]), row);
      }
    }
    RowSet[] sets = new RowSet[members.length];
    Arrays.setAll(sets, place -> RowSet.of(codes.length, members[place]));
    return new CodeColumn(dictionary, codes, sets);
  }

  private static void addUpwards(
      Dictionary dictionary, RoaringBitmap[] members, int place, int row) {
    for (int at = place; at != Dictionary.ROOT; at = dictionary.placeAbove(at)) {
      members[at].add(row);
    }
  }

  /** Returns the code of a row, {@link #ABSENT} where it has none. */
  public int code(int row) {
    return codes[row];
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
    int[] all = dictionary.codes();
    int place = Arrays.binarySearch(all, first);
    place = place < 0 ? -place - 1 : place;
    while (place < all.length && all[place] <= last) {
      sets[place].addTo(rows);
      place = firstBehind(all, place);
    }
  }

  /** The set of a node has the rows of all nodes below it. */
  private int firstBehind(int[] all, int place) {
    int next = Arrays.binarySearch(all, dictionary.lastCode(all[place]) + 1);
    return next < 0 ? -next - 1 : next;
  }

  /** Changes the code of a row, while nobody reads. */
  public void put(int row, int code) {
    if (codes[row] != ABSENT) {
      putUpwards(dictionary.place(codes[row]), row, false);
    }
    codes[row] = code;
    if (code != ABSENT) {
      putUpwards(dictionary.place(code), row, true);
    }
  }

  private void putUpwards(int place, int row, boolean isIn) {
    for (int at = place; at != Dictionary.ROOT; at = dictionary.placeAbove(at)) {
      sets[at].put(row, isIn);
    }
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return (long) codes.length * Integer.BYTES + Arrays.stream(sets).mapToLong(RowSet::bytes).sum();
  }
}
