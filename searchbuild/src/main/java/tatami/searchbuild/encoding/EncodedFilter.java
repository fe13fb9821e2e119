package tatami.searchbuild.encoding;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.layout.IndexEvidence.Search;

/**
 * A filter's values, measured.
 *
 * @param name the filter's name in the catalog
 * @param values what it adds to the search table
 * @param searched how searches compare its columns
 * @param layout what the release says about it, once codecs are chosen
 * @param dictionaryTable name of its dictionary table, or null
 * @param dictionary columns of the dictionary table; empty where there is none
 * @param dictionaryRows rows of the dictionary table
 * @param warnings what a person should know, such as values that were left out
 */
public record EncodedFilter(
    String name,
    List<ColumnValues> values,
    List<SearchedColumn> searched,
    Function<RowPlan.Planned, FilterLayout> layout,
    String dictionaryTable,
    List<PlannedColumn> dictionary,
    int dictionaryRows,
    List<String> warnings) {

  /** Copies the lists. */
  public EncodedFilter {
    values = List.copyOf(values);
    searched = List.copyOf(searched);
    dictionary = List.copyOf(dictionary);
    warnings = List.copyOf(warnings);
  }

  static EncodedFilter withoutDictionary(
      String name,
      List<ColumnValues> values,
      Function<RowPlan.Planned, FilterLayout> layout,
      List<String> warnings) {
    List<SearchedColumn> searched =
        values.stream()
            .map(column -> new SearchedColumn(column.name(), Search.RANGE, OptionalDouble.empty()))
            .toList();
    return new EncodedFilter(name, values, searched, layout, null, List.of(), 0, warnings);
  }

  /** A filter that adds nothing to the search table. */
  public static EncodedFilter outside(FilterLayout layout) {
    return withoutDictionary(layout.name(), List.of(), planned -> layout, List.of());
  }
}
