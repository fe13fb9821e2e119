package tatami.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.TestFeed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messy CSV files of the real feeds' folder, where there is one. */
class MessyFilesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Path files;
  private Path expectations;

  /** Skips each test by itself, so that the report counts what was skipped, and why. */
  @BeforeEach
  void find() {
    String folder = System.getProperty("tatami.realFeeds", "");
    boolean isNamed = !folder.isBlank() && !folder.startsWith("$");
    assumeTrue(
        isNamed && Files.isDirectory(Path.of(folder, "messy", "csv")),
        "skipped: no messy/csv in the real feeds' folder; name it with -Dtatami.realFeeds=DIR");
    files = Path.of(folder, "messy", "csv");
    expectations = Path.of(folder, "messy", "csv-expected");
  }

  @Test
  void everyGoodFileWithRowsGivesWhatIsExpected() {
    List<String> compared = new ArrayList<>();
    for (String name : names()) {
      if (name.startsWith("bad-")
          || List.of("header-no-rows", "all-empty", "empty-one-column").contains(name)) {
        continue;
      }
      Expected expected = expected(name);
      FeedDefinition feed = feed(name, expected.header());
      RowList rows = RowList.of(feed);
      FeedSource.open(feed, files).read(rows);
      assertThat(rows.good).as(name).isEqualTo(expected.rows());
      assertThat(rows.rows).as(name).hasSameSizeAs(rows.good);
      compared.add(name);
    }
    assertThat(compared).hasSizeGreaterThan(10);
  }

  /** An empty line is no row: a feed has a key, and it would be empty. */
  @ParameterizedTest
  @CsvSource({
    "header-no-rows, 'foo,bar,baz', has a header and no rows",
    "empty-one-column, foo, has a header and no rows",
    "all-empty, foo, is empty",
  })
  void refusesFilesWithoutRows(String name, String header, String reason) {
    assertRefused(name, reason, header.split(","));
  }

  @ParameterizedTest
  @CsvSource({
    "bad-header-less-fields, ends in the middle of a row",
    "bad-header-no-header, is empty (0 bytes)",
    "bad-header-wrong-header, has no column",
    "bad-missing-quote, cannot be read as CSV",
    "bad-quotes-with-unescaped-quote, cannot be read as CSV",
  })
  void refusesFilesOfWhichNobodyKnowsTheRows(String name, String reason) {
    assertRefused(name, reason, "foo", "bar", "baz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad-header-more-fields", "bad-unescaped-quote"})
  void rejectsBadRows(String name) {
    RowList rows = new RowList(3);
    FeedSource.open(feed(name, List.of("foo", "bar", "baz")), files).read(rows);
    assertThat(rows.good).isEmpty();
    assertThat(rows.rows).hasSize(1).allMatch(row -> row.contains(":2 broken: "));
  }

  @Test
  void knowsEveryBadFile() {
    assertThat(names().stream().filter(name -> name.startsWith("bad-")))
        .containsExactlyInAnyOrder(
            "bad-header-less-fields",
            "bad-header-more-fields",
            "bad-header-no-header",
            "bad-header-wrong-header",
            "bad-missing-quote",
            "bad-quotes-with-unescaped-quote",
            "bad-unescaped-quote");
  }

  /** What a file holds. */
  private record Expected(List<String> header, List<List<String>> rows) {}

  private Expected expected(String name) {
    JsonNode root = JSON.readTree(expectations.resolve(name + ".json"));
    List<List<String>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (JsonNode row : root) {
      if (row.isObject()) {
        header = row.properties().stream().map(Map.Entry::getKey).toList();
        rows.add(row.properties().stream().map(field -> field.getValue().asString()).toList());
      } else {
        rows.add(row.valueStream().map(JsonNode::asString).toList());
      }
    }
    return header.isEmpty()
        ? new Expected(rows.get(0), rows.subList(1, rows.size()))
        : new Expected(header, rows);
  }

  private void assertRefused(String name, String reason, String... header) {
    FeedDefinition feed = feed(name, List.of(header));
    assertThatThrownBy(() -> FeedSource.open(feed, files).read(RowList.of(feed)))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining(name + ".csv " + reason);
  }

  private FeedDefinition feed(String name, List<String> header) {
    TestFeed feed = TestFeed.withKey(header.get(0)).files(name + ".csv");
    header.forEach(column -> feed.column(column, "text"));
    return feed.build();
  }

  private List<String> names() {
    try (Stream<Path> entries = Files.list(files)) {
      return entries
          .map(path -> path.getFileName().toString().replace(".csv", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
