package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever codec a catalog pins for its calendars, the answers are the oracle's. */
class PinnedCodecsIT {

  private static Commands commands;

  @TempDir private Path folder;

  @BeforeAll
  static void makeADatabase() throws IOException {
    commands = Commands.onAnEmptyDatabase();
  }

  @ParameterizedTest
  @CsvSource({
    "LAKESIDE, own_days, own_days, own_days",
    "HARBOUR, own_days, shared_days, own_days",
    "HARBOUR, shared_days, own_days, shared_days"
  })
  void answersAsTheOracleDoes(SmallVintage vintage, String stock, String price, String limit)
      throws IOException {
    TestCity city = SmallCities.read(vintage);
    CityUnderTest tested = city.in(commands, pinned(stock, price, limit));
    tested.rebuild(city.folder());
    DifferentialRun run = new DifferentialRun(city, PinnedCodecsIT.class);
    run.report(run.converse(tested), Set.of()).assertFlawless();
  }

  @Test
  void aMisspeltCodecIsNamedWithItsPlaceAndTheNearestWord() throws IOException {
    TestCity city = SmallCities.read(SmallVintage.LAKESIDE);
    Commands.Outcome outcome =
        city.in(commands, pinned("own_day", "bits", "own_days")).tryRebuild(city.folder());
    outcome.assertExit(2);
    assertThat(outcome.err())
        .contains(
            "stock.codec is own_days or shared_days, got \"own_day\", did you mean \"own_days\"?",
            "price.codec is own_days or shared_days, got \"bits\"");
  }

  private Path pinned(String stock, String price, String limit) throws IOException {
    String catalog = Files.readString(ProjectFolder.find().resolve("catalogs/airbnb/catalog.yaml"));
    String pinned =
        catalog
            .replace("value: available }", "value: available, codec: " + stock + " }")
            .replace("per: unit, cap", "per: unit, codec: " + price + ", cap")
            .replace("listing.minimum_nights] }", "listing.minimum_nights], codec: " + limit + " }")
            .replace(
                "listing.maximum_nights] }", "listing.maximum_nights], codec: " + limit + " }");
    assertThat(List.of(pinned.split("codec: ", -1))).hasSize(5);
    return Files.writeString(folder.resolve("catalog.yaml"), pinned);
  }
}
