package tatami.query.release;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tatami.searchtable.ordering.CodePointOrder;

/**
 * The values of one filter, by code and by text. Texts are compared exactly. Immutable and
 * thread-safe; a look-up is O(1), or O(log n) by code.
 */
public final class Dictionary {

  /** Stands above all values. */
  public static final int ROOT = -1;

  private final List<String> values;
  private final int[] codes;
  private final int[] lastCodes;
  private final int[] parents;
  private final int[] placesByRank;
  private final int[] ranks;
  private final Map<String, Integer> codesByValue;

  /**
   * Takes the values in code order.
   *
   * @param values texts
   * @param codes their codes, ascending; there may be gaps
   * @param lastCodes of each the last code of its subtree; in a flat dictionary its own
   */
  Dictionary(List<String> values, int[] codes, int[] lastCodes) {
    this.values = List.copyOf(values);
    this.codes = codes.clone();
    this.lastCodes = lastCodes.clone();
    this.parents = parents();
    this.placesByRank = placesByRank();
    this.ranks = new int[codes.length];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[placesByRank[rank]] = rank;
    }
    this.codesByValue = new HashMap<>();
    for (int place = 0; place < codes.length; place++) {
      codesByValue.put(values.get(place), codes[place]);
    }
  }

  private int[] placesByRank() {
    return IntStream.range(0, codes.length)
        .boxed()
        .sorted(Comparator.comparing(values::get, CodePointOrder.COMPARATOR))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int[] parents() {
    int[] found = new int[codes.length];
    int above = ROOT;
    for (int place = 0; place < codes.length; place++) {
      while (above != ROOT && lastCodes[above] < codes[place]) {
        above = found[above];
      }
      found[place] = above;
      above = place;
    }
    return found;
  }

  /** Finds the code of a value. */
  public OptionalInt findCode(String value) {
    Integer code = codesByValue.get(value);
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** Returns the last code of the subtree that starts at a code. */
  public int lastCode(int code) {
    return lastCodes[place(code)];
  }

  /** Returns all values, in code order. */
  public List<String> values() {
    return values;
  }

  /** Returns all codes, ascending. */
  public int[] codes() {
    return codes.clone();
  }

  /** Returns the code at a place. */
  public int code(int place) {
    return codes[place];
  }

  /** Returns the first place whose code is at least this; the size where there is none. */
  public int firstPlaceFrom(int code) {
    int place = Arrays.binarySearch(codes, code);
    return place < 0 ? -place - 1 : place;
  }

  /** Returns the place behind a place and all nodes below it. */
  public int placeBehind(int place) {
    return firstPlaceFrom(lastCodes[place] + 1);
  }

  /** Returns the rank of a place's value among all values, by code point. */
  public int rank(int place) {
    return ranks[place];
  }

  /** Returns the place whose value has a rank. */
  public int placeOfRank(int rank) {
    return placesByRank[rank];
  }

  /** Returns how many values there are: places are below it. */
  public int size() {
    return codes.length;
  }

  /** Returns the place of the node above a place, {@link #ROOT} where there is none. */
  public int placeAbove(int place) {
    return parents[place];
  }

  /** Returns the place of a code among all codes, from 0. */
  public int place(int code) {
    boolean isDense = code >= 0 && code < codes.length && codes[code] == code;
    int place = isDense ? code : Arrays.binarySearch(codes, code);
    if (place < 0) {
      throw new IllegalArgumentException("no value has this code: code=" + code);
    }
    return place;
  }
}
