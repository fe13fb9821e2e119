package tatami.query.mirror.bits;

import java.util.Arrays;

/**
 * Sets of rows as words: row {@code r} is bit {@code r mod 64}, from the lowest, of word {@code r
 * div 64}. Bits behind the last row are 0. All operands of an operation have the same length.
 */
public final class Bits {

  private Bits() {}

  /** Returns how many words some rows have. */
  public static int words(int rows) {
    return (rows + Long.SIZE - 1) >>> 6;
  }

  /** Returns an empty set. */
  public static long[] none(int rows) {
    return new long[words(rows)];
  }

  /** Returns the set of all rows. */
  public static long[] all(int rows) {
    long[] words = none(rows);
    fill(words, rows);
    return words;
  }

  /** Puts all rows into a set. */
  public static void fill(long[] words, int rows) {
    int whole = rows >>> 6;
    Arrays.fill(words, 0, whole, -1L);
    if (whole < words.length) {
      words[whole] = (1L << rows) - 1;
      Arrays.fill(words, whole + 1, words.length, 0);
    }
  }

  /** Tells whether a row is in a set. */
  public static boolean get(long[] words, int row) {
    return (words[row >>> 6] >>> row & 1) != 0;
  }

  /** Puts a row into a set. */
  public static void set(long[] words, int row) {
    words[row >>> 6] |= 1L << row;
  }

  /** Takes a row out of a set. */
  public static void clear(long[] words, int row) {
    words[row >>> 6] &= ~(1L << row);
  }

  /** Puts a row into a set, or takes it out. */
  public static void put(long[] words, int row, boolean isIn) {
    if (isIn) {
      set(words, row);
    } else {
      clear(words, row);
    }
  }

  /** Puts the rows of a range into a set. */
  public static void setRange(long[] words, int first, int end) {
    if (first >= end) {
      return;
    }
    int firstWord = first >>> 6;
    int lastWord = (end - 1) >>> 6;
    long low = -1L << first;
    long high = -1L >>> -end;
    if (firstWord == lastWord) {
      words[firstWord] |= low & high;
      return;
    }
    words[firstWord] |= low;
    Arrays.fill(words, firstWord + 1, lastWord, -1L);
    words[lastWord] |= high;
  }

  /** Keeps the rows that are in another set too. */
  public static void and(long[] words, long[] other) {
    for (int word = 0; word < words.length; word++) {
      words[word] &= other[word];
    }
  }

  /** Takes the rows of another set out. */
  public static void andNot(long[] words, long[] other) {
    for (int word = 0; word < words.length; word++) {
      words[word] &= ~other[word];
    }
  }

  /** Adds the rows of another set. */
  public static void or(long[] words, long[] other) {
    for (int word = 0; word < words.length; word++) {
      words[word] |= other[word];
    }
  }

  /** Counts the rows of a set. */
  public static int count(long[] words) {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** Counts the rows that two sets share. */
  public static int countBoth(long[] words, long[] other) {
    int count = 0;
    for (int word = 0; word < words.length; word++) {
      count += Long.bitCount(words[word] & other[word]);
    }
    return count;
  }

  /** Returns the first row of a set from a row on, −1 where there is none. */
  public static int next(long[] words, int from) {
    int word = from >>> 6;
    if (word >= words.length) {
      return -1;
    }
    long left = words[word] & -1L << from;
    while (left == 0) {
      if (++word == words.length) {
        return -1;
      }
      left = words[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(left);
  }
}
