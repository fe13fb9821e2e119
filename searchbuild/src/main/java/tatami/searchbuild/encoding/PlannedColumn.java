package tatami.searchbuild.encoding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.layout.TableLayout.Alternative;

/**
 * A column of a table that will be filled: name, type, and the value of each row.
 *
 * @param name its name
 * @param type its PostgreSQL type, as in DDL; {@link #PLAIN} may follow
 * @param nullable whether a row may lack it
 * @param plain whether its storage is PLAIN: values keep their long header, so that a short array
 *     is read in place and not copied at each access
 * @param value writes the value of the row with an index
 * @param choice why it looks like this
 */
public record PlannedColumn(
    String name, String type, boolean nullable, boolean plain, CellWriter value, Choice choice) {

  /** Refuses a column without a reason. */
  public PlannedColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(choice, "choice");
  }

  /** A column with the storage that its type has by default. */
  public PlannedColumn(
      String name, String type, boolean nullable, CellWriter value, Choice choice) {
    this(name, type, nullable, false, value, choice);
  }

  /** Writes one value. */
  @FunctionalInterface
  public interface CellWriter {
    /** Writes the value of the row with an index, exactly one call on the writer. */
    void write(FieldWriter writer, int row);
  }

  /**
   * Why a column looks as it does.
   *
   * @param codec how values are held
   * @param why the figures behind it
   * @param alternatives other forms that hold the values
   * @param figures what was measured, by name
   */
  public record Choice(
      String codec, String why, List<Alternative> alternatives, Map<String, Number> figures) {

    /** Copies the collections. */
    public Choice {
      alternatives = List.copyOf(alternatives);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A form that has no alternative. */
    public static Choice only(String codec, String why) {
      return new Choice(codec, why, List.of(), Map.of());
    }
  }

  /** A whole number that every row has, as narrow as a closed range allows. */
  public static PlannedColumn number(String name, long lowest, long highest, RowNumber value) {
    IntegerWidth width = IntegerWidth.narrowestFor(lowest, highest);
    return new PlannedColumn(
        name,
        width.type(),
        false,
        (writer, row) -> writer.writeInteger(width, value.of(row)),
        Choice.only(width.type(), lowest + " to " + highest));
  }

  /** The {@code int4} surrogate: the row's own index. */
  public static PlannedColumn surrogate(String name) {
    return new PlannedColumn(
        name,
        "int4",
        false,
        (writer, row) -> writer.writeInteger(IntegerWidth.INT4, row),
        Choice.only("int4", "dense surrogate; a release may grow by appended rows"));
  }

  /** A text. */
  public static PlannedColumn text(String name, IntFunction<String> value) {
    return new PlannedColumn(
        name,
        "text",
        false,
        (writer, row) -> writer.writeText(value.apply(row)),
        Choice.only("text", "as in the feed"));
  }

  /** Gives a number per row. */
  @FunctionalInterface
  public interface RowNumber {
    /** Returns the number of the row with an index. */
    long of(int row);
  }
}
