package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Random searches of real cities in one database, where {@code TATAMI_REAL_FEEDS} or {@code
 * -Dtatami.realFeeds} names the folder of their feeds; else skipped.
 */
class RealFeedsIT {

  private static final Map<RealCity, JsonNode> SUMMARIES = new EnumMap<>(RealCity.class);
  private static Commands commands;

  /** The deliveries; "now" is the day on which each begins. */
  private enum RealCity {
    SEATTLE("seattle", "airbnb-seattle-2016-01", "2016-01-04", "USD"),
    SINGAPORE_IN_AUTUMN("singapore_2023_09", "airbnb-singapore-2023-09", "2023-09-23", "SGD"),
    SINGAPORE_IN_WINTER("singapore_2023_12", "airbnb-singapore-2023-12", "2023-12-26", "SGD");

    private final String catalog;
    private final String folder;
    private final String today;
    private final String currency;

    RealCity(String catalog, String folder, String today, String currency) {
      this.catalog = catalog;
      this.folder = folder;
      this.today = today;
      this.currency = currency;
    }
  }

  @BeforeAll
  static void rebuildEveryCity() {
    if (!hasRealFeeds()) {
      return;
    }
    commands = Commands.onAnEmptyDatabase();
    for (RealCity city : RealCity.values()) {
      Path folder = Path.of(realFeeds()).resolve(city.folder);
      assertThat(Files.isDirectory(folder)).as("real feeds: %s", folder).isTrue();
      CityUnderTest underTest =
          new CityUnderTest(commands, city.catalog, city.today, city.currency);
      SUMMARIES.put(city, underTest.rebuild(folder));
    }
  }

  /** Skips each test by itself, so that the report counts what was skipped, and why. */
  @BeforeEach
  void skipWithoutRealFeeds() {
    assumeTrue(
        hasRealFeeds(),
        "skipped: no real feeds; set TATAMI_REAL_FEEDS or -Dtatami.realFeeds to their folder");
  }

  private static boolean hasRealFeeds() {
    return !realFeeds().isBlank() && !realFeeds().startsWith("${");
  }

  private static String realFeeds() {
    return System.getProperty("tatami.realFeeds", "");
  }

  @ParameterizedTest
  @EnumSource(RealCity.class)
  void answersAsTheOracleDoes(RealCity real) throws IOException {
    Path folder = Path.of(realFeeds()).resolve(real.folder);
    TestCity city = TestCity.read(real.catalog, folder, real.today, real.currency);
    DifferentialRun run = new DifferentialRun(city, RealFeedsIT.class);
    List<Exchange> exchanges = run.converse(city.in(commands));
    run.report(exchanges, Set.of()).assertFlawless();
    JsonNode feeds = SUMMARIES.get(real).path("feeds");
    assertThat(feeds.path("calendar").path("rows_in").asInt(-1))
        .isEqualTo(city.data().calendarRows());
    assertThat(feeds.path("listing").path("rows_in").asInt(-1))
        .isEqualTo(city.data().listingRows());
  }

  @Test
  void countsSeattlesRows() {
    JsonNode feeds = SUMMARIES.get(RealCity.SEATTLE).path("feeds");
    assertThat(feeds.path("calendar").path("rows_in").asInt(-1)).isEqualTo(1_393_570);
    assertThat(feeds.path("calendar").path("duplicates").asInt(-1)).isZero();
    assertThat(feeds.path("calendar").path("rejected").asInt(-1)).isZero();
    assertThat(feeds.path("listing").path("rows_in").asInt(-1)).isEqualTo(3_818);
    assertThat(feeds.path("listing").path("rejected").asInt(-1)).isZero();
  }
}
