package tatami.searchtable.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why a table looks as it does.
 *
 * @param table its name in the release's schema
 * @param measure what its rows take
 * @param paddingBytes bytes between the fixed-width columns of a row that has every value
 * @param declaredPaddingBytes the same if the columns stood as declared
 * @param columns in the emitted order
 * @param indexes the indexes that it has, and those that were considered and do not pay
 * @param warnings what a person should know, such as rows that are stored out of line
 */
public record TableLayout(
    String table,
    RowMeasure measure,
    int paddingBytes,
    int declaredPaddingBytes,
    List<LaidColumn> columns,
    List<LaidIndex> indexes,
    List<String> warnings) {

  /** Copies the lists. */
  public TableLayout {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(measure, "measure");
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    warnings = List.copyOf(warnings);
  }

  /**
   * A column as it was laid out.
   *
   * @param name its name
   * @param type its PostgreSQL type
   * @param codec how values are held in it
   * @param bytes average bytes of its data a row
   * @param why the figures behind the choice
   * @param alternatives other forms that hold the values, smallest first
   * @param figures what was measured of the values, by name
   */
  public record LaidColumn(
      String name,
      String type,
      String codec,
      double bytes,
      String why,
      List<Alternative> alternatives,
      Map<String, Number> figures) {

    /** Copies the collections. */
    public LaidColumn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(why, "why");
      alternatives = List.copyOf(alternatives);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /**
   * Another form of a column.
   *
   * @param codec its word
   * @param bytes average bytes a row
   * @param form what it would be, for people
   */
  public record Alternative(String codec, double bytes, String form) {}

  /**
   * An index that was considered.
   *
   * @param columns what it is on, as in DDL
   * @param predicate of which rows, as in DDL; null for all
   * @param created whether the table has it
   * @param bytes its size, estimated where it was not created
   * @param why the figures behind the choice
   * @param searches the searches that use it
   */
  public record LaidIndex(
      String columns, String predicate, boolean created, long bytes, String why, String searches) {}
}
