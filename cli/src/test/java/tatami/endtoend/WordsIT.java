package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words in Japanese and other texts, in two columns, with the order by relevance. */
class WordsIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** In recommended order. */
  private static final String SONGS =
      """
      number | title               | reading            | singer       | genre | plays
      1      | 上を向いて歩こう      | ウエヲムイテアルコウ  | 坂本九        | pop   | 90
      2      | 東京ブギウギ         | とうきょうぶぎうぎ   | 笠置シヅ子     | swing | 80
      3      | ラーメンの歌         | らーめんのうた       |              | pop   | 70
      4      | 𠮷野の桜 🌸          | ﾖｼﾉ ﾉ ｻｸﾗ           | 東京合唱団     | folk  | 60
      5      | Tokyo – City 100%    | トウキョウ・シティ    | Ella  Blue   | swing | 50
      6      | ＴＯＫＹＯ＿ｎｉｇｈｔ | トーキョーナイト      | ella blue    | swing | 40
      7      | Back\\slash [x] it's  |                    | Blue Ella    | pop   | 30
      8      | Café　à  la mode     | カフェ              | e\u0301lan      | pop   | 20
      9      |                     | トウキョウ          |              | folk  | 10
      """;

  private static final String SEARCHES =
      """
      {"where": {"words": "歩"}}                                      | 1
      {"where": {"words": "歩こ"}}                                    | 1
      {"where": {"words": "向いて歩こう"}}                             | 1
      {"where": {"words": "ムイテアルコウ"}}                           | 1
      {"where": {"words": "むいてあるこう"}}                           | 1
      {"where": {"words": "ﾑｲﾃ"}}                                    | 1
      {"where": {"words": "こう歩"}}                                  |
      {"where": {"words": "いて上を"}}                                |
      {"where": {"words": "東京"}}                                    | 2
      {"where": {"words": "トウキョウ"}}                               | 2; 5; 9
      {"where": {"words": "とうきょう ブギ"}}                          | 2
      {"where": {"words": "ブギ"}}                                    | 2
      {"where": {"words": "ト"}}                                      | 2; 5; 6; 9
      {"where": {"words": "の"}}                                      | 3; 4
      {"where": {"words": "ノ"}}                                      | 3; 4
      {"where": {"words": "ら-めん"}}                                 | 3
      {"where": {"words": "ﾗｰﾒﾝ"}}                                   | 3
      {"where": {"words": "ラ—メン"}}                                 | 3
      {"where": {"words": "𠮷"}}                                      | 4
      {"where": {"words": "𠮷野"}}                                    | 4
      {"where": {"words": "🌸"}}                                      | 4
      {"where": {"words": "サクラ 桜"}}                               | 4
      {"where": {"words": "\\"ヨシノ ノ サクラ\\""}}                     | 4
      {"where": {"words": "\\"ヨシノ ノサクラ\\""}}                      |
      {"where": {"words": "＂よしの　の＂"}}                           | 4
      {"where": {"words": "\\"ノ サ"}}                                 | 4
      {"where": {"words": "tokyo"}}                                   | 5; 6
      {"where": {"words": "ＴＯＫＹＯ"}}                               | 5; 6
      {"where": {"words": "\\"tokyo - city\\""}}                        | 5
      {"where": {"words": "tokyo-"}}                                  |
      {"where": {"words": "シティ CITY"}}                             | 5
      {"where": {"words": "100%"}}                                    | 5
      {"where": {"words": "%"}}                                       | 5
      {"where": {"words": "10%"}}                                     |
      {"where": {"words": "_"}}                                       | 6
      {"where": {"words": "o_n"}}                                     | 6
      {"where": {"words": "k_l"}}                                     |
      {"where": {"words": "\\\\"}}                                     | 7
      {"where": {"words": "back\\\\slash"}}                            | 7
      {"where": {"words": "it's [x]"}}                                | 7
      {"where": {"words": "cafe\\u0301"}}                             | 8
      {"where": {"words": "cafe"}}                                    |
      {"where": {"words": "\\"à la\\""}}                                | 8
      {"where": {"words": "\\" la \\""}}                                | 8
      {"where": {"words": "é カフェ mode"}}                           | 8
      {"where": {"words": "no such song"}}                            |
      {"where": {"words": "a", "people": "ella"}}                     | 7
      {"where": {"people": "ella blue"}}                              | 5; 6; 7
      {"where": {"people": "\\"ella blue\\""}}                          | 5; 6
      {"where": {"people": "東京"}}                                   | 4
      {"where": {"words": "ウ"}}                                      | 1; 2; 3; 5; 9
      {"where": {"words": "キョ"}, "sort": "oldest"}                  | 2; 5; 6; 9
      {"where": {"words": "う"}, "sort": "recommended"}               | 1; 2; 3; 5; 9
      {"where": {"words": "歌 ラ"}, "sort": "relevance"}              | 3
      {"where": {"words": "ノ", "genre": ["folk"]}}                   | 4
      {"where": {"words": "ト", "genre": ["folk"]}, "facets": ["genre"]} | 9; genre: swing=3 folk=1
      {"where": {"words": ""}}                                        | problem /where/words
      {"where": {"words": "\\"\\" 　"}}                                 | problem /where/words
      {"where": {"words": ["東京"]}}                                  | problem /where/words
      {"where": {"words": "a\\u0000"}}                                | problem /where/words
      {"where": {"words": "a\\udc00"}}                                | problem /where/words
      {"sort": "relevance"}                                           | problem /sort
      {"where": {"genre": ["pop"]}, "sort": "relevance"}              | problem /sort
      {"where": {"words": "ト"}, "facets": ["words"]}                 | problem /facets/0
      """;

  @TempDir private static Path feeds;
  private static Commands commands;
  private static JsonNode summary;

  @BeforeAll
  static void rebuild() throws IOException {
    commands = Commands.onAnEmptyDatabase();
    TextTable.write(feeds.resolve("songs.csv"), SONGS + longSong());
    summary =
        commands.document(
            "rebuild",
            "--catalog",
            TestResources.folder("catalogs").resolve("songs").toString(),
            "--feeds",
            feeds.toString(),
            "--now",
            "2030-01-01",
            "--output",
            "json");
  }

  /** A title of 10 kB in which hardly two signs follow one another twice. */
  private static String longSong() {
    String middle =
        IntStream.range(0, 3_330)
            .map(index -> 0x4E00 + index * 7_919 % 20_000)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return "10 | 初" + middle + "終 | ナガイ | | long | 5\n";
  }

  @Test
  void laysOutTablesWithoutPadding() throws SQLException {
    DefaultLayout.assertTight(commands, "songs");
  }

  @Test
  void answersEverySearchOfTheTable() {
    List<List<String>> cases = TextTable.cells(SEARCHES);
    String requests = cases.stream().map(row -> row.get(0)).collect(Collectors.joining("\n"));
    Commands.Outcome outcome = search(requests);
    outcome.assertExit(2);
    List<String> answers = outcome.lines().stream().map(ScenarioAnswer::line).toList();
    assertThat(answers).isEqualTo(cases.stream().map(row -> row.get(1)).toList());
  }

  @Test
  void putsThoseWithAllWordsInTheFirstTextFirst() {
    JsonNode answer = answer("{\"where\": {\"words\": \"ラ\"}}");
    assertThat(answer.path("sort").stringValue()).isEqualTo("relevance");
    assertThat(ScenarioAnswer.line(answer.toString())).isEqualTo("3; 4");
    assertThat(lineOf("{\"where\": {\"words\": \"ン\"}}")).isEqualTo("3");
    assertThat(lineOf("{\"where\": {\"words\": \"ウ\", \"people\": \"l\"}}")).isEqualTo("5");
    assertThat(lineOf("{\"where\": {\"words\": \"y\"}, \"size\": 1}")).isEqualTo("5");
  }

  /** Every sign of UTF-16 may be typed, halves of pairs and controls too. */
  @Test
  void answersOrRefusesWhateverIsTyped() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.err.println("seed: -Dit.test=WordsIT -Dtatami.seed=" + seed);
    Random random = new Random(seed);
    String requests =
        IntStream.range(0, 400)
            .mapToObj(round -> "{\"where\": {\"words\": \"" + typed(random) + "\"}}")
            .collect(Collectors.joining("\n"));
    List<String> answers = search(requests).lines();
    assertThat(answers).hasSize(400);
    assertThat(answers)
        .as("seed=%d", seed)
        .allMatch(answer -> MAPPER.readTree(answer).path("status").asInt(400) == 400)
        .anyMatch(answer -> MAPPER.readTree(answer).has("total"));
  }

  private static String typed(Random random) {
    int highest = List.of(0x80, 0x3000, 0x10000).get(random.nextInt(3));
    return random
        .ints(1 + random.nextInt(12), 0, highest)
        .mapToObj(sign -> String.format("\\u%04x", sign))
        .collect(Collectors.joining());
  }

  @Test
  void warnsOfTextsThatDoNotFitInTheirRow() {
    assertThat(summary.path("warnings").values())
        .extracting(JsonNode::stringValue)
        .singleElement()
        .asString()
        .contains("table words_words: 1 of 10 rows", "quarter of a page", "stored out of line");
    assertThat(summary.path("tables").path("words_words").path("rows").asInt()).isEqualTo(10);
  }

  @Test
  void findsTheStartAndTheEndOfALongText() {
    assertThat(lineOf("{\"where\": {\"words\": \"初一\"}}")).isEqualTo("10");
    assertThat(lineOf("{\"where\": {\"words\": \"終\"}}")).isEqualTo("10");
    assertThat(lineOf("{\"where\": {\"words\": \"終初\"}}")).isEmpty();
  }

  private static String lineOf(String request) {
    return ScenarioAnswer.line(answer(request).toString());
  }

  private static JsonNode answer(String request) {
    Commands.Outcome outcome = search(request);
    outcome.assertExit(0);
    return MAPPER.readTree(outcome.lines().get(0));
  }

  private static Commands.Outcome search(String requests) {
    return commands.run(requests, List.of("search", "-", "--name", "songs", "--now", "2030-01-01"));
  }
}
