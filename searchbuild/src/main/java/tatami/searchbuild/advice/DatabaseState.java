package tatami.searchbuild.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read of a database, all at one time.
 *
 * @param releases live and kept releases
 * @param tables their tables, the master tables behind them, and control tables
 * @param indexes valid indexes of the tables that no migration owns
 * @param statements counted statements; empty where they are not counted
 * @param searchedColumns columns that an index might serve
 */
record DatabaseState(
    List<KeptRelease> releases,
    List<TableUse> tables,
    List<IndexUse> indexes,
    Optional<List<StatementUse>> statements,
    List<SearchedColumn> searchedColumns) {

  /** Fewer searches are no base for advice. */
  static final long FEWEST_SEARCHES = 100;

  static final String CONTROL_SCHEMA = "tatami";

  static DatabaseState read(StatisticsReader reader, String catalog) {
    List<KeptRelease> releases = reader.listReleases(catalog);
    List<TableUse> tables = releases.isEmpty() ? List.of() : reader.listTables(releases);
    List<String> schemas =
        tables.stream()
            .map(TableUse::schema)
            .filter(schema -> !schema.equals(CONTROL_SCHEMA))
            .distinct()
            .toList();
    return new DatabaseState(
        releases,
        tables,
        reader.listIndexes(schemas),
        reader.findStatements(),
        releases.stream().flatMap(release -> SearchedColumn.listOf(release).stream()).toList());
  }

  Stream<IndexUse> indexesOf(TableUse table) {
    return indexes.stream().filter(index -> index.isOf(table));
  }

  /** Lists the tables that every search of a release reads. */
  private List<TableUse> searchTables() {
    return releases.stream().flatMap(this::searchTables).toList();
  }

  private Stream<TableUse> searchTables(KeptRelease release) {
    return tables.stream()
        .filter(
            table ->
                release.searchTables().stream().anyMatch(name -> table.is(release.schema(), name)));
  }

  /** Lists the counted statements that read a search table. */
  List<StatementUse> searches() {
    List<TableUse> searchTables = searchTables();
    return statements.orElse(List.of()).stream()
        .filter(StatementUse::isSearch)
        .filter(statement -> searchTables.stream().anyMatch(statement::names))
        .toList();
  }

  /** Tells whether some statements were counted whose text we may not read. */
  boolean hidesStatements() {
    return statements.orElse(List.of()).stream().anyMatch(StatementUse::isHidden);
  }

  /**
   * Counts searches, rather too few: of each release the statements that read the search table that
   * is read most; where nothing counts statements, its scans.
   */
  long searchCount() {
    return releases.stream()
        .mapToLong(release -> searchTables(release).mapToLong(this::reads).max().orElse(0))
        .sum();
  }

  /**
   * Counts the statements that read a table. A join may enter an index a thousand times for one
   * search, so scans of indexes are no measure; where nothing counts statements, sequential scans
   * are. Master tables stand behind views, and no statement names them.
   */
  long reads(TableUse table) {
    if (statements.isEmpty()) {
      return table.scans();
    }
    boolean isOfARelease =
        releases.stream().anyMatch(release -> release.schema().equals(table.schema()));
    return isOfARelease
        ? statements.get().stream()
            .filter(statement -> statement.isSearch() && statement.names(table))
            .mapToLong(StatementUse::calls)
            .sum()
        : Math.min(table.searches(), searchCount());
  }
}
