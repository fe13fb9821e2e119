package tatami.searchbuild.fill;

import java.util.List;
import tatami.searchbuild.encoding.PlannedColumn;

/**
 * A table whose rows are known by index.
 *
 * @param name its name in the release's schema
 * @param columns in declared order, what is read most first
 * @param rows how many rows; 0 where they come from elsewhere
 * @param key columns of the primary key
 * @param first columns that the catalog pins to the front, in order
 */
record PlannedTable(
    String name, List<PlannedColumn> columns, int rows, List<String> key, List<String> first) {
  PlannedTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    first = List.copyOf(first);
  }

  PlannedTable(String name, List<PlannedColumn> columns, int rows, List<String> key) {
    this(name, columns, rows, key, List.of());
  }
}
