package tatami.searchtable.layout;

import java.util.Objects;

/**
 * A column as the physical layout sees it.
 *
 * @param name its name
 * @param type its PostgreSQL type, as in DDL
 * @param lengthBytes {@code pg_type.typlen}: bytes of a fixed-width type, −1 for a varlena
 * @param alignmentBytes 1, 2, 4 or 8, from {@code pg_type.typalign}
 * @param nullable whether a row may lack it
 * @param plain whether its storage is PLAIN: no short header, no compression, no TOAST
 */
public record TableColumn(
    String name,
    String type,
    int lengthBytes,
    int alignmentBytes,
    boolean nullable,
    boolean plain) {

  /** Refuses a width or an alignment that PostgreSQL does not have. */
  public TableColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    if (alignmentBytes < 1 || alignmentBytes > 8 || Integer.bitCount(alignmentBytes) != 1) {
      throw new IllegalArgumentException(
          "alignment must be 1, 2, 4 or 8: column=" + name + " alignment=" + alignmentBytes);
    }
    if (lengthBytes < -1 || lengthBytes == 0) {
      throw new IllegalArgumentException(
          "length must be above 0, or -1: column=" + name + " length=" + lengthBytes);
    }
  }

  /** A column with the storage that its type has by default. */
  public TableColumn(
      String name, String type, int lengthBytes, int alignmentBytes, boolean nullable) {
    this(name, type, lengthBytes, alignmentBytes, nullable, lengthBytes > 0);
  }

  boolean isFixedWidth() {
    return lengthBytes > 0;
  }
}
