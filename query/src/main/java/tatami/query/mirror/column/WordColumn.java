package tatami.query.mirror.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.bits.RowSet;
import tatami.searchtable.words.Grams;

/**
 * Folded texts of each row, with the rows of each gram. All texts lie in one array, those of a row
 * behind each other.
 */
public final class WordColumn {

  private final int texts;
  private final byte[] bytes;

  /** By row and text: where it starts; behind the last one where it ends. */
  private final int[] starts;

  private final Map<Integer, RowSet> grams;

  private WordColumn(int texts, byte[] bytes, int[] starts, Map<Integer, RowSet> grams) {
    this.texts = texts;
    this.bytes = bytes;
    this.starts = starts;
    this.grams = grams;
  }

  /** Collects the texts of a release. */
  public static final class Builder {

    private final int rows;
    private final int texts;
    private final Map<Integer, RoaringBitmap> members = new HashMap<>();
    private final byte[][] parts;

    /**
     * Starts without a text.
     *
     * @param rows how many rows there are
     * @param texts how many texts each has
     */
    public Builder(int rows, int texts) {
      this.rows = rows;
      this.texts = texts;
      parts = new byte[Math.multiplyExact(rows, texts)][];
    }

    /**
     * Adds a row.
     *
     * @param grams numbers of the row's grams
     * @param textsOfRow folded texts in UTF-8
     */
    public void add(int row, long[] grams, List<byte[]> textsOfRow) {
      for (long gram : grams) {
        members.computeIfAbsent((int) gram, each -> new RoaringBitmap()).add(row);
      }
      for (int text = 0; text < texts; text++) {
        parts[row * texts + text] = textsOfRow.get(text);
      }
    }

    /** Returns the column. */
    public WordColumn build() {
      int[] starts = new int[parts.length + 1];
      for (int part = 0; part < parts.length; part++) {
        int length = parts[part] == null ? 0 : parts[part].length;
        starts[part + 1] = Math.addExact(starts[part], length);
      }
      byte[] all = new byte[starts[parts.length]];
      for (int part = 0; part < parts.length; part++) {
        if (parts[part] != null) {
          System.arraycopy(parts[part], 0, all, starts[part], parts[part].length);
        }
      }
      Map<Integer, RowSet> grams = new HashMap<>();
      members.forEach((gram, set) -> grams.put(gram, RowSet.of(rows, set)));
      return new WordColumn(texts, all, starts, grams);
    }
  }

  /** Adds the rows that have all words, each in one of their texts, to a set. */
  public void addRows(List<String> words, long[] rows) {
    long[] candidates = new long[rows.length];
    Bits.fill(candidates, (starts.length - 1) / texts);
    for (int gram : Grams.ofWords(words)) {
      RowSet set = grams.get(gram);
      if (set == null) {
        return;
      }
      set.keepIn(candidates);
    }
    byte[][] patterns = patterns(words);
    for (int row = Bits.next(candidates, 0); row >= 0; row = Bits.next(candidates, row + 1)) {
      if (hasAll(row, patterns)) {
        Bits.set(rows, row);
      }
    }
  }

  private boolean hasAll(int row, byte[][] patterns) {
    for (byte[] pattern : patterns) {
      boolean isFound = false;
      for (int text = 0; text < texts && !isFound; text++) {
        isFound = contains(row * texts + text, pattern);
      }
      if (!isFound) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the first text of a row has all words. */
  public boolean hasAllInFirst(int row, List<String> words) {
    for (byte[] pattern : patterns(words)) {
      if (!contains(row * texts, pattern)) {
        return false;
      }
    }
    return true;
  }

  private static byte[][] patterns(List<String> words) {
    return words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** In UTF-8 no character starts inside another one, so bytes are enough. */
  private boolean contains(int part, byte[] pattern) {
    int last = starts[part + 1] - pattern.length;
    for (int at = starts[part]; at <= last; at++) {
      if (Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
        return true;
      }
    }
    return false;
  }

  /** Returns about how many bytes it takes. */
  public long bytes() {
    long ofGrams = grams.values().stream().mapToLong(set -> set.bytes() + 48).sum();
    return bytes.length + (long) starts.length * Integer.BYTES + ofGrams;
  }
}
