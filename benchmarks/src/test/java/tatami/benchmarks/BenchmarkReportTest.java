package tatami.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.BenchmarkFailedException.Reason;
import tatami.benchmarks.BenchmarkOptions.Effort;
import tatami.benchmarks.BenchmarkOptions.ReportForm;
import tatami.benchmarks.PackingSection.PackingResult;
import tatami.benchmarks.StaySection.StayResult;
import tatami.benchmarks.StaySection.StaySize;
import tatami.benchmarks.machine.Machine;
import tatami.benchmarks.normalised.NormalisedResult;
import tatami.benchmarks.normalised.NormalisedResult.Figures;
import tatami.benchmarks.normalised.NormalisedResult.Milliseconds;
import tatami.benchmarks.peers.PeerResult;
import tatami.benchmarks.peers.PeerResult.PeerFigures;
import tatami.benchmarks.peers.PeerResult.PeerSize;

/** What is refused before anything runs, and how a report reads. */
class BenchmarkReportTest {

  private static final Machine MACHINE =
      new Machine("Abacus (R) 9000", 2, 3L << 30, "Linux 6.1 amd64", "VM 17.0.1", "18.6");

  @Test
  void aNameThatNoBenchmarkHasIsRefused() {
    refuses("nonesuch")
        .hasMessageStartingWith(
            "no benchmark has that name: filter=nonesuch, there are [tatami.benchmarks.")
        .hasMessageContaining("tatami.benchmarks.stay.StayTotalBenchmark.packedArrays");
  }

  @Test
  void aFilterThatIsNoExpressionIsRefused() {
    refuses("pack(").hasMessageStartingWith("the filter is no regular expression: filter=pack(");
  }

  @Test
  void theStayBenchmarkNeedsADatabase() {
    refuses("stay").hasMessageStartingWith("the stay benchmark needs a PostgreSQL");
    assertThat(BenchmarkReport.needsDatabase("")).isTrue();
    assertThat(BenchmarkReport.needsDatabase("packing")).isFalse();
  }

  @Test
  void aReportForPeopleShowsMachineSizesTimesAndRatios() {
    assertThat(String.join("\n", new ReportTable(document()).lines()))
        .isEqualTo(
            """
            machine     Abacus (R) 9000, 2 cores, 3.0 GiB; Linux 6.1 amd64
            java        VM 17.0.1
            postgresql  18.6

            packing: 73,200 prices one at a time, as a feed brings them
            dataset    form              million/s  ± error  bytes/price packed faster packed smaller
            sparse     dateMaps              20.50     1.25        60.00        4.00 ×       20.00 ×

            stay total: 10 offers × 366 nights = 3,660 prices, the cheapest 20 within a budget
            answers of 60 searches checked: equal in all forms
            form                       rows        MiB  bytes/price packed smaller
            nightRows                 3,660       1.00       286.50        14.00 ×

            nights  form                ms/search  ± error packed faster
            3       nightRows               12.35        -             -""");
  }

  @Test
  void theNormalisedSchemaSaysHowItWasAsked() {
    Milliseconds fast = new Milliseconds(10, 41.5);
    Figures pages = new Figures("page", "map", 67, 0, fast, new Milliseconds(82, 166), 8.2, 4, 8.4);
    Figures allPages =
        new Figures("page", "all", 200, 2, fast, new Milliseconds(90, 415), 9, 10, 8.6);
    Figures calendars =
        new Figures("calendar", "all", 200, 63, fast, new Milliseconds(250, 830), 25, 20, 21.5);
    NormalisedResult result =
        new NormalisedResult(
            20_000, 115_615_191, 200, 3, 500, 0.3, 98.25, List.of(pages, allPages, calendars));
    ReportDocument document =
        new ReportDocument("full", MACHINE, null, null, null, null, result, null);
    assertThat(new ReportTable(document).lines())
        .containsSequence(
            "normalised schema: 20,000 hotels, 115,615,191 prices, 3 rounds in turn; answers equal",
            "its plan is the faster of two for each question: with and without nested loops",
            "what takes it longer than 500 ms is timed in one of the rounds:"
                + " page 2 of 200, calendar 63 of 200",
            "bytes a price: product 0.30, a row a night with its index 98.3",
            "question     place       searches product mean       p95 ms   normalised       p95 ms"
                + "  mean ×   p95 ×  median",
            "page         map               67        10.00        41.50        82.00       166.00"
                + "    8.20    4.00    8.40",
            "page         all              200        10.00        41.50        90.00       415.00"
                + "    9.00   10.00    8.60",
            "calendar     all              200        10.00        41.50       250.00       830.00"
                + "   25.00   20.00   21.50");
  }

  @Test
  void theRaceShowsWhatPeersKeepAndTheirRatiosToTheProduct() {
    PeerResult result =
        new PeerResult(
            2_000,
            11_000_000,
            200,
            3,
            500,
            List.of(new PeerSize("product", 11 << 20), new PeerSize("other", 55 << 20)),
            List.of(
                new PeerFigures("page", "all", "product", 200, 0, 25.5, 80, 1, 1),
                new PeerFigures("page", "all", "other", 200, 2, 2_550, 4_000, 100, 50)));
    ReportDocument document =
        new ReportDocument("full", MACHINE, null, null, null, null, null, result);
    assertThat(new ReportTable(document).lines())
        .containsSequence(
            "peers: 2,000 hotels, 11,000,000 prices, 3 rounds in turn; answers equal; ratios to product",
            "peer                     MiB kept  bytes/price",
            "product                     11.00         1.05",
            "other                       55.00         5.24",
            "",
            "question     place       peer                   searches       mean µs        p95 µs    mean ×     p95 ×",
            "page         all         product                     200         25.50         80.00      1.00      1.00",
            "page         all         other                       200      2,550.00      4,000.00    100.00     50.00",
            "timed in one round only, over 500 ms: other page, 2 of 200");
  }

  @Test
  void aResultFileIsNamedAfterProcessorJdkAndPostgresql() {
    int jdk = Runtime.version().feature();
    assertThat(MACHINE.fileName()).isEqualTo("abacus-r-9000-2-jdk" + jdk + "-postgresql18.6.json");
  }

  /** Nothing may have been printed either. */
  private static AbstractThrowableAssert<?, ?> refuses(String filter) {
    BenchmarkOptions options =
        new BenchmarkOptions(null, Effort.QUICK, filter, 10, ReportForm.TABLE, null);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Throwable refusal = catchThrowable(() -> BenchmarkReport.run(options, stream, stream));
    assertThat(printed.size()).isZero();
    assertThat(refusal).isInstanceOf(BenchmarkFailedException.class);
    assertThat(((BenchmarkFailedException) refusal).reason()).isEqualTo(Reason.USAGE);
    return assertThat(refusal);
  }

  private static ReportDocument document() {
    PackingResult packing =
        new PackingResult("sparse", "dateMaps", 20_500_000, 1_250_000.0, 60, 4.0, 20);
    StaySize size = new StaySize("nightRows", 3_660, 1 << 20, 286.5, 14);
    StayResult stay = new StayResult(3, "nightRows", 12.345, null, null);
    return new ReportDocument(
        "full",
        MACHINE,
        new PackingSection(73_200, List.of(packing)),
        new StaySection(10, 366, 3_660, 60, List.of(size), List.of(stay)),
        null,
        null,
        null,
        null);
  }
}
