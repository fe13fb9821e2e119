package tatami.searchbuild.advice;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.searchbuild.advice.DatabaseAdvice.Kind;
import tatami.searchbuild.advice.DatabaseAdvice.Proposal;
import tatami.searchtable.layout.IndexChoice;
import tatami.searchtable.layout.IndexEvidence.Search;
import tatami.searchtable.layout.IndexPlan;

/**
 * Finds columns that searches compare, on tables that were scanned often, for which the builder's
 * rule would take an index and there is none.
 */
final class MissingIndexes {

  private static final double WHOLE_SCAN = 0.5;

  private final DatabaseState state;
  private final EvidenceReader evidence;

  MissingIndexes(DatabaseState state, EvidenceReader evidence) {
    this.state = state;
    this.evidence = evidence;
  }

  List<Proposal> propose() {
    List<Proposal> proposals = new ArrayList<>();
    for (TableUse table : state.tables()) {
      if (table.scans() >= DatabaseState.FEWEST_SEARCHES
          && table.rowsScanned() >= WHOLE_SCAN * table.rows() * table.scans()) {
        state.searchedColumns().stream()
            .filter(column -> column.isOf(table) && column.search() != Search.SET)
            .filter(column -> state.indexesOf(table).noneMatch(has(column)))
            .forEach(column -> propose(column, table).ifPresent(proposals::add));
      }
    }
    return proposals;
  }

  private static java.util.function.Predicate<IndexUse> has(SearchedColumn column) {
    return index -> index.startsWith(column.column());
  }

  private Optional<Proposal> propose(SearchedColumn column, TableUse table) {
    long calls = calls(column, table);
    if (calls < DatabaseState.FEWEST_SEARCHES) {
      return Optional.empty();
    }
    return evidence
        .find(column, table)
        .map(IndexPlan::choose)
        .filter(IndexChoice::isIndexed)
        .map(choice -> proposal(column, table, calls, choice));
  }

  /**
   * Without counted statements nobody knows which filters are asked for; offers are looked up by
   * their property wherever few properties are left, and every release large enough has its index.
   */
  private long calls(SearchedColumn column, TableUse table) {
    if (state.statements().isEmpty()) {
      return column.search() == Search.JOIN ? table.scans() : 0;
    }
    return state.statements().get().stream()
        .filter(statement -> statement.names(table) && statement.compares(column.column()))
        .mapToLong(StatementUse::calls)
        .sum();
  }

  private Proposal proposal(SearchedColumn column, TableUse table, long calls, IndexChoice choice) {
    double saved =
        Math.max(0, choice.without().microseconds() - choice.with().microseconds()) / 1000;
    return new Proposal(
        Kind.ADD_INDEX,
        table.title() + " (" + column.column() + ")",
        String.format(
            ROOT,
            "%,d sequential scans of %,d pages read %,d rows, and no index starts with the column"
                + " that %,d statements compare (%s)",
            table.scans(),
            choice.without().pages(),
            table.rowsScanned(),
            calls,
            column.searches()),
        String.format(
            ROOT,
            "%s; up to %.2f ms a search and %.1f s for %,d of them",
            choice.reason(),
            saved,
            saved * calls / 1000,
            calls),
        choice.createStatement(table.quoted()) + ";");
  }
}
