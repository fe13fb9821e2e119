package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tatami.oracle.hotel.HotelOracle;
import tools.jackson.databind.JsonNode;

/** The oracle of hotels agrees with every scene that was drawn by hand. */
class HotelScenariosTest {

  static List<HotelScenario> scenarios() {
    return ScenarioPlayer.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theOracleAnswersAsDrawn(HotelScenario scenario) {
    HotelFeeds feeds = new HotelFeeds(scenario.firstNight().toString());
    scenario.addTo(feeds);
    HotelOracle oracle = new HotelOracle(scenario.catalog(), feeds.tables());
    ScenarioPlayer player =
        new ScenarioPlayer(scenario, (question, now) -> answer(oracle, question, now));
    assertThat(player.answers()).as(scenario.name()).isEqualTo(player.wanted());
  }

  private static JsonNode answer(
      HotelOracle oracle, HotelQuestion question, java.time.Instant now) {
    if (question instanceof HotelQuestion.Calendar calendar) {
      return OracleJson.calendar(
          oracle.calendar(calendar.request(), calendar.from(), calendar.to(), now));
    }
    if (question instanceof HotelQuestion.WhyNot whyNot) {
      return whyNot.key() == null
          ? OracleJson.whyNot(oracle.whyNot(whyNot.request(), now))
          : OracleJson.whyNot(oracle.whyNot(whyNot.request(), whyNot.key(), now));
    }
    return OracleJson.search(oracle.search(question.request(), now));
  }
}
