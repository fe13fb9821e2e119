package tatami.searchbuild.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.layout.ColumnOrder;
import tatami.searchtable.layout.MeasuredRows;
import tatami.searchtable.layout.RowMeasure;
import tatami.searchtable.layout.TableColumn;
import tatami.searchtable.layout.TableLayout;
import tatami.searchtable.layout.TableLayout.LaidColumn;
import tatami.searchtable.layout.TableLayout.LaidIndex;

/** A table whose column order is decided, and what is measured while it is filled. */
final class LaidTable {

  private final PlannedTable planned;
  private final List<PlannedColumn> columns;
  private final List<TableColumn> emitted;
  private final List<TableColumn> declared;
  private final List<LaidIndex> indexes = new ArrayList<>();
  private MeasuredRows measured;

  private LaidTable(
      PlannedTable planned,
      List<PlannedColumn> columns,
      List<TableColumn> emitted,
      List<TableColumn> declared) {
    this.planned = planned;
    this.columns = columns;
    this.emitted = emitted;
    this.declared = declared;
  }

  static LaidTable plan(PlannedTable table, Function<PlannedColumn, TableColumn> physical) {
    List<TableColumn> declared = table.columns().stream().map(physical).toList();
    List<TableColumn> emitted = ColumnOrder.plan(declared, table.first());
    List<String> names = emitted.stream().map(TableColumn::name).toList();
    List<PlannedColumn> columns =
        table.columns().stream()
            .sorted(Comparator.comparingInt(column -> names.indexOf(column.name())))
            .toList();
    return new LaidTable(table, columns, emitted, declared);
  }

  /** Returns the columns in the order in which they stand. */
  List<PlannedColumn> columns() {
    return columns;
  }

  List<String> columnNames() {
    return columns.stream().map(PlannedColumn::name).toList();
  }

  String name() {
    return planned.name();
  }

  /** Writes the statement that creates the table, with a comment on its form. */
  String createStatement(String quotedName) {
    String fixed =
        emitted.stream()
            .filter(column -> column.lengthBytes() > 0)
            .map(column -> column.name() + " " + column.lengthBytes())
            .collect(Collectors.joining(", "));
    String list =
        columns.stream()
            .map(
                column ->
                    ReleaseSchema.quote(column.name())
                        + " "
                        + column.type()
                        + (column.plain() ? " STORAGE PLAIN" : "")
                        + (column.nullable() ? "" : " NOT NULL"))
            .collect(Collectors.joining(",\n  "));
    String pinned =
        planned.first().isEmpty()
            ? ""
            : "pinned in the catalog: " + String.join(", ", planned.first()) + "; then ";
    return "-- "
        + pinned
        + "widest alignment first, never null before nullable, variable length last; padding "
        + ColumnOrder.paddingBytes(emitted)
        + " bytes (as declared "
        + ColumnOrder.paddingBytes(declared)
        + "); bytes: "
        + fixed
        + "\nCREATE TABLE "
        + quotedName
        + " (\n  "
        + list
        + "\n)";
  }

  /** Returns a writer that passes rows on and measures them. */
  MeasuredRows measured(FieldWriter next) {
    measured = new MeasuredRows(next, emitted, declared);
    return measured;
  }

  void add(LaidIndex index) {
    indexes.add(index);
  }

  /** Returns what came of it. */
  TableLayout layout() {
    RowMeasure measure = measured.measure();
    List<LaidColumn> laid = IntStream.range(0, columns.size()).mapToObj(this::column).toList();
    return new TableLayout(
        planned.name(),
        measure,
        ColumnOrder.paddingBytes(emitted),
        ColumnOrder.paddingBytes(declared),
        laid,
        indexes,
        warnings(measure));
  }

  private LaidColumn column(int place) {
    PlannedColumn column = columns.get(place);
    return new LaidColumn(
        column.name(),
        column.type(),
        column.choice().codec(),
        measured.averageBytes(place),
        column.choice().why() + (isPinned(column) ? "; place pinned in the catalog" : ""),
        column.choice().alternatives(),
        column.choice().figures());
  }

  private boolean isPinned(PlannedColumn column) {
    return planned.first().contains(column.name());
  }

  private List<String> warnings(RowMeasure measure) {
    List<String> warnings = new ArrayList<>();
    int least = ColumnOrder.paddingBytes(ColumnOrder.plan(declared));
    int padding = ColumnOrder.paddingBytes(emitted);
    if (padding > least) {
      warnings.add(
          "table "
              + planned.name()
              + ": the order that the catalog pins costs "
              + (padding - least)
              + " bytes of padding a row");
    }
    if (measure.toastedRows() > 0) {
      warnings.add(
          "table "
              + planned.name()
              + ": "
              + measure.toastedRows()
              + " of "
              + measure.rows()
              + " rows are longer than a quarter of a page (up to "
              + measure.widestBytes()
              + " bytes) and are compressed or stored out of line");
    }
    return warnings;
  }
}
