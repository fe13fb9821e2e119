package tatami.searchbuild.numbering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.SortDefinition;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.master.MasterRows;

/** Numbers properties and ranks them by every sort of the catalog. */
public final class PropertyNumbering {

  private final PropertyDefinition property;

  /** Numbers the properties of a catalog. */
  public PropertyNumbering(PropertyDefinition property) {
    this.property = property;
  }

  /** Numbers the properties in recommended order. */
  public NumberedRows number(MasterRows rows) {
    List<Object[]> ordered = new ArrayList<>(rows.rows());
    int[] key = rows.positions(property.key());
    ordered.removeIf(row -> !RowKey.isComplete(row, key));
    ordered.sort(order(property.sorts().get(0), rows));
    return new NumberedRows(rows.with(ordered), property.key());
  }

  /**
   * Ranks numbered properties by every sort but {@code recommended}.
   *
   * @return by sort name: the dense rank of each surrogate, from 0
   */
  public Map<String, int[]> rank(NumberedRows numbered, MasterRows rows) {
    Map<String, int[]> ranks = new LinkedHashMap<>();
    for (SortDefinition sort : property.sorts()) {
      if (!sort.name().equals(SortDefinition.RECOMMENDED)) {
        ranks.put(sort.name(), rank(numbered, order(sort, rows)));
      }
    }
    return ranks;
  }

  private static int[] rank(NumberedRows numbered, Comparator<Object[]> order) {
    int[] byRank =
        IntStream.range(0, numbered.count())
            .boxed()
            .sorted(
                (left, right) -> {
                  int difference = order.compare(numbered.row(left), numbered.row(right));
                  return difference != 0 ? difference : Integer.compare(left, right);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[byRank.length];
    for (int rank = 0; rank < byRank.length; rank++) {
      ranks[byRank[rank]] = rank;
    }
    return ranks;
  }

  /** Returns the order of a sort; a key that is no column is another sort; ties end at the key. */
  private Comparator<Object[]> order(SortDefinition sort, MasterRows rows) {
    Comparator<Object[]> order = (left, right) -> 0;
    for (SortKey key : sort.keys()) {
      order =
          order.thenComparing(
              rows.columns().contains(key.column())
                  ? KeyOrder.by(rows.position(key.column()), key.descending())
                  : order(getSort(key.column()), rows));
    }
    return order.thenComparing(KeyOrder.byKey(rows.positions(property.key())));
  }

  private SortDefinition getSort(String name) {
    return property.sorts().stream()
        .filter(sort -> sort.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NumberingException("no such sort: name=" + name));
  }
}
