package tatami.searchtable.layout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.codec.IntegerWidth;

/**
 * Passes rows on, and computes what they take in the order in which they are written and in the
 * order in which they were declared.
 *
 * <p>A row is one call per column in the emitted order, then {@link #endRow}. Not thread-safe.
 */
public final class MeasuredRows implements FieldWriter {

  private static final int EMPTY_ARRAY_BYTES = 12;
  private static final int ARRAY_HEADER_BYTES = 20;

  private final FieldWriter next;
  private final List<TableColumn> emitted;
  private final List<TableColumn> declared;
  private final int[] placeInDeclared;
  private final int[] emittedBytes;
  private final int[] declaredBytes;
  private final long[] totalBytes;
  private int place;
  private long rows;
  private long emittedTotal;
  private long declaredTotal;
  private long pageTotal;
  private long declaredPageTotal;
  private long toasted;
  private int widest;

  /** Measures rows of columns in two orders. */
  public MeasuredRows(FieldWriter next, List<TableColumn> emitted, List<TableColumn> declared) {
    this.next = next;
    this.emitted = List.copyOf(emitted);
    this.declared = List.copyOf(declared);
    this.placeInDeclared = emitted.stream().mapToInt(declared::indexOf).toArray();
    this.emittedBytes = new int[emitted.size()];
    this.declaredBytes = new int[emitted.size()];
    this.totalBytes = new long[emitted.size()];
  }

  /** Ends a row of which every field was written. */
  public void endRow() {
    if (place != emittedBytes.length) {
      throw new IllegalStateException(
          "fields written=" + place + " columns=" + emittedBytes.length);
    }
    place = 0;
    rows++;
    int bytes = RowWidth.tupleBytes(emitted, emittedBytes);
    int bytesAsDeclared = RowWidth.tupleBytes(declared, declaredBytes);
    emittedTotal += bytes;
    declaredTotal += bytesAsDeclared;
    pageTotal += RowWidth.pageBytes(bytes);
    declaredPageTotal += RowWidth.pageBytes(bytesAsDeclared);
    toasted += bytes > RowWidth.TOAST_THRESHOLD_BYTES ? 1 : 0;
    widest = Math.max(widest, bytes);
  }

  private void measured(int bytes) {
    emittedBytes[place] = bytes;
    declaredBytes[placeInDeclared[place]] = bytes;
    totalBytes[place] += Math.max(0, bytes);
    place++;
  }

  @Override
  public void writeNull() {
    next.writeNull();
    measured(RowWidth.NULL);
  }

  @Override
  public void writeInteger(IntegerWidth width, long value) {
    next.writeInteger(width, value);
    measured(width.bytes());
  }

  @Override
  public void writeIntegers(IntegerWidth width, long[] values) {
    next.writeIntegers(width, values);
    measured(
        values.length == 0
            ? EMPTY_ARRAY_BYTES
            : ARRAY_HEADER_BYTES + values.length * width.bytes());
  }

  @Override
  public void writeBytes(byte[] bytes) {
    next.writeBytes(bytes);
    measured(bytes.length);
  }

  @Override
  public void writeText(String text) {
    next.writeText(text);
    measured(text == null ? RowWidth.NULL : text.getBytes(StandardCharsets.UTF_8).length);
  }

  /** Returns what was measured. */
  public RowMeasure measure() {
    double count = Math.max(1, rows);
    return new RowMeasure(
        rows,
        emittedTotal / count,
        declaredTotal / count,
        pageTotal,
        declaredPageTotal,
        widest,
        toasted);
  }

  /** Returns the average bytes of a column's data, by its place in the emitted order. */
  public double averageBytes(int column) {
    return rows == 0
        ? Math.max(0, emitted.get(column).lengthBytes())
        : (double) totalBytes[column] / rows;
  }
}
