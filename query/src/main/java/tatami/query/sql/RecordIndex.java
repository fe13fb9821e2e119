package tatami.query.sql;

import java.util.Arrays;

/**
 * Finds records by a surrogate: in a table where surrogates lie close together, else by halving.
 */
final class RecordIndex {

  /** What is found where there is no record. */
  static final int NONE = -1;

  private static final int MOST_PLACES_PER_RECORD = 8;
  private static final int FEW_PLACES = 4_096;

  private final int first;
  private final int[] recordOf;
  private final int[] keys;

  private RecordIndex(int first, int[] recordOf, int[] keys) {
    this.first = first;
    this.recordOf = recordOf;
    this.keys = keys;
  }

  /** Indexes records by a field of 4 bytes that no two of them share. */
  static RecordIndex of(Records records, RecordField key) {
    int[] order = records.order(key);
    int[] keys = Arrays.stream(order).map(record -> records.integer(record, key)).toArray();
    if (keys.length == 0) {
      return new RecordIndex(0, order, null);
    }
    int first = keys[0];
    long places = (long) keys[keys.length - 1] - first + 1;
    if (places > FEW_PLACES && places > (long) keys.length * MOST_PLACES_PER_RECORD) {
      return new RecordIndex(first, order, keys);
    }
    int[] recordOf = new int[(int) places];
    Arrays.fill(recordOf, NONE);
    for (int place = 0; place < keys.length; place++) {
      recordOf[keys[place] - first] = order[place];
    }
    return new RecordIndex(first, recordOf, null);
  }

  /** Returns the record of a surrogate, {@link #NONE} where there is none. */
  int find(int key) {
    if (keys == null) {
      int place = key - first;
      return place >= 0 && place < recordOf.length ? recordOf[place] : NONE;
    }
    int place = Arrays.binarySearch(keys, key);
    return place < 0 ? NONE : recordOf[place];
  }
}
