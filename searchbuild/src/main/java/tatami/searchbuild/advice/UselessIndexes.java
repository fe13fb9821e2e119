package tatami.searchbuild.advice;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.searchbuild.advice.DatabaseAdvice.Kind;
import tatami.searchbuild.advice.DatabaseAdvice.Proposal;
import tatami.searchtable.layout.IndexPlan;

/** Finds indexes that were never used, or that another one can stand in for. */
final class UselessIndexes {

  /** Smaller indexes cost next to nothing: as many pages as a table that needs no index. */
  static final long LEAST_BYTES = IndexPlan.FEWEST_PAGES * 8192L;

  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  private final DatabaseState state;

  UselessIndexes(DatabaseState state) {
    this.state = state;
  }

  List<Proposal> propose() {
    List<Proposal> proposals = new ArrayList<>();
    for (TableUse table : state.tables()) {
      state
          .indexesOf(table)
          .filter(index -> !index.required() && index.bytes() >= LEAST_BYTES)
          .forEach(index -> propose(table, index).ifPresent(proposals::add));
    }
    return proposals;
  }

  /** Lists the indexes that the builder's rule takes, and no search has used. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (TableUse table : state.tables()) {
      state
          .indexesOf(table)
          .filter(index -> isUnused(table, index) && servesAFilter(index))
          .filter(index -> index.bytes() >= LEAST_BYTES)
          .forEach(
              index ->
                  notes.add(
                      String.format(
                          ROOT,
                          "%s.%s (%.1f MB) serves a declared filter, and none of %,d searches of"
                              + " its table used it",
                          index.schema(),
                          index.name(),
                          index.bytes() / BYTES_PER_MEGABYTE,
                          state.reads(table))));
    }
    return notes;
  }

  private Optional<Proposal> propose(TableUse table, IndexUse index) {
    Optional<IndexUse> other = findStandIn(index);
    if (other.isPresent()) {
      return Optional.of(
          proposal(index, "its columns are the first ones of " + other.get().name()));
    }
    if (isUnused(table, index) && !servesAFilter(index)) {
      return Optional.of(
          proposal(
              index,
              String.format(
                  ROOT, "none of %,d searches of its table used it", state.reads(table))));
    }
    return Optional.empty();
  }

  private boolean isUnused(TableUse table, IndexUse index) {
    return index.scans() == 0 && state.reads(table) >= DatabaseState.FEWEST_SEARCHES;
  }

  private boolean servesAFilter(IndexUse index) {
    return state.searchedColumns().stream().anyMatch(column -> column.isServedBy(index));
  }

  /** Of two equal ones the later name goes. */
  private Optional<IndexUse> findStandIn(IndexUse index) {
    return state.indexes().stream()
        .filter(index::isPartOf)
        .filter(
            other ->
                !other.isPartOf(index)
                    || other.required()
                    || other.name().compareTo(index.name()) < 0)
        .findFirst();
  }

  private static Proposal proposal(IndexUse index, String why) {
    double megabytes = index.bytes() / BYTES_PER_MEGABYTE;
    return new Proposal(
        Kind.DROP_INDEX,
        index.schema() + "." + index.name(),
        String.format(
            ROOT,
            "%.2f MB on %s (%s), used %,d times: %s",
            megabytes,
            index.table(),
            String.join(", ", index.columns()),
            index.scans(),
            why),
        String.format(
            ROOT,
            "%.2f MB (%,d pages) of disk and memory, and one index less to weigh for each plan",
            megabytes,
            index.bytes() / 8192),
        "DROP INDEX CONCURRENTLY \"" + index.schema() + "\".\"" + index.name() + "\";");
  }
}
