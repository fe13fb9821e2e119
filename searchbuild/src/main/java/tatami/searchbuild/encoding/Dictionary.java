package tatami.searchbuild.encoding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tatami.searchtable.ordering.CodePointOrder;

/** Dense codes of distinct texts, in code point order. */
final class Dictionary {

  private final List<String> values;
  private final Map<String, Long> codes = new HashMap<>();

  Dictionary(TreeSet<String> distinct) {
    this.values = List.copyOf(distinct);
    for (int code = 0; code < values.size(); code++) {
      codes.put(values.get(code), (long) code);
    }
  }

  static TreeSet<String> newSet() {
    return new TreeSet<>(CodePointOrder.COMPARATOR);
  }

  int size() {
    return values.size();
  }

  /** Returns the code of a text, or null for null. */
  Long find(String value) {
    return value == null ? null : codes.get(value);
  }

  List<PlannedColumn> columns() {
    return List.of(PlannedColumn.surrogate("code"), PlannedColumn.text("value", values::get));
  }
}
