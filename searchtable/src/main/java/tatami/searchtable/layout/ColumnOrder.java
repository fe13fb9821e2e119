package tatami.searchtable.layout;

import java.util.Comparator;
import java.util.List;

/**
 * Orders columns so that a row wastes the fewest padding bytes.
 *
 * <p>Fixed-width columns that are never null come first, widest alignment leading (8, 4, 2, 1), so
 * their offsets are constant; nullable fixed-width columns follow in the same order,
 * variable-length ones last, because their length moves everything after them. Equal columns keep
 * the given order, so two runs give the same table. Pure and thread-safe; O(n log n) in columns.
 *
 * <p>Source: PostgreSQL, src/backend/access/common/heaptuple.c.
 */
public final class ColumnOrder {

  private static final Comparator<TableColumn> TETRIS =
      Comparator.comparing((TableColumn column) -> !column.isFixedWidth())
          .thenComparing(TableColumn::nullable)
          .thenComparing(TableColumn::alignmentBytes, Comparator.reverseOrder());

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
