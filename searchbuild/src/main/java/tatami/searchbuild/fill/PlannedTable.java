package tatami.searchbuild.fill;

import java.util.List;
import tatami.searchbuild.encoding.PlannedColumn;

/**
 * A table whose rows are known by index.
 *
 * @param name its name in the release's schema
 * @param columns in declared order
 * @param rows how many rows
 * @param key columns of the primary key
 */
record PlannedTable(String name, List<PlannedColumn> columns, int rows, List<String> key) {
  PlannedTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }
}
