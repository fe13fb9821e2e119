package tatami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.benchmarks.BenchmarkFailedException.Reason;
import tatami.benchmarks.BenchmarkOptions.Effort;
import tatami.benchmarks.BenchmarkOptions.ReportForm;
import tatami.benchmarks.stay.StayDatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run with JVMs of its own, on a real PostgreSQL, of the smallest part there is. */
class BenchmarkReportIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void stdoutCarriesOneDocumentAndTheFileTheSame() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayOutputStream stray = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    System.setOut(new PrintStream(stray, true, StandardCharsets.UTF_8));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      BenchmarkReport.run(
          options(postgres, "StayTotalBenchmark.packedArrays"),
          new PrintStream(out),
          new PrintStream(err));
    } finally {
      System.setOut(standard);
    }
    assertThat(stray.toString(StandardCharsets.UTF_8)).isEmpty();
    JsonNode document = JSON.readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(document.at("/effort").asString()).isEqualTo("quick");
    assertThat(document.at("/machine/postgresql").asString()).startsWith("18");
    assertThat(document.at("/packing").isNull()).isTrue();
    assertThat(document.at("/stay_total/sizes")).hasSize(3);
    assertThat(document.at("/stay_total/results")).hasSize(3);
    assertThat(document.at("/stay_total/results/0/milliseconds").asDouble()).isPositive();
    try (var files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(file.getFileName().toString()).contains("-jdk").contains("-postgresql18");
      assertThat(JSON.readTree(Files.readString(file))).isEqualTo(document);
    }
  }

  @Test
  void formsOfCalendarsAreComparedWithoutJmh() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      BenchmarkReport.run(
          options(postgres, "calendarForms"),
          new PrintStream(out),
          new PrintStream(PrintStream.nullOutputStream()));
    }
    JsonNode forms = JSON.readTree(out.toString(StandardCharsets.UTF_8)).at("/calendar_forms");
    assertThat(forms.at("/offers").asInt()).isEqualTo(50);
    assertThat(forms.at("/results")).hasSizeGreaterThan(15);
    for (JsonNode result : forms.at("/results")) {
      assertThat(result.at("/times")).hasSize(8);
      assertThat(result.at("/bytes_per_cell").asDouble()).isPositive();
    }
  }

  @Test
  void aDatabaseThatIsAwayIsNamedAndEndsTheRun() {
    BenchmarkOptions options =
        new BenchmarkOptions(
            new StayDatabaseAddress(
                "jdbc:postgresql://127.0.0.1:1/none?user=a&password=b", Map.of()),
            Effort.QUICK,
            "stay",
            10,
            ReportForm.TABLE,
            null);
    PrintStream silent = new PrintStream(PrintStream.nullOutputStream());
    assertThatThrownBy(() -> BenchmarkReport.run(options, silent, silent))
        .isInstanceOfSatisfying(
            BenchmarkFailedException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.DATABASE))
        .hasMessageStartingWith(
            "the database at jdbc:postgresql://127.0.0.1:1/none cannot be measured: ");
  }

  private BenchmarkOptions options(EmbeddedPostgres postgres, String filter) {
    String url = postgres.getJdbcUrl("postgres", "postgres").split("\\?", 2)[0];
    return new BenchmarkOptions(
        new StayDatabaseAddress(url, Map.of("user", "postgres")),
        Effort.QUICK,
        filter,
        50,
        ReportForm.JSON,
        folder);
  }
}
