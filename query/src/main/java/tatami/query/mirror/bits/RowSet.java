package tatami.query.mirror.bits;

import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows that have a value: words where they are many, a {@link RoaringBitmap} where they are
 * few. Read by many threads while none writes.
 */
public final class RowSet {

  /** A set of one row in so many is held as words: its other form is as large. */
  private static final int DENSE_SHARE = 64;

  private long[] words;
  private RoaringBitmap sparse;

  private RowSet(long[] words, RoaringBitmap sparse) {
    this.words = words;
    this.sparse = sparse;
  }

  /**
   * Chooses the form of a set.
   *
   * @param rows how many rows there are
   * @param members rows of the set; taken over
   */
  public static RowSet of(int rows, RoaringBitmap members) {
    if (members.getLongCardinality() * DENSE_SHARE < rows) {
      members.trim();
      return new RowSet(null, members);
    }
    long[] words = Bits.none(rows);
    members.forEach((org.roaringbitmap.IntConsumer) row -> Bits.set(words, row));
    return new RowSet(words, null);
  }

  /** Tells whether the set is held as words. */
  boolean isDense() {
    return words != null;
  }

  /** Tells whether a row is in the set. */
  public boolean contains(int row) {
    return words == null ? sparse.contains(row) : Bits.get(words, row);
  }

  /** Returns how many rows are in the set. */
  public int count() {
    return words == null ? sparse.getCardinality() : Bits.count(words);
  }

  /** Adds the rows of this set to another one. */
  public void addTo(long[] other) {
    if (words != null) {
      Bits.or(other, words);
      return;
    }
    IntIterator iterator = sparse.getIntIterator();
    while (iterator.hasNext()) {
      Bits.set(other, iterator.next());
    }
  }

  /** Keeps of another set what is in this one. */
  public void keepIn(long[] other) {
    if (words != null) {
      Bits.and(other, words);
      return;
    }
    int word = 0;
    long members = 0;
    IntIterator iterator = sparse.getIntIterator();
    while (iterator.hasNext()) {
      int row = iterator.next();
      while (word < row >>> 6) {
        other[word++] &= members;
        members = 0;
      }
      members |= 1L << row;
    }
    while (word < other.length) {
      other[word++] &= members;
      members = 0;
    }
  }

  /** Takes the rows of this set out of another one. */
  public void takeFrom(long[] other) {
    if (words != null) {
      Bits.andNot(other, words);
      return;
    }
    IntIterator iterator = sparse.getIntIterator();
    while (iterator.hasNext()) {
      Bits.clear(other, iterator.next());
    }
  }

  /** Counts the rows that are in another set too. */
  public int countBoth(long[] other) {
    if (words != null) {
      return Bits.countBoth(words, other);
    }
    int count = 0;
    IntIterator iterator = sparse.getIntIterator();
    while (iterator.hasNext()) {
      count += Bits.get(other, iterator.next()) ? 1 : 0;
    }
    return count;
  }

  /** Puts a row in or takes it out, while nobody reads. */
  public void put(int row, boolean isIn) {
    if (words != null) {
      Bits.put(words, row, isIn);
    } else if (isIn) {
      sparse.add(row);
    } else {
      sparse.remove(row);
    }
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    return words == null ? sparse.getLongSizeInBytes() : (long) words.length * Long.BYTES;
  }
}
