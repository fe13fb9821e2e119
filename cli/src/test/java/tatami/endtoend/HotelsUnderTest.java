package tatami.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tatami.oracle.hotel.HotelCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A catalog of hotels in a database: rebuilt and asked through the command line. */
final class HotelsUnderTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_PAGES = 4;

  private final Commands commands;
  private final HotelCatalog catalog;
  private final List<String> engines;

  private HotelsUnderTest(Commands commands, HotelCatalog catalog, List<String> engines) {
    this.commands = commands;
    this.catalog = catalog;
    this.engines = engines;
  }

  /** Asks the search tables alone. */
  static HotelsUnderTest inTables(Commands commands, HotelCatalog catalog) {
    return new HotelsUnderTest(commands, catalog, List.of("sql"));
  }

  /** Asks both engines, whose answers have to be equal to the letter. */
  static HotelsUnderTest inBothEngines(Commands commands, HotelCatalog catalog) {
    return new HotelsUnderTest(commands, catalog, List.of("sql", "memory"));
  }

  /** Writes catalog and feeds into a folder, and rebuilds from there. */
  Commands.Outcome rebuild(HotelFeeds feeds, Path folder) throws IOException {
    Files.createDirectories(folder);
    feeds.write(folder);
    Path file = folder.resolve("catalog.yaml");
    Files.writeString(file, HotelCatalogText.write(catalog));
    return commands.run(
        "rebuild",
        "--catalog",
        file.toString(),
        "--feeds",
        folder.toString(),
        "--now",
        catalog.builtAt().toString(),
        "--output",
        "json");
  }

  /** Answers questions of one command: the pages of each, or its only answer. */
  List<List<JsonNode>> answer(List<? extends HotelQuestion> questions, Instant now) {
    List<List<JsonNode>> answers = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int at = 0; at < questions.size(); at++) {
      answers.add(new ArrayList<>());
      open.add(at);
    }
    for (int page = 1; !open.isEmpty() && page <= MOST_PAGES; page++) {
      List<String> lines =
          open.stream().map(at -> line(questions.get(at), answers.get(at))).toList();
      List<JsonNode> pages = run(questions.get(0).command(), lines, now);
      for (int at = 0; at < open.size(); at++) {
        answers.get(open.get(at)).add(pages.get(at));
      }
      open.removeIf(at -> !last(answers.get(at)).path("next").isString());
    }
    return answers;
  }

  private static String line(HotelQuestion question, List<JsonNode> pages) {
    if (pages.isEmpty()) {
      return question.json();
    }
    ObjectNode next = (ObjectNode) MAPPER.readTree(question.json());
    return next.put("cursor", last(pages).path("next").stringValue()).toString();
  }

  private static JsonNode last(List<JsonNode> pages) {
    return pages.get(pages.size() - 1);
  }

  private List<JsonNode> run(String command, List<String> lines, Instant now) {
    List<String> first = null;
    for (String engine : engines) {
      List<String> answers = run(command, lines, now, engine);
      for (int at = 0; first != null && at < lines.size(); at++) {
        if (!first.get(at).equals(answers.get(at))) {
          throw new AssertionError(
              "the engines differ: "
                  + lines.get(at)
                  + "\nsql:    "
                  + first.get(at)
                  + "\n"
                  + engine
                  + ": "
                  + answers.get(at));
        }
      }
      first = answers;
    }
    return first.stream().map(MAPPER::readTree).toList();
  }

  private List<String> run(String command, List<String> lines, Instant now, String engine) {
    Commands.Outcome outcome =
        commands.run(
            String.join("\n", lines) + "\n",
            List.of(
                command,
                "-",
                "--name",
                catalog.name(),
                "--now",
                now.toString(),
                "--engine",
                engine,
                "--quiet"));
    if (outcome.lines().size() != lines.size()) {
      throw new AssertionError(
          "one answer per line: lines=" + lines.size() + "\n" + outcome.out() + outcome.err());
    }
    return outcome.lines();
  }
}
