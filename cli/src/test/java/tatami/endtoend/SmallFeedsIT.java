package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.oracle.PlantedBug;
import tools.jackson.databind.JsonNode;

/** Random searches of two invented cities, of both vintages, in one database. */
class SmallFeedsIT {

  private static final Map<SmallVintage, JsonNode> SUMMARIES = new EnumMap<>(SmallVintage.class);
  private static Commands commands;

  @BeforeAll
  static void rebuildBothCities() throws IOException {
    commands = Commands.onAnEmptyDatabase();
    for (SmallVintage vintage : SmallVintage.values()) {
      TestCity city = SmallCities.read(vintage);
      SUMMARIES.put(vintage, city.in(commands).rebuild(city.folder()));
    }
  }

  @ParameterizedTest
  @EnumSource(SmallVintage.class)
  void answersAsTheOracleDoesAndPlantedErrorsShow(SmallVintage vintage) throws IOException {
    TestCity city = SmallCities.read(vintage);
    DifferentialRun run = new DifferentialRun(city, SmallFeedsIT.class);
    List<Exchange> exchanges = run.converse(city.in(commands));
    run.report(exchanges, Set.of()).assertFlawless();
    for (PlantedBug bug : PlantedBug.values()) {
      assertThat(run.report(exchanges, Set.of(bug)).failures()).as("planted: %s", bug).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(SmallVintage.class)
  void laysOutTablesWithoutPadding(SmallVintage vintage) throws IOException, SQLException {
    DefaultLayout.assertTight(commands, SmallCities.read(vintage).name());
  }

  @ParameterizedTest
  @EnumSource(SmallVintage.class)
  void countsEveryRowOfTheFeeds(SmallVintage vintage) throws IOException {
    TestCity city = SmallCities.read(vintage);
    JsonNode feeds = SUMMARIES.get(vintage).path("feeds");
    assertThat(feeds.path("calendar").path("rows_in").asInt(-1))
        .isEqualTo(city.data().calendarRows());
    assertThat(feeds.path("listing").path("rows_in").asInt(-1))
        .isEqualTo(city.data().listingRows());
    assertThat(feeds.path("listing").path("duplicates").asInt(-1)).isEqualTo(1);
    assertThat(feeds.path("listing").path("rejected").asInt(-1)).isEqualTo(3);
    assertThat(feeds.path("calendar").path("duplicates").asInt(-1)).isPositive();
    assertThat(feeds.path("calendar").path("rejected").asInt(-1)).isPositive();
  }
}
