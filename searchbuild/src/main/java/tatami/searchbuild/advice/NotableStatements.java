package tatami.searchbuild.advice;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/** Names searches that take long, or that read most of what is read from disk. */
final class NotableStatements {

  private static final double SLOW_MILLISECONDS = 200;
  private static final long FEWEST_CALLS = 10;
  private static final long LEAST_PAGES_READ = 10_000;
  private static final double MOST_OF_THE_READS = 0.5;

  private final DatabaseState state;

  NotableStatements(DatabaseState state) {
    this.state = state;
  }

  List<String> notes() {
    List<StatementUse> searches = state.searches();
    long pagesRead = searches.stream().mapToLong(StatementUse::pagesRead).sum();
    List<String> notes = new ArrayList<>();
    for (StatementUse search : searches) {
      if (search.calls() >= FEWEST_CALLS && search.meanMilliseconds() > SLOW_MILLISECONDS) {
        notes.add(
            String.format(
                ROOT,
                "slow: %.0f ms on average, %,d times: %s",
                search.meanMilliseconds(),
                search.calls(),
                search.shortText()));
      }
      if (search.pagesRead() >= LEAST_PAGES_READ
          && search.pagesRead() > MOST_OF_THE_READS * pagesRead) {
        notes.add(
            String.format(
                ROOT,
                "reads from disk: %,d of %,d pages that searches did not find in memory: %s",
                search.pagesRead(),
                pagesRead,
                search.shortText()));
      }
    }
    return notes;
  }
}
