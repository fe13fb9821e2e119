package tatami.benchmarks.normalised;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.normalised.NormalisedComparison.Scale;
import tatami.benchmarks.normalised.NormalisedResult.Figures;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.ingest.synthetic.RyokanSize;

/** The whole comparison on few hotels; it fails where the two answer differently. */
class NormalisedComparisonIT {

  private static final int SEARCHES = 40;

  @Test
  void productAndNormalisedSchemaAnswerTheSame() throws Exception {
    NormalisedResult result;
    List<String> progress = new ArrayList<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres").split("\\?", 2)[0];
      StayDatabaseAddress server = new StayDatabaseAddress(url, Map.of("user", "postgres"));
      Scale scale = new Scale(new RyokanSize(100, 3, 3, 50), SEARCHES, 1);
      result = NormalisedComparison.measure(server, scale, progress::add);
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery("SELECT count(*) FROM pg_database WHERE datname ~ 'tatami'")) {
        rows.next();
        assertThat(rows.getInt(1)).as("databases left behind").isZero();
      }
    }
    assertThat(result.figures().stream().map(Figures::question).distinct())
        .containsExactly("page", "page_facets", "calendar");
    assertThat(result.figures().stream().filter(one -> one.place().equals("all")))
        .hasSize(3)
        .allSatisfy(
            all -> {
              assertThat(all.searches()).isEqualTo(SEARCHES);
              assertThat(all.product().mean()).isPositive();
              assertThat(all.normalised().p95()).isPositive();
            });
    assertThat(result.normalisedBytesPerPrice()).isGreaterThan(result.productBytesPerPrice());
    assertThat(progress)
        .anyMatch(line -> line.matches("rebuilding ryokan: \\d+\\.\\d s"))
        .anyMatch(line -> line.matches("comparing answers, choosing plans: \\d+\\.\\d s"))
        .anyMatch(line -> line.matches("timing round 1 of 1: \\d+\\.\\d s"));
  }
}
