package tatami.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Plays scenes: asks what they ask, and says the answers in their words. */
final class ScenarioPlayer {

  /** Whoever answers: the product, or an oracle. */
  @FunctionalInterface
  interface Answerer {

    /** Answers one question at an instant. */
    JsonNode answer(HotelQuestion question, Instant now);
  }

  /** A question at an instant. */
  record Moment(HotelQuestion question, Instant now) {}

  private final HotelScenario scenario;
  private final Answerer answerer;

  ScenarioPlayer(HotelScenario scenario, Answerer answerer) {
    this.scenario = scenario;
    this.answerer = answerer;
  }

  /** Lists the scenes of the tests, by name. */
  static List<HotelScenario> scenarios() {
    try (Stream<Path> files = Files.list(TestResources.folder("scenarios"))) {
      List<HotelScenario> scenarios = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".txt", "");
        scenarios.add(HotelScenario.read(name, Files.readString(file)));
      }
      return scenarios;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lists everything that may be asked when a scene is played. */
  static List<Moment> moments(HotelScenario scenario) {
    ScenarioPlayer player = new ScenarioPlayer(scenario, null);
    List<Moment> moments = new ArrayList<>();
    for (HotelScenario.Ask ask : scenario.asks()) {
      HotelQuestion question = player.question(ask);
      moments.add(new Moment(question, player.instant(ask.now())));
      if (question instanceof HotelQuestion.Search && isDated(question)) {
        for (String hotel : scenario.hotels()) {
          moments.add(new Moment(player.whyNot(question, hotel), player.instant(ask.now())));
        }
      }
    }
    return moments;
  }

  private HotelQuestion question(HotelScenario.Ask ask) {
    return new ScenarioQuestion(scenario.name(), scenario.firstNight()).read(ask.question());
  }

  private HotelQuestion whyNot(HotelQuestion search, String hotel) {
    return new HotelQuestion.WhyNot(search.request(), key(hotel));
  }

  private String key(String hotel) {
    return scenario.name() + ":" + hotel;
  }

  private static boolean isDated(HotelQuestion question) {
    return question.request().stay().checkIn() != null;
  }

  /** Returns a line for each question, with the answer that the scene wants. */
  List<String> wanted() {
    return scenario.asks().stream().map(ask -> ask.question() + " | " + ask.answer()).toList();
  }

  /** Returns a line for each question, with the answer that there is. */
  List<String> answers() {
    List<String> lines = new ArrayList<>();
    for (HotelScenario.Ask ask : scenario.asks()) {
      lines.add(ask.question() + " | " + answer(ask));
    }
    return lines;
  }

  private String answer(HotelScenario.Ask ask) {
    HotelQuestion question = question(ask);
    JsonNode answer = answerer.answer(question, instant(ask.now()));
    if (question instanceof HotelQuestion.Calendar) {
      return ScenarioWords.calendar(answer);
    }
    return question instanceof HotelQuestion.WhyNot
        ? ScenarioWords.hints(answer)
        : hotels(question, answer, instant(ask.now()));
  }

  /** Returns the price of each hotel, or why it has none. */
  private String hotels(HotelQuestion question, JsonNode answer, Instant now) {
    List<String> parts = new ArrayList<>();
    for (String hotel : scenario.hotels()) {
      String words = "no match";
      for (JsonNode hit : answer.path("hits")) {
        words = hit.path("key").asString("").equals(key(hotel)) ? ScenarioWords.price(hit) : words;
      }
      if (words.equals("no match") && isDated(question)) {
        words = answerer.answer(whyNot(question, hotel), now).path("code").asString("?");
      }
      parts.add(scenario.hotels().size() == 1 ? words : hotel + " " + words);
    }
    return String.join("; ", parts);
  }

  private Instant instant(String now) {
    ZoneId zone = scenario.catalog().zone();
    return LocalDateTime.parse(now.length() == 10 ? now + "T00:00" : now).atZone(zone).toInstant();
  }
}
