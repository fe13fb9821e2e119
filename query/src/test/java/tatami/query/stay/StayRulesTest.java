package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchtable.description.LeadTime;

/** Each rule of a stay alone, in the order of the codes, and which of two speaks first. */
class StayRulesTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

  @Test
  void addsUpTheNights() {
    StayScene.perPerson(
            """
            2026-12-01 | Tue  | Wed  | Thu   | Fri
            stock      | 1    | 1    | 1     | 1
            adult in 2 | 7000 | 7500 | 12000 | 0
            """)
        .check(
            "2",
            """
            Tue 1 night  | 14000
            Tue 2 nights | 29000
            Wed 2 nights | 39000
            Tue 4 nights | 53000
            Fri 1 night  | 0
            """);
  }

  @Test
  void aClosedPropertyTakesNobodyIn() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri
            stock      | 1   | 1   | 1   | 1
            unit       | 10  | 10  | 10  | 10
            closed     | 0   |     | x   |
            closed     |     |     |     | x
            """)
        .check(
            "2",
            """
            Tue 1 night  | 10
            Tue 2 nights | 20
            Tue 3 nights | closed_property
            Wed 2 nights | closed_property
            Fri 1 night  | closed_property
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19,           ,           10",
    "2026-11-20,           ,           10",
    "2026-11-21,           ,           10",
    "2026-11-22,           ,           outside_sale",
    "          , 2026-11-20,           outside_sale",
    "          , 2026-11-21,           10",
    "          , 2026-11-22,           10",
    "2026-11-21, 2026-11-21,           10",
    "2026-11-23, 2026-11-19,           outside_sale"
  })
  void isSoldInItsWindowWithBothEnds(LocalDate from, LocalDate to, String answer) {
    StayScene scene = plain().at("2026-11-21T23:59");
    if (from != null) {
      scene.with(OfferNumber.SALE_FROM, from);
    }
    if (to != null) {
      scene.with(OfferNumber.SALE_TO, to);
    }
    assertThat(scene.verdict("2", 0, 1)).isEqualTo(answer);
  }

  @Test
  void everyNightIsInTheStayWindowAndTheDepartureNeedNotBe() {
    plain()
        .with(OfferNumber.STAY_FROM, TUESDAY.plusDays(1))
        .with(OfferNumber.STAY_TO, TUESDAY.plusDays(2))
        .check(
            "2",
            """
            Tue 1 night  | outside_stay
            Tue 2 nights | outside_stay
            Wed 1 night  | 10
            Wed 2 nights | 20
            Wed 3 nights | outside_stay
            Thu 1 night  | 10
            Fri 1 night  | outside_stay
            """);
  }

  @Test
  void aNightThatIsNotSoldIsNoNightOfAStay() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri
            stock      | 1   | 1   | 1   | 1
            unit       | 10  | 10  | 10  | 10
            stop_sell  |     | x   |     |
            stop_sell  | 0   | 0   | 0   | x
            """)
        .check(
            "2",
            """
            Tue 1 night  | 10
            Tue 2 nights | stop_sell
            Wed 1 night  | stop_sell
            Thu 1 night  | 10
            Thu 2 nights | stop_sell
            """);
  }

  @Test
  void arrivalsAndDeparturesAreClosedByTheDay() {
    StayScene.perUnit(
            """
            2026-12-01       | Tue | Wed | Thu | Fri
            stock            | 1   | 1   | 1   | 1
            unit             | 10  | 10  | 10  | 10
            arrival_closed   |     | x   |     |
            departure_closed | x   |     | x   |
            """)
        .check(
            "2",
            """
            Tue 1 night  | 10
            Tue 2 nights | departure_closed
            Tue 3 nights | 30
            Wed 1 night  | arrival_closed
            Wed 2 nights | arrival_closed
            Thu 1 night  | 10
            """);
  }

  @Test
  void theDayBehindTheHorizonIsOpenToDepartures() {
    StayScene.perUnit(
            """
            2026-12-01       | Tue | Wed
            stock            | 1   | 1
            unit             | 10  | 10
            departure_closed | x   | x
            """)
        .check(
            "2",
            """
            Tue 1 night  | departure_closed
            Tue 2 nights | 20
            Wed 1 night  | 10
            """);
  }

  @Test
  void theCheckInDateLimitsTheLengthAndElseTheOffer() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri
            stock      | 1   | 1   | 1   | 1
            unit       | 10  | 10  | 10  | 10
            min_stay   | 3   |     | 1   |
            max_stay   | 3   |     |     | 0
            """)
        .with(OfferNumber.MINIMUM_STAY, 2)
        .with(OfferNumber.MAXIMUM_STAY, 2)
        .check(
            "2",
            """
            Tue 2 nights | min_stay
            Tue 3 nights | 30
            Tue 4 nights | max_stay
            Wed 1 night  | min_stay
            Wed 2 nights | 20
            Wed 3 nights | max_stay
            Thu 1 night  | 10
            Fri 1 night  | min_stay
            """);
  }

  @Test
  void aMinimumAboveTheMaximumLetsNoStayThrough() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri
            stock      | 1   | 1   | 1   | 1
            unit       | 10  | 10  | 10  | 10
            min_stay   | 3   |     |     |
            max_stay   | 2   |     |     | 0
            """)
        .check(
            "2",
            """
            Tue 1 night  | min_stay
            Tue 2 nights | min_stay
            Tue 3 nights | max_stay
            Fri 1 night  | max_stay
            """);
  }

  @Test
  void everyNightLimitsTheLengthOfStaysThroughIt() {
    StayScene.perUnit(
            """
            2026-12-01  | Tue | Wed | Thu | Fri
            stock       | 1   | 1   | 1   | 1
            unit        | 10  | 10  | 10  | 10
            min_through |     | 2   |     |
            max_through |     |     | 2   | 1
            """)
        .with(OfferNumber.MAXIMUM_STAY_THROUGH, 3)
        .check(
            "2",
            """
            Tue 1 night  | 10
            Wed 1 night  | min_stay_through
            Tue 2 nights | 20
            Tue 3 nights | max_stay_through
            Thu 1 night  | 10
            Thu 2 nights | max_stay_through
            """);
  }

  @Test
  void theOffersOwnLimitOfANightHoldsWhereTheNightHasNone() {
    StayScene.perUnit(
            """
            2026-12-01  | Tue | Wed | Thu | Fri
            stock       | 1   | 1   | 1   | 1
            unit        | 10  | 10  | 10  | 10
            min_through | 1   | 1   |     |
            max_through |     |     |     |
            """)
        .with(OfferNumber.MINIMUM_STAY_THROUGH, 3)
        .with(OfferNumber.MAXIMUM_STAY_THROUGH, 3)
        .check(
            "2",
            """
            Tue 2 nights | 20
            Wed 2 nights | min_stay_through
            Wed 3 nights | 30
            Tue 4 nights | max_stay_through
            """);
  }

  @Test
  void aNightsMinimumSpeaksBeforeAnotherNightsMaximum() {
    StayScene.perUnit(
            """
            2026-12-01  | Tue | Wed | Thu
            stock       | 1   | 1   | 1
            unit        | 10  | 10  | 10
            min_through |     | 3   |
            max_through | 1   |     |
            """)
        .check("2", "Tue 2 nights | min_stay_through");
  }

  @Test
  void aFullPatternSaysWhichLengthsMayStart() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue  | Wed | Thu | Fri
            stock      | 1    | 1   | 1   | 1
            unit       | 10   | 10  | 10  | 10
            pattern    | 0101 | 10  |     | 0
            """)
        .check(
            "2",
            """
            Tue 1 night  | stay_pattern
            Tue 2 nights | 20
            Tue 3 nights | stay_pattern
            Tue 4 nights | 40
            Wed 1 night  | 10
            Wed 2 nights | stay_pattern
            Wed 3 nights | stay_pattern
            Thu 2 nights | 20
            Fri 1 night  | stay_pattern
            """);
  }

  @Test
  void everyNightHasARoomForEachThatIsAskedFor() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri
            stock      | 2   | 1   |     | 0
            unit       | 10  | 10  | 10  | 10
            """)
        .check(
            "2;1",
            """
            Tue 1 night  | 20
            Tue 2 nights | no_stock
            Wed 1 night  | no_stock
            """);
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri
            stock      | 2   | 1   |     | 0
            unit       | 10  | 10  | 10  | 10
            """)
        .check(
            "2",
            """
            Tue 2 nights | 20
            Wed 2 nights | no_stock
            Thu 1 night  | no_stock
            Fri 1 night  | no_stock
            """);
  }

  @ParameterizedTest
  @CsvSource({
    " ,  , 1;4, 20",
    "2,  , 2;3, 20",
    "2,  , 1;3, party",
    " , 3, 3;1, 20",
    " , 3, 1;4, party",
    "3, 2, 3;3, party",
    "0, 0, 1;1, party"
  })
  void everyRoomsHeadsAreInsideTheLimits(Long fewest, Long most, String rooms, String answer) {
    StayScene scene = plain();
    if (fewest != null) {
      scene.with(OfferNumber.MINIMUM_HEADS, fewest);
    }
    if (most != null) {
      scene.with(OfferNumber.MAXIMUM_HEADS, most);
    }
    assertThat(scene.verdict(rooms, 0, 1)).isEqualTo(answer);
  }

  @Test
  void everyNightHasAPrice() {
    StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu
            stock      | 1   | 1   | 1
            unit       | 10  |     | 0
            """)
        .check(
            "2",
            """
            Tue 1 night  | 10
            Tue 2 nights | no_price
            Wed 2 nights | no_price
            Thu 1 night  | 0
            """);
  }

  @Test
  void theFirstRuleThatFailsSpeaks() {
    String[] broken =
        """
        closed           | x |
        stop_sell        | x |
        arrival_closed   | x |
        departure_closed |   | x
        min_stay         | 2 |
        max_stay         | 0 |
        min_through      | 2 |
        max_through      | 0 |
        pattern          | 0 |
        stock            | 1 | 1
        unit             |   |
        """
            .lines()
            .toArray(String[]::new);
    StringBuilder codes = new StringBuilder();
    for (int first = 0; first < broken.length; first++) {
      String table =
          "2026-12-01 | Tue | Wed\n"
              + String.join("\n", Arrays.copyOfRange(broken, first, broken.length));
      codes.append(StayScene.perUnit(table).verdict("2;3", 0, 1)).append(' ');
    }
    assertThat(codes)
        .hasToString(
            "closed_property stop_sell arrival_closed departure_closed min_stay max_stay"
                + " min_stay_through max_stay_through stay_pattern no_stock no_stock ");
  }

  @Test
  void datesSpeakInTheirOrderBetweenAClosedPropertyAndANightThatIsNotSold() {
    String nights =
        """
        2026-12-01 | Tue | Wed
        stop_sell  | x   | x
        """;
    StayScene scene = StayScene.perUnit(nights).with(OfferNumber.SALE_TO, TUESDAY.minusDays(30));
    scene.with(OfferNumber.STAY_FROM, TUESDAY.plusDays(1));
    scene.withLeadTime(new LeadTime("Asia/Tokyo", null, null, 30, null));
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("outside_sale");
    scene.with(OfferNumber.SALE_TO, TUESDAY);
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("outside_stay");
    scene.with(OfferNumber.STAY_FROM, TUESDAY);
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("lead_time");
    scene.at("2026-10-01T00:00");
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("stop_sell");
    StayScene closed = StayScene.perUnit(nights + "closed | x | x\n");
    assertThat(closed.with(OfferNumber.SALE_TO, 0).verdict("2", 0, 1)).isEqualTo("closed_property");
  }

  @Test
  void aPartyThatDoesNotFitSpeaksBetweenStockAndPrice() {
    String nights =
        """
        2026-12-01 | Tue | Wed
        stock      | 1   | 0
        """;
    StayScene.perUnit(nights)
        .with(OfferNumber.MAXIMUM_HEADS, 1)
        .check(
            "2",
            """
            Tue 1 night  | party
            Tue 2 nights | no_stock
            """);
    StayScene.perUnit(nights).check("2", "Tue 1 night | no_price");
  }

  @Test
  void aReleaseWithoutRulesHasNone() {
    plain().check("1", "Tue 4 nights | 40");
  }

  private static StayScene plain() {
    return StayScene.perUnit(
        """
        2026-12-01 | Tue | Wed | Thu | Fri
        stock      | 9   | 9   | 9   | 9
        unit       | 10  | 10  | 10  | 10
        """);
  }
}
