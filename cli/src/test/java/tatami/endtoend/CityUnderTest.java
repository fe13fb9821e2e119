package tatami.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A city in a database: rebuilt and searched through the command line. */
final class CityUnderTest implements SearchSeam {

  private static final int FEW_CALLS = 40;

  private final Commands commands;
  private final Path catalog;
  private final String name;
  private final String today;
  private final String currency;

  /** Takes the airbnb catalog. */
  CityUnderTest(Commands commands, String name, String today, String currency) {
    this(commands, ProjectFolder.find().resolve("catalogs/airbnb"), name, today, currency);
  }

  CityUnderTest(Commands commands, Path catalog, String name, String today, String currency) {
    this.commands = commands;
    this.catalog = catalog;
    this.name = name;
    this.today = today;
    this.currency = currency;
  }

  /** Rebuilds from the feeds of a folder, and returns the summary. */
  JsonNode rebuild(Path feeds) {
    return rebuild(feeds, catalog);
  }

  /** Rebuilds with another catalog. */
  JsonNode rebuild(Path feeds, Path otherCatalog) {
    return commands.document(rebuildArguments(feeds, otherCatalog).toArray(String[]::new));
  }

  /** Tries to rebuild. */
  Commands.Outcome tryRebuild(Path feeds) {
    return commands.run("", rebuildArguments(feeds, catalog));
  }

  private List<String> rebuildArguments(Path feeds, Path ofCatalog) {
    return List.of(
        "rebuild",
        "--catalog",
        ofCatalog.toString(),
        "--name",
        name,
        "--set",
        "currency=" + currency,
        "--feeds",
        feeds.toString(),
        "--now",
        today,
        "--output",
        "json");
  }

  /** Half of many calls go to a second command that runs at the same time. */
  @Override
  public List<String> answer(List<SearchCall> calls) {
    int half = calls.size() < FEW_CALLS ? 0 : calls.size() / 2;
    return Stream.of(calls.subList(0, half), calls.subList(half, calls.size()))
        .filter(part -> !part.isEmpty())
        .parallel()
        .flatMap(part -> answerInOrder(part).stream())
        .toList();
  }

  private List<String> answerInOrder(List<SearchCall> calls) {
    String lines = calls.stream().map(SearchCall::json).collect(Collectors.joining("\n"));
    Commands.Outcome outcome = search(lines + "\n");
    outcome.assertExit(0);
    return outcome.lines();
  }

  /** Runs {@code search -} on lines. */
  Commands.Outcome search(String lines) {
    List<String> arguments = new ArrayList<>(List.of("search", "-", "--name", name));
    arguments.addAll(List.of("--now", today));
    return commands.run(lines, arguments);
  }
}
