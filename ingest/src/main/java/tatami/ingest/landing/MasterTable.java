package tatami.ingest.landing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The table that a feed lands in. Names are plain identifiers of the catalog, so quoting them is
 * enough.
 *
 * @param schema schema, which exists
 * @param table table, which does not exist yet
 */
public record MasterTable(String schema, String table) {

  /** Returns the name as it stands in SQL. */
  public String quoted() {
    return '"' + schema + "\".\"" + table + '"';
  }

  static String quote(String identifier) {
    return '"' + identifier + '"';
  }

  String copyTarget(List<String> columns) {
    return quoted()
        + columns.stream().map(MasterTable::quote).collect(Collectors.joining(", ", " (", ")"));
  }
}
