package tatami.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.normalised.NormalisedComparison.Scale;
import tatami.benchmarks.peers.PeerResult.PeerFigures;
import tatami.benchmarks.peers.PeerResult.PeerSize;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.ingest.synthetic.RyokanSize;

/** The whole race on few hotels; it fails where two peers answer differently. */
class PeerComparisonIT {

  private static final int SEARCHES = 16;

  @Test
  void allPeersAnswerTheSame() throws Exception {
    PeerResult result;
    List<String> progress = new ArrayList<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres").split("\\?", 2)[0];
      StayDatabaseAddress server = new StayDatabaseAddress(url, Map.of("user", "postgres"));
      Scale scale = new Scale(new RyokanSize(250, 3, 3, 60), SEARCHES, 1);
      result = PeerComparison.measure(server, scale, progress::add);
    }
    assertThat(result.peers())
        .extracting(PeerSize::peer)
        .containsExactly(
            "memory engine",
            "sql engine",
            "normalised",
            "duckdb, a row a night",
            "duckdb, lists",
            "duckdb, a column a day",
            "lucene 9.12");
    assertThat(result.peers()).allSatisfy(size -> assertThat(size.bytes()).isPositive());
    assertThat(result.figures().stream().map(PeerFigures::question).distinct())
        .containsExactly("page", "page_facets", "calendar");
    assertThat(result.figures().stream().filter(one -> one.place().equals("all")))
        .hasSize(3 * result.peers().size())
        .allSatisfy(
            all -> {
              assertThat(all.searches()).isEqualTo(SEARCHES);
              assertThat(all.meanMicroseconds()).isPositive();
              assertThat(all.p95Microseconds()).isPositive();
            });
    assertThat(progress)
        .anyMatch(line -> line.matches("loading lucene: \\d+\\.\\d s"))
        .anyMatch(line -> line.matches("equal answers: 48, with something found: [34]\\d"));
  }
}
