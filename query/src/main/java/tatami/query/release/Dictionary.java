package tatami.query.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The values of one filter, by code and by text. Texts are compared exactly. Immutable and
 * thread-safe; a look-up is O(1).
 */
public final class Dictionary {

  private final List<String> values;
  private final int[] lastCodes;
  private final Map<String, Integer> codes;

  /**
   * Takes the values in code order.
   *
   * @param values value of code 0, 1, …
   * @param lastCodes of each code the last one of its subtree; for a flat dictionary the code
   *     itself
   */
  Dictionary(List<String> values, int[] lastCodes) {
    this.values = List.copyOf(values);
    this.lastCodes = lastCodes.clone();
    this.codes = new HashMap<>();
    for (int code = 0; code < values.size(); code++) {
      codes.put(values.get(code), code);
    }
  }

  /** Finds the code of a value. */
  public OptionalInt findCode(String value) {
    Integer code = codes.get(value);
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** Returns the last code of the subtree that starts at a code. */
  public int lastCode(int code) {
    return lastCodes[code];
  }

  /** Returns the value of a code. */
  public String value(int code) {
    return values.get(code);
  }

  /** Returns all values, in code order. */
  public List<String> values() {
    return values;
  }

  /** Returns the codes on the way from the root to a code, the code itself last. */
  public List<Integer> pathTo(int code) {
    List<Integer> path = new ArrayList<>();
    for (int above = 0; above <= code; above++) {
      if (lastCodes[above] >= code) {
        path.add(above);
      } else {
        above = lastCodes[above];
      }
    }
    return path;
  }
}
