package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on one small city of inns, named twice, in one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandsIT {

  private static final String CATALOG = Path.of("..", "catalogs", "ryokan").toString();
  private static final String NOW = "2026-12-01";
  private static final String REQUEST =
      "{\"stay\":{\"check_in\":\"2026-12-05\",\"nights\":1},\"size\":3}";

  private Path folder;
  private String feeds;
  private String database;

  @BeforeAll
  void buildTwoCatalogs(@TempDir Path temporary) {
    folder = temporary;
    feeds = folder.resolve("feeds").toString();
    database = TestHome.shared().createDatabase();
    CommandRun generated =
        run("generate", "ryokan", "--hotels=20", "--days=30", "--start=" + NOW, "--out", feeds);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    for (String name : List.of("east", "west")) {
      JsonNode summary = rebuild(name).document();
      assertThat(summary.path("state").asString()).isEqualTo("live");
      assertThat(summary.path("feeds").path("hotel").path("rows_in").asInt()).isEqualTo(20);
      assertThat(summary.path("tables").size()).isPositive();
      assertThat(summary.path("steps").size()).isPositive();
    }
  }

  @Test
  void theSummaryForPeopleFitsOnAScreen() {
    CommandRun run =
        run("rebuild", "--catalog", CATALOG, "--name=again", "--feeds", feeds, "--now", NOW);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().count()).isBetween(5L, 25L);
    assertThat(run.out()).contains("rows in").contains("bytes each").contains("release 1, live");
    assertThat(run.err()).contains("landed");
  }

  @Test
  void quietSaysNothingBesidesTheResult() {
    CommandRun run = status("--name=east", "--quiet");
    assertThat(run.out()).contains("catalog   east").contains("live      1");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theStatusIsTheDocumentOfTheContract() {
    JsonNode status = status("--name=east", "--output=json").document();
    assertThat(status.path("catalog").asString()).isEqualTo("east");
    assertThat(status.path("live").asInt()).isEqualTo(1);
    assertThat(status.path("releases").path(0).propertyNames())
        .containsExactlyInAnyOrder("release", "state", "built_at");
    assertThat(status.path("feeds").propertyNames()).contains("hotel", "price");
  }

  @Test
  void theCatalogsFileNamesItToo() {
    CommandRun run = status("--catalog", CATALOG, "--output=json");
    assertThat(run.document().path("catalog").asString()).isEqualTo("ryokan");
    assertThat(run.document().path("live").isNull()).isTrue();
  }

  @Test
  void saysWhichCatalogsThereAreWhereNoneIsNamed() {
    CommandRun run = status();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("east").contains("west").contains("--name");
  }

  @Test
  void answersOneSearch() {
    CommandRun run = search("", "--name=east", REQUEST);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.document().path("total").asInt()).isPositive();
    assertThat(run.document().path("release").asInt()).isEqualTo(1);
  }

  @Test
  void answersLinesInOrderAndGoesOnAfterABadOne() {
    CommandRun run =
        search(REQUEST + "\n\n{\"size\":0}\nnonsense\n  \n{\"size\":1}", "--name=east", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    List<JsonNode> answers =
        run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).path("hits").size()).isEqualTo(3);
    assertThat(answers.get(1).path("status").asInt()).isEqualTo(400);
    assertThat(answers.get(2).path("status").asInt()).isEqualTo(400);
    assertThat(answers.get(3).path("hits").size()).isEqualTo(1);
  }

  @Test
  void answersCalendarsAndWhyNotLikeSearches() {
    String range = "{\"from\":\"2026-12-05\",\"to\":\"2026-12-06\"}";
    CommandRun calendar = ask("calendar", range + "\n{\"from\":1}\n", "--name=east", "-");
    assertThat(calendar.exitCode()).isEqualTo(2);
    List<JsonNode> answers =
        calendar.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).path("days").size()).isEqualTo(2);
    assertThat(answers.get(0).at("/days/0/properties").asInt()).isPositive();
    assertThat(answers.get(1).path("status").asInt()).isEqualTo(400);

    CommandRun whyNot = ask("why-not", "", "--name=east", REQUEST);
    assertThat(whyNot.exitCode()).as(whyNot.out()).isZero();
    assertThat(whyNot.document().path("properties").asInt()).isEqualTo(20);
    assertThat(whyNot.document().path("matching").asInt())
        .isEqualTo(answers.get(0).at("/days/0/properties").asInt());
  }

  @Test
  void aKeyThatNobodyHasIsAMistakeOfTheRequest() {
    String request = "{\"stay\":{\"check_in\":\"2026-12-05\"},\"key\":\"nobody\"}";
    CommandRun run = ask("why-not", "", "--name=east", request);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.document().path("status").asInt()).isEqualTo(404);
    assertThat(ask("why-not", "", "--name=north", request).exitCode()).isEqualTo(1);
  }

  @Test
  void goodLinesEndWell() {
    CommandRun run = search("{}\n{}\n", "--name=west", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(2);
  }

  @Test
  void aDateIsTheCatalogsMidnight() {
    String yesterday = "{\"stay\":{\"check_in\":\"2026-12-01\",\"nights\":1}}";
    assertThat(searchAt("2026-12-01", yesterday).exitCode()).isZero();
    assertThat(searchAt("2026-12-02", yesterday).exitCode()).isEqualTo(2);
    assertThat(searchAt("2026-12-01T14:59:59Z", yesterday).exitCode()).isZero();
    assertThat(searchAt("2026-12-01T15:00:00Z", yesterday).exitCode()).isEqualTo(2);
  }

  @Test
  void aCatalogThatWasNeverBuiltHasNothingToSearch() {
    CommandRun run = search("", "--name=north", REQUEST);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("status").asInt()).isEqualTo(404);
  }

  @Test
  void anEmptyDatabaseHasNothingToSearchAndAnEmptyStatus() {
    String empty = TestHome.shared().createDatabase();
    CommandRun search = CommandRun.of(Map.of(), "search", REQUEST, "--db", empty);
    assertThat(search.exitCode()).isEqualTo(1);
    assertThat(search.err()).contains("nothing was built yet");
    CommandRun status = CommandRun.of(Map.of(), "status", "--db", empty);
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).contains("nothing was built yet");
  }

  @Test
  void buildsAndPublishesStepByStep() {
    List<String> states =
        List.of("ingest", "build", "publish").stream()
            .map(
                phase ->
                    run(
                            phase,
                            "--catalog",
                            CATALOG,
                            "--name=steps",
                            "--feeds",
                            feeds,
                            "--now",
                            NOW,
                            "--output=json")
                        .document()
                        .path("state")
                        .asString())
            .toList();
    assertThat(states).containsExactly("landed", "verified", "live");
  }

  @Test
  void aRefusedFeedHasAnExitCodeOfItsOwn() {
    CommandRun run =
        run(
            "rebuild",
            "--catalog",
            CATALOG,
            "--name=empty",
            "--feeds",
            folder.resolve("nothing").toString(),
            "--now",
            NOW);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("tatami: feed \"hotel\"");
  }

  @Test
  void checkFindsEverythingInPlace() {
    CommandRun run = run("check", "--catalog", CATALOG, "--feeds", feeds);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("answers: PostgreSQL 18").contains("hotel there: hotel-000");
  }

  @Test
  void findsTheEmbeddedDatabaseOfItsHome() {
    CommandRun run = CommandRun.of(TestHome.shared().environment(), "status", "--name=none");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("(embedded)");
  }

  private CommandRun rebuild(String name) {
    return run(
        "rebuild",
        "--catalog",
        CATALOG,
        "--name",
        name,
        "--feeds",
        feeds,
        "--now",
        NOW,
        "--output=json");
  }

  private CommandRun searchAt(String now, String request) {
    return CommandRun.of(
        Map.of("DATABASE_URL", database), "search", "--name=east", "--now", now, request);
  }

  private CommandRun search(String input, String... arguments) {
    return ask("search", input, arguments);
  }

  private CommandRun ask(String command, String input, String... arguments) {
    return CommandRun.withInput(
        input, Map.of("DATABASE_URL", database), join(List.of(command, "--now", NOW), arguments));
  }

  private CommandRun status(String... arguments) {
    return run(join(List.of("status"), arguments));
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(Map.of("DATABASE_URL", database), arguments);
  }

  private static String[] join(List<String> first, String... rest) {
    return java.util.stream.Stream.concat(first.stream(), java.util.Arrays.stream(rest))
        .toArray(String[]::new);
  }
}
