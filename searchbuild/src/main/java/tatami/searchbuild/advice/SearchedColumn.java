package tatami.searchbuild.advice;

import java.util.ArrayList;
import java.util.List;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.layout.IndexEvidence.Search;

/**
 * A column that the searches of a release may compare, and that an index might serve.
 *
 * @param schema schema of the release
 * @param table the search table
 * @param column the column
 * @param search how it is compared
 * @param searches what a person calls those searches
 * @param dictionary table with {@code code, last_code}, or null where there is no hierarchy
 */
record SearchedColumn(
    String schema, String table, String column, Search search, String searches, String dictionary) {

  /** Lists those of a release. */
  static List<SearchedColumn> listOf(KeptRelease release) {
    List<SearchedColumn> columns = new ArrayList<>();
    addFilters(columns, release, release.description().property());
    GrainTable offer = release.description().offer();
    if (offer != null) {
      addFilters(columns, release, offer);
      columns.add(
          new SearchedColumn(
              release.schema(),
              offer.table(),
              "property",
              Search.JOIN,
              "the offers of found properties",
              null));
    }
    return columns;
  }

  private static void addFilters(
      List<SearchedColumn> columns, KeptRelease release, GrainTable grain) {
    for (FilterLayout filter : grain.filters()) {
      String searches = "filter \"" + filter.name() + '"';
      if (filter instanceof FilterLayout.Category category) {
        columns.add(
            new SearchedColumn(
                release.schema(),
                grain.table(),
                category.codec().columns().get(0).name(),
                Search.VALUES,
                searches,
                null));
      } else if (filter instanceof FilterLayout.Path path) {
        columns.add(
            new SearchedColumn(
                release.schema(),
                grain.table(),
                path.codec().columns().get(0).name(),
                Search.SUBTREE,
                searches,
                path.dictionary()));
      }
    }
  }

  boolean isOf(TableUse use) {
    return use.is(schema, table);
  }
}
