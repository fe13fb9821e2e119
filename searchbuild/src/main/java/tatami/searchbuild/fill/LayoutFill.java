package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchtable.layout.TableLayout;
import tatami.searchtable.layout.TableLayout.LaidColumn;
import tatami.searchtable.layout.TableLayout.LaidIndex;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes into a release why its tables look as they do: {@code _layout_table}, {@code
 * _layout_column} and {@code _layout_index}, rows for people and for {@code tatami layout}.
 */
final class LayoutFill {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ReleaseSchema schema;

  LayoutFill(ReleaseSchema schema) {
    this.schema = schema;
  }

  void fill(List<TableLayout> layouts, Map<String, TableSize> sizes) throws SQLException {
    fillTables(layouts, sizes);
    fillColumns(layouts);
    fillIndexes(layouts);
  }

  private void fillTables(List<TableLayout> layouts, Map<String, TableSize> sizes)
      throws SQLException {
    schema.fill(
        new PlannedTable(
            "_layout_table",
            List.of(
                PlannedColumn.surrogate("position"),
                PlannedColumn.text("name", row -> layouts.get(row).table()),
                PlannedColumn.text("measure", row -> json(layouts.get(row).measure())),
                number("padding_bytes", row -> layouts.get(row).paddingBytes()),
                number("declared_padding_bytes", row -> layouts.get(row).declaredPaddingBytes()),
                number("disk_bytes", row -> sizes.get(layouts.get(row).table()).bytes()),
                PlannedColumn.text("warnings", row -> json(layouts.get(row).warnings()))),
            layouts.size(),
            List.of("position")));
  }

  private record ColumnRow(String table, LaidColumn column) {}

  private void fillColumns(List<TableLayout> layouts) throws SQLException {
    List<ColumnRow> rows = new ArrayList<>();
    for (TableLayout layout : layouts) {
      layout.columns().forEach(column -> rows.add(new ColumnRow(layout.table(), column)));
    }
    schema.fill(
        new PlannedTable(
            "_layout_column",
            List.of(
                PlannedColumn.surrogate("position"),
                PlannedColumn.text("table_name", row -> rows.get(row).table()),
                PlannedColumn.text("column_name", row -> rows.get(row).column().name()),
                PlannedColumn.text("layout", row -> json(rows.get(row).column()))),
            rows.size(),
            List.of("position")));
  }

  private record IndexRow(String table, LaidIndex index) {}

  private void fillIndexes(List<TableLayout> layouts) throws SQLException {
    List<IndexRow> rows = new ArrayList<>();
    for (TableLayout layout : layouts) {
      layout.indexes().forEach(index -> rows.add(new IndexRow(layout.table(), index)));
    }
    schema.fill(
        new PlannedTable(
            "_layout_index",
            List.of(
                PlannedColumn.surrogate("position"),
                PlannedColumn.text("table_name", row -> rows.get(row).table()),
                PlannedColumn.text("layout", row -> json(rows.get(row).index()))),
            rows.size(),
            List.of("position")));
  }

  private static PlannedColumn number(String name, PlannedColumn.RowNumber value) {
    return PlannedColumn.number(name, 0, Long.MAX_VALUE, value);
  }

  private static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
