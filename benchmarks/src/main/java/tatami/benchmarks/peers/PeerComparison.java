package tatami.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.normalised.MixedRelease;
import tatami.benchmarks.normalised.NormalisedAsker;
import tatami.benchmarks.normalised.NormalisedComparison.Scale;
import tatami.benchmarks.peers.PeerResult.PeerSize;
import tatami.benchmarks.peers.PeerRounds.Pace;
import tatami.benchmarks.peers.duckdb.DuckPeer;
import tatami.benchmarks.peers.duckdb.DuckWriter;
import tatami.benchmarks.peers.duckdb.NightForm;
import tatami.benchmarks.peers.folded.FoldedRows;
import tatami.benchmarks.peers.lucene.LucenePeer;
import tatami.benchmarks.peers.lucene.LuceneWriter;
import tatami.benchmarks.peers.memory.MirrorPeer;
import tatami.benchmarks.peers.peer.Peer;
import tatami.benchmarks.peers.postgres.NormalisedPeer;
import tatami.benchmarks.peers.postgres.ServicePeer;
import tatami.benchmarks.phase.PhaseTimes;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.benchmarks.scratch.ScratchFolder;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.query.search.SearchService;

/** Races the product against its peers with the mixed searches on generated feeds. */
public final class PeerComparison {

  /** What a filter finds it by. */
  public static final String NAME = PeerComparison.class.getName() + ".peers";

  private static final String DATABASE = "tatami_benchmark_peers";
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private static final String RELEASE_BYTES =
      """
      SELECT COALESCE(sum(pg_total_relation_size(relation.oid)), 0)
      FROM tatami.served_v1_release AS release
      JOIN pg_namespace AS schema ON schema.nspname = release.catalog || '_r' || release.release
      JOIN pg_class AS relation ON relation.relnamespace = schema.oid AND relation.relkind = 'r'
      WHERE live AND catalog = ?""";

  private static final String NORMALISED_BYTES =
      """
      SELECT sum(pg_total_relation_size(relation.oid))
      FROM pg_class AS relation
      WHERE relation.relnamespace = 'normalised'::regnamespace AND relation.relkind = 'r'""";

  private final ScratchDatabase database;
  private final Path folder;
  private final Consumer<String> progress;
  private final PhaseTimes phases;

  private PeerComparison(ScratchDatabase database, Path folder, Consumer<String> progress) {
    this.database = database;
    this.folder = folder;
    this.progress = progress;
    this.phases = new PhaseTimes(progress);
  }

  /**
   * Generates feeds, rebuilds, loads and races in a database {@code tatami_benchmark_peers} and a
   * folder among the temporary ones, which are both gone at the end.
   *
   * @param server where the database is made
   * @throws IllegalStateException if two answer differently
   */
  public static PeerResult measure(
      StayDatabaseAddress server, Scale scale, Consumer<String> progress)
      throws SQLException, IOException {
    try (ScratchFolder folder = ScratchFolder.open();
        ScratchDatabase database = ScratchDatabase.open(server, DATABASE)) {
      MixedRelease release = MixedRelease.make(database, folder, scale.size(), progress);
      return new PeerComparison(database, folder.path(), progress).compare(release, scale);
    }
  }

  private PeerResult compare(MixedRelease release, Scale scale) throws SQLException, IOException {
    List<MixedSearch> searches = MixedRelease.draw(database, scale.size().days(), scale.searches());
    // Of a single round nobody expects figures to quote.
    boolean isBrief = scale.rounds() == 1;
    Pace pace =
        isBrief
            ? new Pace(1, Duration.ZERO, Duration.ZERO)
            : new Pace(scale.rounds(), TURN, WARM_UP);
    List<Peer> peers = new ArrayList<>();
    try {
      open(release, peers);
      List<PeerSize> sizes = new ArrayList<>();
      for (Peer peer : peers) {
        sizes.add(new PeerSize(peer.name(), peer.bytes()));
      }
      return new PeerResult(
          scale.size().hotels(),
          release.summary().prices().packed(),
          searches.size(),
          pace.rounds(),
          PreparedQuestion.SLOW_MILLISECONDS,
          sizes,
          PeerRounds.run(peers, searches, pace, progress));
    } finally {
      for (Peer peer : peers) {
        peer.close();
      }
    }
  }

  /** The product comes first: ratios are to it. */
  private void open(MixedRelease release, List<Peer> peers) throws SQLException, IOException {
    peers.add(
        MirrorPeer.load(database.dataSource(), release.catalog(), release.moment().instant()));
    peers.add(sqlEngine(release));
    peers.add(normalised(release));
    FoldedRows rows = FoldedRows.read(database, release.tables(), release.catalog());
    for (NightForm form : NightForm.values()) {
      Path file = folder.resolve(form.name() + ".duckdb");
      phases.time("loading duckdb, " + form.label(), () -> load(rows, form, file));
      peers.add(DuckPeer.open(file, form, rows.hotels(), release.moment()));
    }
    Path index = folder.resolve("lucene");
    phases.time("loading lucene", () -> load(rows, index));
    peers.add(LucenePeer.open(index, rows.hotels(), rows.mostAdults(), release.moment()));
  }

  private Peer sqlEngine(MixedRelease release) throws SQLException {
    SearchService service = new SearchService(database.dataSource(), release.moment()::instant);
    return new ServicePeer(
        "sql engine", service, release.catalog(), bytes(RELEASE_BYTES, release.catalog()));
  }

  private Peer normalised(MixedRelease release) throws SQLException {
    NormalisedAsker asker =
        NormalisedAsker.open(database.dataSource(), release.moment(), release.tables().amenities());
    return new NormalisedPeer(asker, bytes(NORMALISED_BYTES));
  }

  private long bytes(String sql, Object... parameters) throws SQLException {
    return database.list(sql, List.of(parameters), row -> row.getLong(1)).get(0);
  }

  private static void load(FoldedRows rows, NightForm form, Path file)
      throws SQLException, IOException {
    try (DuckWriter writer =
        DuckWriter.open(file, form, rows.hotels(), rows.nights(), rows.mostAdults())) {
      rows.forEach(writer);
    }
  }

  private static void load(FoldedRows rows, Path index) throws SQLException, IOException {
    try (LuceneWriter writer = LuceneWriter.open(index, rows.hotels(), rows.mostAdults())) {
      rows.forEach(writer);
    }
  }
}
