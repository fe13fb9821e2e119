package tatami.searchbuild.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.layout.IndexEvidence.Search;

/**
 * A column that the searches of a release may compare, and that an index might serve. Bits of a
 * word that several filters share are no column of their own.
 *
 * @param place where it is
 * @param search how it is compared
 * @param searches what a person calls those searches
 * @param codec holds its values; null where they are whole numbers as they stand, or sets
 * @param dictionary table with {@code code, last_code}, or null where there is no hierarchy
 */
record SearchedColumn(
    Place place, Search search, String searches, NumberCodec codec, String dictionary) {

  /**
   * A column.
   *
   * @param schema schema of the release
   * @param table the table
   * @param column the column
   */
  record Place(String schema, String table, String column) {}

  /** Lists those of a release. */
  static List<SearchedColumn> listOf(KeptRelease release) {
    List<SearchedColumn> columns = new ArrayList<>();
    addFilters(columns, release.schema(), release.description().property());
    GrainTable offer = release.description().offer();
    if (offer != null) {
      addFilters(columns, release.schema(), offer);
      columns.add(
          new SearchedColumn(
              new Place(release.schema(), offer.table(), "property"),
              Search.JOIN,
              "the offers of found properties",
              null,
              null));
    }
    return columns;
  }

  private static void addFilters(List<SearchedColumn> columns, String schema, GrainTable grain) {
    for (FilterLayout filter : grain.filters()) {
      find(filter, schema, grain.table()).ifPresent(columns::add);
    }
  }

  /** Nothing tells which ranges of numbers and points will be asked for, so they are left out. */
  private static Optional<SearchedColumn> find(FilterLayout filter, String schema, String table) {
    String searches = "filter \"" + filter.name() + '"';
    if (filter instanceof FilterLayout.Category category
        && category.codec() instanceof PlainNumber number) {
      Place place = new Place(schema, table, number.column());
      return Optional.of(new SearchedColumn(place, Search.VALUES, searches, number, null));
    }
    if (filter instanceof FilterLayout.Path path && path.codec() instanceof PlainNumber number) {
      Place place = new Place(schema, table, number.column());
      return Optional.of(
          new SearchedColumn(place, Search.SUBTREE, searches, number, path.dictionary()));
    }
    if (filter instanceof FilterLayout.Keyword words) {
      Place place = new Place(schema, words.table(), "grams");
      return Optional.of(new SearchedColumn(place, Search.SET, searches, null, null));
    }
    return Optional.empty();
  }

  String column() {
    return place.column();
  }

  boolean isOf(TableUse use) {
    return use.is(place.schema(), place.table());
  }

  boolean isServedBy(IndexUse index) {
    return place.equals(new Place(index.schema(), index.table(), index.columns().get(0)))
        && index.columns().size() == 1;
  }

  /** Returns the value that a cell stands for. */
  long valueOf(long cell) {
    return codec == null ? cell : codec.valueOf(cell);
  }

  /** Tells whether a cell stands for no value. */
  boolean isAbsent(long cell) {
    return codec != null && codec.absent() != null && codec.absent() == cell;
  }
}
