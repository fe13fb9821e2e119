package tatami.searchtable.layout;

import java.util.List;

/**
 * Computes how many bytes a row takes on its page, before TOAST.
 *
 * <pre>
 *   line pointer 4 | header 23, null bitmap ⌈columns / 8⌉ if the row has a NULL, to a multiple of 8
 *                  | fields, each at its alignment
 * </pre>
 *
 * <p>A variable-length value of up to 126 bytes has a header of one byte and no alignment, unless
 * its column's storage is PLAIN. Sources: PostgreSQL, src/include/access/htup_details.h,
 * src/backend/access/common/heaptuple.c, src/include/varatt.h.
 */
public final class RowWidth {

  /** What {@code fieldBytes} holds for a field that is NULL. */
  public static final int NULL = -1;

  /** Longer rows are compressed, or moved out of line: {@code TOAST_TUPLE_THRESHOLD}. */
  public static final int TOAST_THRESHOLD_BYTES = 2_032;

  private static final int HEADER_BYTES = 23;
  private static final int LINE_POINTER_BYTES = 4;
  private static final int MAXIMUM_ALIGNMENT = 8;
  private static final int LONG_HEADER_BYTES = 4;
  private static final int LONGEST_SHORT_VALUE = 126;

  private RowWidth() {}

  /**
   * Returns the length of the row's tuple, as {@code lp_len} on its page has it.
   *
   * @param fieldBytes per column of the order: bytes of its data without a header, or {@link #NULL}
   */
  public static int tupleBytes(List<TableColumn> order, int[] fieldBytes) {
    boolean hasNull = false;
    for (int bytes : fieldBytes) {
      hasNull |= bytes == NULL;
    }
    int offset = aligned(HEADER_BYTES + (hasNull ? (order.size() + 7) / 8 : 0));
    for (int place = 0; place < fieldBytes.length; place++) {
      if (fieldBytes[place] != NULL) {
        offset = end(offset, order.get(place), fieldBytes[place]);
      }
    }
    return offset;
  }

  private static int end(int offset, TableColumn column, int bytes) {
    if (!column.isFixedWidth() && !column.plain() && bytes <= LONGEST_SHORT_VALUE) {
      return offset + 1 + bytes;
    }
    int header = column.isFixedWidth() ? 0 : LONG_HEADER_BYTES;
    return offset + ColumnOrder.gap(offset, column.alignmentBytes()) + header + bytes;
  }

  /** Returns what a tuple of some length takes on its page, its line pointer included. */
  public static int pageBytes(int tupleBytes) {
    return LINE_POINTER_BYTES + aligned(tupleBytes);
  }

  private static int aligned(int bytes) {
    return bytes + ColumnOrder.gap(bytes, MAXIMUM_ALIGNMENT);
  }
}
