package tatami.searchbuild.advice;

import static java.util.Locale.ROOT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tatami.searchbuild.advice.DatabaseAdvice.Kind;
import tatami.searchbuild.advice.DatabaseAdvice.Proposal;

/** Looks at the statistics of a database and says what to add or drop. Changes nothing. */
public final class DatabaseAdvisor {

  private final DataSource dataSource;

  /** Looks at a database. */
  public DatabaseAdvisor(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Advises on the live and kept releases of one catalog. */
  public DatabaseAdvice adviseOn(String catalog) {
    return advise(catalog);
  }

  /** Advises on the live and kept releases of all catalogs. */
  public DatabaseAdvice adviseOnAll() {
    return advise(null);
  }

  private DatabaseAdvice advise(String catalog) {
    return Jdbi.create(dataSource).withHandle(handle -> advise(handle, catalog));
  }

  private static DatabaseAdvice advise(Handle handle, String catalog) {
    StatisticsReader reader = new StatisticsReader(handle);
    DatabaseState state = DatabaseState.read(reader, catalog);
    Instant since = since(reader, state.releases());
    if (state.releases().isEmpty()) {
      String what = catalog == null ? "" : " of catalog " + catalog;
      return new DatabaseAdvice(
          since, 0, List.of(), List.of("there is no release" + what + " to advise on"));
    }
    UselessIndexes useless = new UselessIndexes(state);
    List<Proposal> proposals = new ArrayList<>();
    proposals.addAll(new MissingIndexes(state, new EvidenceReader(handle)).propose());
    proposals.addAll(useless.propose());
    proposals.addAll(new StaleStatistics(state).propose());
    List<String> notes = new ArrayList<>(circumstances(state, proposals));
    notes.addAll(useless.notes());
    notes.addAll(new NotableStatements(state).notes());
    return new DatabaseAdvice(since, state.searchCount(), proposals, notes);
  }

  /** Tables of a release cannot have been counted before it was built. */
  private static Instant since(StatisticsReader reader, List<KeptRelease> releases) {
    Optional<Instant> oldest =
        releases.stream().map(KeptRelease::builtAt).min(Comparator.naturalOrder());
    Optional<Instant> reset = reader.findReset();
    if (oldest.isPresent() && reset.isPresent()) {
      return reset.get().isAfter(oldest.get()) ? reset.get() : oldest.get();
    }
    return reset.or(() -> oldest).orElseGet(reader::serverStart);
  }

  private static List<String> circumstances(DatabaseState state, List<Proposal> proposals) {
    List<String> notes = new ArrayList<>();
    if (state.searchCount() < DatabaseState.FEWEST_SEARCHES) {
      notes.add(
          String.format(
              ROOT,
              "%,d searches are no base for advice on indexes; search at least %,d times and ask"
                  + " again",
              state.searchCount(),
              DatabaseState.FEWEST_SEARCHES));
    }
    if (state.statements().isEmpty()) {
      notes.add(
          "statements are not counted, so nobody knows which filters are asked for: set"
              + " shared_preload_libraries = 'pg_stat_statements', restart PostgreSQL, and run"
              + " CREATE EXTENSION pg_stat_statements as its administrator");
    }
    if (state.hidesStatements()) {
      notes.add(
          "the texts of some statements are hidden from this account, so filters may be asked for"
              + " that are not seen here: GRANT pg_read_all_stats to it");
    }
    boolean isIndex = proposals.stream().anyMatch(proposal -> proposal.kind() != Kind.ANALYZE);
    if (isIndex) {
      notes.add(
          "each rebuild makes the tables of a release anew: what is changed by hand lasts until the"
              + " next one");
    }
    return notes;
  }
}
