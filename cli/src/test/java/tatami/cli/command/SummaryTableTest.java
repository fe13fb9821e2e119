package tatami.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.fill.TableSize;
import tatami.searchbuild.job.RebuildSummary;
import tatami.searchbuild.job.RebuildSummary.FeedSummary;
import tatami.searchbuild.job.RebuildSummary.PriceSummary;

final class SummaryTableTest {

  @Test
  void staysWithin25LinesHoweverMuchThereIs() {
    Map<String, FeedSummary> feeds = new LinkedHashMap<>();
    Map<String, TableSize> tables = new LinkedHashMap<>();
    IntStream.range(0, 100)
        .forEach(
            number -> {
              feeds.put("feed_" + number, new FeedSummary(number, 1, 2, 3));
              tables.put("table_" + number, new TableSize(1, number));
            });
    List<String> lines =
        SummaryTable.lines(
            new RebuildSummary(
                7,
                "live",
                feeds,
                tables,
                new PriceSummary(1_000, 2.5),
                Map.of("land", 1.25),
                List.of("a, a.csv:2: bad", "a, a.csv:3: bad", "b, b.csv:9: worse"),
                List.of("one", "two")));
    assertThat(lines).hasSizeLessThanOrEqualTo(25);
    assertThat(lines.get(0)).startsWith("release 7, live");
    assertThat(lines).anyMatch(line -> line.contains("1,000 packed, 2.50 bytes each"));
    assertThat(lines).anyMatch(line -> line.contains("table_99"));
    assertThat(lines).anyMatch(line -> line.contains("95 more tables"));
    assertThat(lines).contains("rejected b, b.csv:9: worse");
    assertThat(lines).contains("  and 197 more rejected rows: in tatami.rejected_row");
  }

  @Test
  void saysThatNoReleaseWasMade() {
    List<String> lines =
        SummaryTable.lines(
            new RebuildSummary(
                null,
                "landed",
                Map.of("stock", new FeedSummary(1, 0, 0, 1)),
                Map.of(),
                null,
                Map.of("land", 0.5),
                List.of(),
                List.of()));
    assertThat(lines.get(0)).isEqualTo("no release, landed, 0.5 s");
  }
}
