package tatami.searchtable.ordering;

import java.util.Comparator;

/**
 * Orders texts by code point, which is the order of their UTF-8 bytes.
 *
 * <p>{@link String#compareTo} orders by UTF-16 units and puts U+10000 and above before U+E000 to
 * U+FFFF; this does not.
 */
public final class CodePointOrder {

  /** The order. */
  public static final Comparator<String> COMPARATOR = CodePointOrder::compare;

  private CodePointOrder() {}

  private static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int index = 0; index < length; index++) {
      char a = left.charAt(index);
      char b = right.charAt(index);
      if (a != b) {
        boolean bothOutside = !Character.isSurrogate(a) && !Character.isSurrogate(b);
        boolean bothInside = Character.isSurrogate(a) && Character.isSurrogate(b);
        if (bothOutside || bothInside) {
          return Character.compare(a, b);
        }
        return Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
