package tatami.searchtable.codec;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the sets of one column are like. Collected once over all rows; not thread-safe. */
public final class TagStatistics {

  private static final int EMPTY_ARRAY_BYTES = 16;
  private static final int ARRAY_HEADER_BYTES = 24;
  private static final int LONGEST_SHORT_BYTES = 130;
  private static final int SHORT_HEADER_GAIN = 3;

  private final int tags;
  private long rows;
  private long codes;
  private int longest;
  private long bytesOfInt2;
  private long bytesOfInt4;

  /** Starts with how many distinct tags there are. */
  public TagStatistics(int tags) {
    this.tags = tags;
  }

  /** Takes how many tags a row has. */
  public void collect(int length) {
    rows++;
    codes += length;
    if (length > longest) {
      longest = length;
    }
    bytesOfInt2 += arrayBytes(length, IntegerWidth.INT2);
    bytesOfInt4 += arrayBytes(length, IntegerWidth.INT4);
  }

  /** An array on its page: a short header, and no alignment, up to 127 bytes. */
  private static int arrayBytes(int length, IntegerWidth width) {
    int bytes = length == 0 ? EMPTY_ARRAY_BYTES : ARRAY_HEADER_BYTES + length * width.bytes();
    return bytes <= LONGEST_SHORT_BYTES ? bytes - SHORT_HEADER_GAIN : bytes;
  }

  /** Returns how many distinct tags there are. */
  public int tags() {
    return tags;
  }

  /** Returns how many tags a row has on average. */
  public double averageLength() {
    return rows == 0 ? 0 : (double) codes / rows;
  }

  /** Returns how many tags a row has at most. */
  public int longest() {
    return longest;
  }

  /** Returns the figures by name, for a report. */
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("tags", tags);
    figures.put("average_length", averageLength());
    figures.put("longest", longest);
    return figures;
  }

  /** Returns the average bytes of an array on its page. */
  double arrayBytes(IntegerWidth width) {
    long bytes = width == IntegerWidth.INT2 ? bytesOfInt2 : bytesOfInt4;
    return rows == 0 ? 0 : (double) bytes / rows;
  }
}
