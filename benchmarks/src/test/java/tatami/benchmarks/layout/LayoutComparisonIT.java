package tatami.benchmarks.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.layout.LayoutComparison.Scale;
import tatami.benchmarks.layout.LayoutResult.SearchGroup;
import tatami.benchmarks.layout.LayoutResult.TableForm;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tatami.ingest.synthetic.RyokanSize;

/** The whole comparison on a few properties; it fails where plain and compiled answers differ. */
class LayoutComparisonIT {

  private static final int SEARCHES = 32;

  @Test
  void plainAndCompiledTablesAnswerTheSameAndEveryFormIsMeasured() throws Exception {
    Scale scale = new Scale(new RyokanSize(40, 2, 3, 40), SEARCHES, 1, 5, null);
    List<LayoutResult> results;
    List<String> progress = new ArrayList<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres").split("\\?", 2)[0];
      StayDatabaseAddress server = new StayDatabaseAddress(url, Map.of("user", "postgres"));
      results = LayoutComparison.measure(server, scale, progress::add);
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery("SELECT count(*) FROM pg_database WHERE datname ~ 'tatami'")) {
        rows.next();
        assertThat(rows.getInt(1)).as("databases left behind").isZero();
      }
    }
    assertThat(results).hasSize(1);
    LayoutResult result = results.get(0);
    assertThat(result.tables().stream().map(TableForm::form).distinct())
        .containsExactly("plain", "integers_declared", "integers", "codecs_declared", "codecs");
    double[] offers =
        result.tables().stream()
            .filter(table -> table.table().equals("offer"))
            .mapToDouble(TableForm::rowBytes)
            .toArray();
    assertThat(offers[4]).isLessThanOrEqualTo(offers[3]).isLessThan(offers[2]);
    assertThat(offers[2]).isLessThanOrEqualTo(offers[1]).isLessThan(offers[0]);
    assertThat(result.night().rowsPerNight()).isGreaterThan(result.night().compiled());
    SearchGroup all = result.searches().get(result.searches().size() - 1);
    assertThat(all.searches()).isEqualTo(SEARCHES);
    assertThat(all.plain().pages()).isPositive();
    assertThat(all.compiled().pages()).isPositive();
  }
}
