package tatami.query.master;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row to show.
 *
 * @param key components of the business key
 * @param values one a shown column, in its order: String, BigDecimal, Boolean, list of strings, or
 *     null
 */
public record MasterRow(List<String> key, List<Object> values) {

  /** Copies the lists. */
  public MasterRow {
    key = List.copyOf(key);
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** Returns the row with some of its values. */
  MasterRow of(int[] places) {
    List<Object> chosen = new ArrayList<>();
    for (int place : places) {
      chosen.add(values.get(place));
    }
    return new MasterRow(key, chosen);
  }
}
