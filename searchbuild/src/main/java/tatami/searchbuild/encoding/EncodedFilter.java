package tatami.searchbuild.encoding;

import java.util.List;
import java.util.function.Function;
import tatami.searchtable.description.FilterLayout;

/**
 * A filter's values, measured.
 *
 * @param values what it adds to the search table
 * @param layout what the release says about it, once codecs are chosen
 * @param dictionaryTable name of its dictionary table, or null
 * @param dictionary columns of the dictionary table; empty where there is none
 * @param dictionaryRows rows of the dictionary table
 * @param warnings what a person should know, such as values that were left out
 */
public record EncodedFilter(
    List<ColumnValues> values,
    Function<RowPlan.Planned, FilterLayout> layout,
    String dictionaryTable,
    List<PlannedColumn> dictionary,
    int dictionaryRows,
    List<String> warnings) {

  /** Copies the lists. */
  public EncodedFilter {
    values = List.copyOf(values);
    dictionary = List.copyOf(dictionary);
    warnings = List.copyOf(warnings);
  }

  static EncodedFilter withoutDictionary(
      List<ColumnValues> values,
      Function<RowPlan.Planned, FilterLayout> layout,
      List<String> warnings) {
    return new EncodedFilter(values, layout, null, List.of(), 0, warnings);
  }
}
