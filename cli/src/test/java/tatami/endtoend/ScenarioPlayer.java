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
    HotelQuestion question =
        new ScenarioQuestion(scenario.name(), scenario.firstNight()).read(ask.question());
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
      String key = scenario.name() + ":" + hotel;
      String words = "no match";
      for (JsonNode hit : answer.path("hits")) {
        words = hit.path("key").asString("").equals(key) ? ScenarioWords.price(hit) : words;
      }
      boolean dated = question.request().stay().checkIn() != null;
      if (words.equals("no match") && dated) {
        HotelQuestion whyNot = new HotelQuestion.WhyNot(question.request(), key);
        words = answerer.answer(whyNot, now).path("code").asString("?");
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
