package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tatami.oracle.hotel.HotelCatalog;
import tatami.oracle.hotel.StayRule;
import tools.jackson.databind.JsonNode;

/**
 * Every scene that was drawn by hand, played through the command line. Scenes that agree on prices,
 * zone, nights, and on whether children have policies share a catalog, one release each.
 */
class HotelScenariosIT {

  @TempDir private static Path folder;
  private static final Map<ScenarioPlayer.Moment, JsonNode> ANSWERS = new HashMap<>();

  static List<HotelScenario> scenarios() {
    return ScenarioPlayer.scenarios();
  }

  @BeforeAll
  static void rebuild() throws IOException {
    Commands commands = Commands.onAnEmptyDatabase();
    Map<String, List<HotelScenario>> stages = new LinkedHashMap<>();
    for (HotelScenario scenario : scenarios()) {
      stages.computeIfAbsent(stage(scenario), absent -> new ArrayList<>()).add(scenario);
    }
    int number = 0;
    for (List<HotelScenario> scenarios : stages.values()) {
      HotelFeeds feeds = new HotelFeeds(scenarios.get(0).firstNight().toString());
      scenarios.forEach(scenario -> scenario.addTo(feeds));
      HotelCatalog catalog = catalog(scenarios, "scenes_" + number++);
      HotelsUnderTest product = HotelsUnderTest.inBothEngines(commands, catalog);
      product.rebuild(feeds, folder.resolve(catalog.name())).assertExit(0);
      ask(product, scenarios);
    }
  }

  /** Asks all that scenes ask of one catalog, as many questions at once as may be. */
  private static void ask(HotelsUnderTest product, List<HotelScenario> scenarios) {
    Map<String, List<ScenarioPlayer.Moment>> together = new LinkedHashMap<>();
    for (HotelScenario scenario : scenarios) {
      for (ScenarioPlayer.Moment moment : ScenarioPlayer.moments(scenario)) {
        String run = moment.question().command() + " " + moment.now();
        together.computeIfAbsent(run, absent -> new ArrayList<>()).add(moment);
      }
    }
    for (List<ScenarioPlayer.Moment> moments : together.values()) {
      List<HotelQuestion> questions =
          moments.stream().map(ScenarioPlayer.Moment::question).toList();
      List<List<JsonNode>> answers = product.answer(questions, moments.get(0).now());
      for (int at = 0; at < moments.size(); at++) {
        ANSWERS.put(moments.get(at), answers.get(at).get(0));
      }
    }
  }

  private static String stage(HotelScenario scenario) {
    HotelCatalog catalog = scenario.catalog();
    return String.join(
        " ",
        catalog.model().name(),
        catalog.zone().toString(),
        catalog.builtAt().toString(),
        String.valueOf(catalog.nights()),
        String.valueOf(catalog.has(StayRule.CHILDREN)));
  }

  private static HotelCatalog catalog(List<HotelScenario> scenarios, String name) {
    Set<StayRule> rules = EnumSet.noneOf(StayRule.class);
    scenarios.forEach(scenario -> rules.addAll(scenario.catalog().rules()));
    HotelCatalog first = scenarios.get(0).catalog();
    return new HotelCatalog(
        name,
        first.zone(),
        first.firstNight(),
        first.nights(),
        first.builtAt(),
        first.model(),
        rules,
        Map.of());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theProductAnswersAsDrawn(HotelScenario scenario) {
    ScenarioPlayer player =
        new ScenarioPlayer(
            scenario, (question, now) -> ANSWERS.get(new ScenarioPlayer.Moment(question, now)));
    assertThat(player.answers()).as(scenario.name()).isEqualTo(player.wanted());
  }
}
