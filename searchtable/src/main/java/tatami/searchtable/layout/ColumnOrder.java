package tatami.searchtable.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders columns so that a row wastes the fewest padding bytes.
 *
 * <p>Fixed-width columns come first, widest alignment leading (8, 4, 2, 1): no gap is left between
 * them, whichever of the values are absent. Of equally aligned columns those that are never null
 * lead, so their offsets are constant. Variable-length ones are last, because their length moves
 * everything after them. Equal columns keep the given order: hand in first what is read most, and
 * two runs give the same table. Where a type's length is no multiple of its alignment ({@code
 * timetz}, {@code macaddr}) that order may leave gaps; then all orders are searched for the least
 * ({@link LeastPadding}). Pure and thread-safe; O(n log n) in columns but for that search.
 *
 * <p>Rejected: all columns that are never null before all others, for more constant offsets. It
 * leaves up to 7 bytes a row before a nullable column that is aligned wider than the last of them.
 *
 * <p>Source: PostgreSQL, src/backend/access/common/heaptuple.c.
 */
public final class ColumnOrder {

  private static final Comparator<TableColumn> TETRIS =
      Comparator.comparing((TableColumn column) -> !column.isFixedWidth())
          .thenComparing(TableColumn::alignmentBytes, Comparator.reverseOrder())
          .thenComparing(TableColumn::nullable);

  private ColumnOrder() {}

  /** Returns the columns in the order in which they should be created. */
  public static List<TableColumn> plan(List<TableColumn> declared) {
    List<TableColumn> sorted = declared.stream().sorted(TETRIS).toList();
    return paddingBytes(sorted) == 0 ? sorted : LeastPadding.order(sorted);
  }

  /**
   * Returns the columns in the order in which they should be created, some of them pinned.
   *
   * @param first names of the columns that stand first, in this order; others are planned
   */
  public static List<TableColumn> plan(List<TableColumn> declared, List<String> first) {
    List<TableColumn> order = new ArrayList<>();
    for (String name : first) {
      declared.stream().filter(column -> column.name().equals(name)).forEach(order::add);
    }
    order.addAll(plan(declared.stream().filter(column -> !first.contains(column.name())).toList()));
    return order;
  }

  /**
   * Returns the bytes of padding between the fixed-width columns of a row that has every value, up
   * to the first variable-length column.
   */
  public static int paddingBytes(List<TableColumn> order) {
    int offset = 0;
    int padding = 0;
    for (TableColumn column : order) {
      if (!column.isFixedWidth()) {
        break;
      }
      int gap = gap(offset, column.alignmentBytes());
      padding += gap;
      offset += gap + column.lengthBytes();
    }
    return padding;
  }

  /** Returns the bytes from an offset to the next multiple of an alignment. */
  static int gap(int offset, int alignmentBytes) {
    return (alignmentBytes - offset % alignmentBytes) % alignmentBytes;
  }
}
