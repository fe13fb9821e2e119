package tatami.benchmarks.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stored answers against the calendars themselves; {@code -DupdateGolden=true} rewrites. */
class StayAnswersTest {

  private static final Path STORED =
      Path.of("src/test/resources/tatami/benchmarks/stay/answers.csv");

  @Test
  void storedAnswersFollowFromTheCalendars() throws IOException {
    List<String> worked = StayAnswers.header();
    for (int nights : StayDatabase.STAYS) {
      StaySearch.list(nights, StayAnswers.SEARCHES)
          .forEach(search -> worked.add(StayAnswers.line(search, StayAnswers.work(search))));
    }
    if (Boolean.getBoolean("updateGolden")) {
      Files.writeString(STORED, String.join("\n", worked) + "\n");
    }
    assertThat(worked).isEqualTo(StayAnswers.expected());
  }

  @Test
  void amountsAreMultiplesOfTheUnitAndFitTwoBytes() {
    for (int offer = 0; offer < 2_000; offer++) {
      assertThat(Arrays.stream(OfferCalendar.of(offer).amounts()))
          .allMatch(amount -> amount % OfferCalendar.UNIT == 0)
          .allMatch(amount -> amount > 0 && amount / OfferCalendar.UNIT <= Short.MAX_VALUE);
    }
  }

  @Test
  void someNightsAreSoldOutButFewerThanAreOpen() {
    long soldOut = Arrays.stream(OfferCalendar.of(7).rooms()).filter(rooms -> rooms == 0).count();
    assertThat(soldOut).isBetween(20L, 180L);
  }

  @Test
  void aStayEndsInsideTheHorizon() {
    assertThat(StaySearch.list(7, 500))
        .allMatch(search -> search.firstNight() >= 0 && search.firstNight() + 7 <= 366)
        .hasSizeGreaterThan(100);
  }
}
