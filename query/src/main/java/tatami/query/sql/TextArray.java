package tatami.query.sql;

import java.util.List;

/** Values to be bound as {@code text[]}. */
record TextArray(List<String> texts) {

  TextArray {
    texts = List.copyOf(texts);
  }

  Object[] values() {
    return texts.toArray();
  }
}
