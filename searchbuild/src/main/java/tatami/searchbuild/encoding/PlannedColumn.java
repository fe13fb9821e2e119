package tatami.searchbuild.encoding;

import java.util.function.IntFunction;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.searchtable.codec.IntegerWidth;

/**
 * A column of a table that will be filled: name, type, and the value of each row.
 *
 * @param name its name
 * @param type its PostgreSQL type, as in DDL
 * @param nullable whether a row may lack it
 * @param value writes the value of the row with an index
 */
public record PlannedColumn(String name, String type, boolean nullable, CellWriter value) {

  /** Writes one value. */
  @FunctionalInterface
  public interface CellWriter {
    /** Writes the value of the row with an index, exactly one call on the writer. */
    void write(BinaryCopyWriter writer, int row);
  }

  /** A whole number that every row has, as narrow as a closed range allows. */
  public static PlannedColumn number(String name, long lowest, long highest, RowNumber value) {
    IntegerWidth width = IntegerWidth.narrowestFor(lowest, highest);
    return new PlannedColumn(
        name, width.type(), false, (writer, row) -> writer.writeInteger(width, value.of(row)));
  }

  /** A whole number that a row may lack, as narrow as a closed range allows. */
  public static PlannedColumn optionalNumber(
      String name, long lowest, long highest, IntFunction<Long> value) {
    IntegerWidth width = IntegerWidth.narrowestFor(lowest, highest);
    return new PlannedColumn(
        name, width.type(), true, (writer, row) -> writer.writeInteger(width, value.apply(row)));
  }

  /** The {@code int4} surrogate: the row's own index. */
  public static PlannedColumn surrogate(String name) {
    return new PlannedColumn(
        name, "int4", false, (writer, row) -> writer.writeInteger(IntegerWidth.INT4, (long) row));
  }

  /** A text. */
  public static PlannedColumn text(String name, IntFunction<String> value) {
    return new PlannedColumn(
        name, "text", false, (writer, row) -> writer.writeText(value.apply(row)));
  }

  /** Gives a number per row. */
  @FunctionalInterface
  public interface RowNumber {
    /** Returns the number of the row with an index. */
    long of(int row);
  }
}
