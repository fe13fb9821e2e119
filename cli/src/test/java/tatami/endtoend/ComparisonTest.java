package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.oracle.Oracle;
import tatami.oracle.PlantedBug;

/** The comparison itself: silent where answers agree, and awake for every planted error. */
class ComparisonTest {

  private static DifferentialRun run;
  private static List<Exchange> honest;

  @BeforeAll
  static void answerWithTheOracleItself() throws IOException {
    TestCity city = SmallCities.read(SmallVintage.LAKESIDE);
    run = new DifferentialRun(city, ComparisonTest.class);
    honest = run.converse(new OracleSeam(new Oracle(city.data(), city.today(), Set.of())));
  }

  @Test
  void findsNothingWhereTheAnswersAreTheOracles() {
    run.report(honest, Set.of()).assertFlawless();
  }

  @ParameterizedTest
  @EnumSource(PlantedBug.class)
  void noticesEveryPlantedError(PlantedBug bug) {
    assertThat(run.report(honest, Set.of(bug)).failures()).isNotEmpty();
  }

  @Test
  void printsTheSearchAndTheCommandThatRepeatsIt() {
    assertThat(run.report(honest, Set.of(PlantedBug.TIES)).failures().get(0))
        .contains("city: lakeside seed: ", "request: {", "-Dtatami.searches=1 -Dtatami.seed=");
  }

  @ParameterizedTest
  @EnumSource(SmallVintage.class)
  void theCommittedFeedsAreWhatTheirWriterMakes(SmallVintage vintage) throws IOException {
    Path folder = SmallCities.folder(vintage);
    assertThat(SmallCities.unpack(folder.resolve("listings.csv.gz")))
        .isEqualTo(SmallFeedWriter.listingsText(vintage));
    assertThat(SmallCities.unpack(folder.resolve("calendar.csv.gz")))
        .isEqualTo(SmallFeedWriter.calendarText(vintage, new SmallListings(vintage)));
  }
}
