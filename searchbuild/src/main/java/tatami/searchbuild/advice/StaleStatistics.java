package tatami.searchbuild.advice;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Optional;
import tatami.searchbuild.advice.DatabaseAdvice.Kind;
import tatami.searchbuild.advice.DatabaseAdvice.Proposal;

/** Finds tables of which the planner knows nothing, or what has long changed. */
final class StaleStatistics {

  private static final long LEAST_BYTES = 8 * 8192L;
  private static final double CHANGED_SHARE = 0.2;

  private final DatabaseState state;

  StaleStatistics(DatabaseState state) {
    this.state = state;
  }

  List<Proposal> propose() {
    return state.tables().stream()
        .filter(table -> table.bytes() >= LEAST_BYTES && matters(table))
        .flatMap(table -> findReason(table).map(why -> proposal(table, why)).stream())
        .toList();
  }

  /** Control tables are looked after by autovacuum, and a build reads few of their rows. */
  private static boolean matters(TableUse table) {
    return !table.schema().equals(DatabaseState.CONTROL_SCHEMA)
        || table.searches() >= DatabaseState.FEWEST_SEARCHES;
  }

  private static Optional<String> findReason(TableUse table) {
    if (!table.analysed()) {
      return Optional.of("the planner has no statistics of its columns");
    }
    if (table.changedRows() > CHANGED_SHARE * table.rows()) {
      return Optional.of(
          String.format(
              ROOT,
              "%,d rows changed since it was analysed, more than %.0f %%",
              table.changedRows(),
              100 * CHANGED_SHARE));
    }
    return Optional.empty();
  }

  private static Proposal proposal(TableUse table, String why) {
    return new Proposal(
        Kind.ANALYZE,
        table.title(),
        String.format(
            ROOT,
            "%s; %,d rows on %,d pages, scanned %,d times",
            why,
            table.rows(),
            table.bytes() / 8192,
            table.searches()),
        String.format(
            ROOT,
            "plans for %,d pages that rest on counted values in place of guesses",
            table.bytes() / 8192),
        "ANALYZE " + table.quoted() + ";");
  }
}
