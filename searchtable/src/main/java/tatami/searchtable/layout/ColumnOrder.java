package tatami.searchtable.layout;

import java.util.Comparator;
import java.util.List;

/**
 * Orders columns so that a row wastes the fewest padding bytes.
 *
 * <p>Fixed-width columns come first, widest alignment leading (8, 4, 2, 1): no gap is left between
 * them, whichever of the values are absent. Of equally aligned columns those that are never null
 * lead, so their offsets are constant. Variable-length ones are last, because their length moves
 * everything after them. Equal columns keep the given order, so two runs give the same table. Pure
 * and thread-safe; O(n log n) in columns.
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
    return declared.stream().sorted(TETRIS).toList();
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
      int gap =
          (column.alignmentBytes() - offset % column.alignmentBytes()) % column.alignmentBytes();
      padding += gap;
      offset += gap + column.lengthBytes();
    }
    return padding;
  }
}
