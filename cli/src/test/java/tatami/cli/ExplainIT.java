package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code tatami explain} on a few generated inns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExplainIT {

  private static final String NOW = "2026-12-01";
  private static final String REQUEST =
      """
      {"stay": {"check_in": "2026-12-05", "nights": 2},
       "where": {"location": {"within": [20, 120, 50, 150]}, "meal": ["none", "breakfast"]},
       "sort": "price", "facets": ["area"], "size": 3}
      """;

  private String database;

  @BeforeAll
  void rebuild(@TempDir Path folder) {
    database = TestHome.shared().createDatabase();
    String feeds = folder.resolve("feeds").toString();
    CommandRun generated =
        run("generate", "ryokan", "--hotels=30", "--days=30", "--start=" + NOW, "--out", feeds);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    String catalog = Path.of("..", "catalogs", "ryokan").toString();
    CommandRun built = run("rebuild", "--catalog", catalog, "--feeds", feeds, "--now", NOW);
    assertThat(built.exitCode()).as(built.err()).isZero();
  }

  @Test
  void printsOneDocumentWithPlansAndRealBuffers() {
    JsonNode explanation = explain("", "--output=json", REQUEST).document();
    assertThat(explanation.path("catalog").asString()).isEqualTo("ryokan");
    assertThat(explanation.path("release").asInt()).isEqualTo(1);
    assertThat(explanation.path("filters").path(0).path("table").asString())
        .isEqualTo("ryokan_r1.hotel");
    assertThat(explanation.path("filters").path(0).path("columns").path(0).asString())
        .isEqualTo("filter_location_latitude");
    assertThat(explanation.path("filters").path(1).path("table").asString())
        .isEqualTo("ryokan_r1.offer");
    List<String> purposes =
        explanation
            .path("statements")
            .valueStream()
            .map(statement -> statement.path("purpose").asString())
            .toList();
    assertThat(purposes)
        .startsWith("properties", "offers", "cells")
        .endsWith("cells", "master_rows", "master_rows");
    for (JsonNode statement : explanation.path("statements")) {
      JsonNode top = statement.path("plan").path("Plan");
      assertThat(statement.path("shared_buffers").path("hit").asLong())
          .isPositive()
          .isEqualTo(top.path("Shared Hit Blocks").asLong());
    }
  }

  @Test
  void printsTablesStatementsAndTreesForPeople() {
    CommandRun run = explain("", REQUEST);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("^catalog ryokan, release 1: \\d+ statements, ")
        .containsPattern(
            "(?m)^location +point +property +ryokan_r1\\.hotel +filter_location_latitude, ")
        .containsPattern("(?m)^meal +category +offer +ryokan_r1\\.offer +[a-z_0-9]+$")
        .containsPattern("(?m)^stock +stay +offer +ryokan_r1\\.stock +plane, block, cells$")
        .containsPattern("(?m)^price +stay +offer +ryokan_r1\\.price_2_adult ")
        .containsPattern("(?m)^properties: [0-9.]+ ms, [0-9,]+ pages hit, [0-9,]+ read")
        .contains("  SELECT count(*) AS records, ", "\n  values ", "offers: ", "cells: ")
        .containsPattern("Filter: .*property\\.filter_location_latitude >= ")
        .containsPattern(" on ryokan_r1\\.hotel property .*rows expected, .* pages hit");
  }

  @Test
  void readsOneObjectOfSeveralLinesFromStandardInput() {
    JsonNode explanation = explain(REQUEST, "--output=json", "-").document();
    assertThat(explanation.path("statements").size()).isGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"size\":0}", "nonsense", "{\"where\":{\"moat\":[]}}", "{} {}", ""})
  void aBadRequestIsTheProblemOfASearch(String bad) {
    CommandRun search = run("search", "--now", NOW, bad);
    for (String output : List.of("table", "json")) {
      CommandRun argument = explain("", "--output", output, bad);
      assertThat(argument.exitCode()).isEqualTo(2);
      assertThat(argument.out()).isEqualTo(search.out());
      CommandRun input = explain(bad, "--output", output, "-");
      assertThat(input.exitCode()).isEqualTo(2);
      assertThat(input.document().path("status").asInt()).isEqualTo(400);
    }
  }

  @Test
  void aCommandLineThatCannotBeDoneIsRefused() {
    assertThat(explain("").exitCode()).isEqualTo(2);
    CommandRun latin = CommandRun.of(Map.of("DATABASE_URL", database), "explain", "--nmae=x", "{}");
    assertThat(latin.err()).contains("did you mean --name?");
  }

  @Test
  void tellsHowLongASearchInMemoryTakes() {
    CommandRun table = explain("", "--engine=memory", REQUEST);
    assertThat(table.exitCode()).as(table.err()).isZero();
    assertThat(table.out()).contains("in memory: ").contains("the median of 20 runs");
    CommandRun json = explain("", "--engine=memory", "--output=json", REQUEST);
    assertThat(json.document().path("engine").asString()).isEqualTo("memory");
    assertThat(json.document().path("microseconds").asDouble()).isPositive();
  }

  @Test
  void whereNothingWasBuiltThereIsNothingToExplain() {
    String empty = TestHome.shared().createDatabase();
    CommandRun run = CommandRun.of(Map.of(), "explain", "{}", "--db", empty);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("nothing was built yet");
    CommandRun unknown = explain("", "--name=north", "{}");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.document().path("status").asInt()).isEqualTo(404);
  }

  private CommandRun explain(String input, String... arguments) {
    String[] all =
        Stream.concat(Stream.of("explain", "--now", NOW), Stream.of(arguments))
            .toArray(String[]::new);
    return CommandRun.withInput(input, Map.of("DATABASE_URL", database), all);
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(Map.of("DATABASE_URL", database), arguments);
  }
}
