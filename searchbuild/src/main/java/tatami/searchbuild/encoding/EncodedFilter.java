package tatami.searchbuild.encoding;

import java.util.List;
import tatami.searchtable.description.FilterLayout;

/**
 * A filter, ready to be filled.
 *
 * @param layout what the release says about it
 * @param columns what it adds to the search table
 * @param dictionaryTable name of its dictionary table, or null
 * @param dictionary columns of the dictionary table; empty where there is none
 * @param dictionaryRows rows of the dictionary table
 * @param warnings what a person should know, such as values that were left out
 */
public record EncodedFilter(
    FilterLayout layout,
    List<PlannedColumn> columns,
    String dictionaryTable,
    List<PlannedColumn> dictionary,
    int dictionaryRows,
    List<String> warnings) {

  /** Copies the lists. */
  public EncodedFilter {
    columns = List.copyOf(columns);
    dictionary = List.copyOf(dictionary);
    warnings = List.copyOf(warnings);
  }

  static EncodedFilter withoutDictionary(
      FilterLayout layout, List<PlannedColumn> columns, List<String> warnings) {
    return new EncodedFilter(layout, columns, null, List.of(), 0, warnings);
  }
}
