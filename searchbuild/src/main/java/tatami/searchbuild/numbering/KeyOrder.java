package tatami.searchbuild.numbering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import tatami.searchtable.ordering.CodePointOrder;

/**
 * Orders values as docs/search.md says: numbers as numbers, text by UTF-8 bytes, absent ones last.
 */
public final class KeyOrder {

  private KeyOrder() {}

  /** Orders rows by the values at one position, absent ones last in either direction. */
  static Comparator<Object[]> by(int position, boolean descending) {
    return (left, right) -> {
      Object a = left[position];
      Object b = right[position];
      if (a == null || b == null) {
        return Boolean.compare(a == null, b == null);
      }
      return descending ? compare(b, a) : compare(a, b);
    };
  }

  /** Orders rows by business key, component by component. */
  public static Comparator<Object[]> byKey(int[] positions) {
    Comparator<Object[]> order = (left, right) -> 0;
    for (int position : positions) {
      order = order.thenComparing(by(position, false));
    }
    return order;
  }

  private static int compare(Object a, Object b) {
    if (a instanceof String text) {
      return CodePointOrder.COMPARATOR.compare(text, (String) b);
    }
    if (a instanceof LocalDate date) {
      return date.compareTo((LocalDate) b);
    }
    if (a instanceof Boolean truth) {
      return truth.compareTo((Boolean) b);
    }
    return number(a).compareTo(number(b));
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal
        : BigDecimal.valueOf(((Number) value).longValue());
  }
}
