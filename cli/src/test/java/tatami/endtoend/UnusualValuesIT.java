package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.endtoend.RelicFeed.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values that stretch a search table: many tags, deep places, long texts, points off the globe. */
class UnusualValuesIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SHOWN_VALUES = 50;
  private static final int ROUNDS = 45;

  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void makeADatabase() {
    commands = Commands.onAnEmptyDatabase();
  }

  /** 63 tags fill one word, 1,008 all words; one more takes an array. */
  @ParameterizedTest
  @CsvSource({
    "63, , bits",
    "64, , bits",
    "1000, bits, bits",
    "1000, array, array",
    "1008, bits, bits",
    "1009, , array",
    "1500, , array"
  })
  void searchesAndCountsAnyNumberOfTags(int tags, String pin, String codec) throws IOException {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.out.println("repeat with: -Dit.test=UnusualValuesIT -Dtatami.seed=" + seed);
    Random random = new Random(seed);
    Map<String, Set<String>> marks = drawMarks(tags, random);
    RelicFeed feed = new RelicFeed();
    marks.forEach((key, set) -> feed.add(new Row(key).marks(List.copyOf(set))));
    rebuild(feed, pin == null ? "" : "{ codec: { filter_mark: " + pin + " } }");
    assertThat(column("relic", "filter_mark").path("codec").asString()).isEqualTo(codec);
    List<AskedTags> asked =
        IntStream.range(0, ROUNDS).mapToObj(round -> AskedTags.draw(round, tags, random)).toList();
    List<JsonNode> answers = search(asked.stream().map(AskedTags::request).toList());
    for (int round = 0; round < ROUNDS; round++) {
      AskedTags tagsOfRound = asked.get(round);
      List<String> expected =
          marks.entrySet().stream()
              .filter(entry -> tagsOfRound.isIn(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(keys(answers.get(round))).as("seed=%d %s", seed, tagsOfRound).isEqualTo(expected);
      JsonNode facet = answers.get(round).path("facets").path("mark");
      assertFacet(facet, countTags(expected, marks), seed);
    }
    JsonNode unknown = search("{\"where\":{\"mark\":{\"any\":[\"no such\"],\"none\":[]}}}");
    assertThat(keys(unknown)).isEmpty();
    assertThat(keys(search("{\"where\":{\"mark\":{\"none\":[\"no such\"]}},\"size\":100}")))
        .hasSize(marks.size());
  }

  /**
   * Tags that a search asks for.
   *
   * @param word all, any or none of them
   */
  private record AskedTags(String word, List<String> tags) {

    static AskedTags draw(int round, int tags, Random random) {
      return new AskedTags(
          List.of("all", "any", "none").get(round % 3),
          random.ints(1 + random.nextInt(3), 0, tags).mapToObj(UnusualValuesIT::tag).toList());
    }

    boolean isIn(Set<String> set) {
      return switch (word) {
        case "all" -> set.containsAll(tags);
        case "any" -> tags.stream().anyMatch(set::contains);
        default -> tags.stream().noneMatch(set::contains);
      };
    }

    String request() {
      return "{\"where\":{\"mark\":{\"%s\":%s}},\"size\":100,\"facets\":[\"mark\"]}"
          .formatted(word, MAPPER.writeValueAsString(tags));
    }
  }

  /** One row has a thousand tags, or all of them, some have none, the others a few. */
  private static Map<String, Set<String>> drawMarks(int tags, Random random) {
    Map<String, Set<String>> marks = new LinkedHashMap<>();
    marks.put("a0", all(0, Math.min(tags, 1_000)));
    marks.put("a1", all(Math.max(0, tags - 600), tags));
    for (int row = 2; row < 40; row++) {
      Set<String> few = new LinkedHashSet<>();
      random.ints(row % 7, 0, tags).forEach(tag -> few.add(tag(tag)));
      marks.put("b%02d".formatted(row), few);
    }
    return marks;
  }

  private static Set<String> all(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(UnusualValuesIT::tag)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String tag(int number) {
    return "mark %04d".formatted(number);
  }

  private static Map<String, Integer> countTags(List<String> keys, Map<String, Set<String>> marks) {
    Map<String, Integer> counts = new TreeMap<>();
    keys.forEach(key -> marks.get(key).forEach(tag -> counts.merge(tag, 1, Integer::sum)));
    return counts;
  }

  private static void assertFacet(JsonNode facet, Map<String, Integer> counts, long seed) {
    List<String> expected =
        counts.entrySet().stream()
            .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue()))
            .limit(SHOWN_VALUES)
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .toList();
    List<String> found = new ArrayList<>();
    facet
        .path("values")
        .forEach(
            value ->
                found.add(value.path("value").asString() + "=" + value.path("count").asInt(-1)));
    assertThat(found).as("seed=%d", seed).isEqualTo(expected);
    assertThat(facet.path("more").asInt(-1)).isEqualTo(Math.max(0, counts.size() - SHOWN_VALUES));
  }

  @Test
  void findsAndCountsEveryLevelOfADeepPlaceWhateverIsInItsNames() throws IOException {
    List<String> odd = List.of("/", "~", "a/b", "~1", "~0", "/~/", "日本", " ", "a", "b", "😀", "z");
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (int depth = 0; depth <= RelicFeed.LEVELS; depth++) {
      places.put("a%02d".formatted(depth), odd.subList(0, depth));
    }
    for (int level = 0; level < RelicFeed.LEVELS; level++) {
      List<String> turned = new ArrayList<>(odd);
      turned.set(level, "other/" + level + "~");
      places.put("b%02d".formatted(level), turned);
    }
    RelicFeed feed = new RelicFeed();
    places.forEach((key, place) -> feed.add(new Row(key).place(place)));
    rebuild(feed, "");
    Map<String, List<String>> byNode = new TreeMap<>();
    places.forEach(
        (key, place) -> {
          for (int depth = 1; depth <= place.size(); depth++) {
            byNode
                .computeIfAbsent(node(place.subList(0, depth)), unused -> new ArrayList<>())
                .add(key);
          }
        });
    assertThat(byNode).hasSizeGreaterThan(80);
    List<String> nodes = List.copyOf(byNode.keySet());
    List<JsonNode> answers =
        search(
            nodes.stream()
                .map(MAPPER::writeValueAsString)
                .map(node -> "{\"where\":{\"site\":[" + node + "]},\"size\":100}")
                .toList());
    for (int place = 0; place < nodes.size(); place++) {
      String node = nodes.get(place);
      assertThat(keys(answers.get(place))).as(node).isEqualTo(byNode.get(node));
    }
    JsonNode facet = search("{\"facets\":[\"site\"]}").path("facets").path("site");
    assertThat(facet.path("more").asInt(-1)).isEqualTo(byNode.size() - SHOWN_VALUES);
    assertThat(facet.path("values"))
        .hasSize(SHOWN_VALUES)
        .allSatisfy(
            value ->
                assertThat(value.path("count").asInt(-1))
                    .as(value.path("value").asString())
                    .isEqualTo(byNode.get(value.path("value").asString()).size()));
  }

  private static String node(List<String> names) {
    return names.stream()
        .map(name -> name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining("/"));
  }

  @Test
  void findsWordsInANameOfTenThousandBytesAndWarnsOfWideRows() throws IOException {
    Random random = new Random(7);
    String noise =
        random
            .ints(10_000, 'a', 'z' + 1)
            .mapToObj(letter -> Character.toString(letter))
            .collect(Collectors.joining());
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("long").title(noise + " needle " + noise.substring(0, 50)))
            .add(new Row("short").title("needle"));
    JsonNode summary = rebuild(feed, "");
    assertThat(summary.path("warnings").toString())
        .contains("table words_words: 1 of 2 rows are longer than a quarter of a page");
    assertThat(keys(search("{\"where\":{\"words\":\"needle\"}}"))).containsExactly("long", "short");
    assertThat(keys(search("{\"where\":{\"words\":\"%s\"}}".formatted(noise.substring(9_980)))))
        .containsExactly("long");
    assertThat(layout().path("words_words").path("warnings").toString()).contains("1 of 2 rows");
  }

  @Test
  void takesATagOfFiveThousandBytes() throws IOException {
    String tag = "mark of many signs ".repeat(270);
    rebuild(
        new RelicFeed()
            .add(new Row("a").marks(List.of(tag, "other")))
            .add(new Row("b").marks(List.of("other"))),
        "");
    String asked = MAPPER.writeValueAsString(List.of(tag));
    JsonNode answer =
        search("{\"where\":{\"mark\":{\"all\":%s}},\"facets\":[\"mark\"]}".formatted(asked));
    assertThat(keys(answer)).containsExactly("a");
    assertThat(answer.path("facets").path("mark").path("values").path(0).path("value").asString())
        .isEqualTo(tag);
  }

  @Test
  void leavesOutPointsOffTheGlobeAndCountsThem() throws IOException {
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("a").point("90", "180"))
            .add(new Row("b").point("-90", "-180"))
            .add(new Row("c").point("90.0000001", "0"))
            .add(new Row("d").point("0", "-180.0000001"))
            .add(new Row("e").point("1e20", "1"))
            .add(new Row("f").point("", "5"))
            .add(new Row("g").point("5", ""))
            .add(new Row("h").point("1e-20", "0"));
    JsonNode summary = rebuild(feed, "");
    assertThat(summary.path("warnings").toString())
        .contains("filter \\\"spot\\\": 3 points lie outside the globe and are left out");
    assertThat(keys(search("{\"where\":{\"spot\":{\"within\":[-90,-180,90,180]}}}")))
        .containsExactly("a", "b", "h");
    assertThat(search("{}").path("total").asInt()).isEqualTo(8);
  }

  @Test
  void rejectsARowWhosePointIsNoNumber() throws IOException {
    RelicFeed feed = new RelicFeed();
    IntStream.range(0, 100)
        .forEach(row -> feed.add(new Row("a%02d".formatted(row)).point("1", "1")));
    feed.add(new Row("bad").point("NaN", "1")).add(new Row("worse").point("1", "Infinity"));
    JsonNode summary = rebuild(feed, "");
    assertThat(summary.path("feeds").path("relic").path("rejected").asInt()).isEqualTo(2);
    assertThat(search("{}").path("total").asInt()).isEqualTo(100);
  }

  private JsonNode rebuild(RelicFeed feed, String layout) throws IOException {
    feed.write(folder);
    Path catalog = RelicFeed.writeCatalog(folder, layout);
    return commands.document(
        "rebuild",
        "--catalog",
        catalog.toString(),
        "--feeds",
        folder.toString(),
        "--now",
        "2030-01-01",
        "--output=json");
  }

  private JsonNode layout() {
    return commands.document("layout", "relics", "--output=json").path("tables");
  }

  private JsonNode column(String table, String name) {
    return layout()
        .path(table)
        .path("columns")
        .valueStream()
        .filter(column -> column.path("name").asString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode search(String request) {
    return search(List.of(request)).get(0);
  }

  private List<JsonNode> search(List<String> requests) {
    Commands.Outcome outcome =
        commands.run(
            String.join("\n", requests),
            List.of("search", "-", "--name=relics", "--now", "2030-01-01"));
    outcome.assertExit(0);
    return outcome.lines().stream().map(MAPPER::readTree).toList();
  }

  private static List<String> keys(JsonNode answer) {
    return answer.path("hits").valueStream().map(hit -> hit.path("key").asString()).toList();
  }
}
