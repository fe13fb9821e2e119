package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.PersonClass;

/** What rooms cost, by price model and by how children are priced. */
class StayPricesTest {

  private static final AgeBand OWN_A = own(6, 11, PersonClass.CHILD_A, true);
  private static final AgeBand OWN_INFANT = own(0, 2, PersonClass.INFANT, false);
  private static final AgeBand SCHOOL = band(6, 11, true, BandPricing.SHARE_OF_ADULT, 7_000);
  private static final AgeBand SMALL = band(3, 5, true, BandPricing.AMOUNT, 2_500);
  private static final AgeBand BABY = band(0, 2, false, BandPricing.FREE, 0);

  private static AgeBand own(int from, int to, PersonClass personClass, boolean counts) {
    return new AgeBand(from, to, personClass, counts, BandPricing.OWN_CELLS, 0);
  }

  private static AgeBand band(int from, int to, boolean counts, BandPricing pricing, long amount) {
    return new AgeBand(from, to, PersonClass.CHILD_B, counts, pricing, amount);
  }

  private static StayScene inn() {
    return StayScene.perPerson(
        """
        2026-12-01   | Tue   | Wed
        stock        | 9     | 9
        adult in 1   | 10000 | 11000
        adult in 2   | 8000  | 8801
        adult in 3   | 7000  |
        child_a in 2 | 4000  |
        child_a in 3 | 3000  | 3000
        infant in 2  | 500   | 500
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1       | 10000
          2       | 16000
          3       | 21000
          4       | no_price
          1;1     | 20000
          1;2;3   | 47000
          2;4     | no_price
          """)
  void aPersonCostsWhatTheRoomsHeadsMakeIt(String rooms, String total) {
    assertThat(inn().verdict(rooms, 0, 1)).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-6     | 12000
          1-11    | 12000
          2-6     | 17000
          1-6,7   | 13000
          1-1     | no_price
          2-0     | 16500
          2-2,1   | 17000
          1-6,0   | 12500
          2-5     | party
          2-12    | party
          1;1-5   | party
          """)
  void aChildCostsWhatItsClassDoesAndCountsOrNot(String rooms, String total) {
    assertThat(inn().withPolicy(OWN_A, OWN_INFANT).verdict(rooms, 0, 1)).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue | 1-6   | 13600
          Wed | 1-6   | 14962
          Tue | 1-3   | 10500
          Tue | 1-3,6 | 14400
          Tue | 2-0,1 | 16000
          Tue | 1-0   | 10000
          Tue | 2-6   | 18900
          Wed | 2-6   | no_price
          """)
  void aChildCostsAShareOfTheAdultInItsRoomOrAnAmountOrNothing(
      String night, String rooms, String total) {
    inn().withPolicy(SCHOOL, SMALL, BABY).check(rooms, night + " 1 night | " + total);
  }

  @Test
  void aShareIsRoundedHalfUpForEachHeadAndNight() {
    StayScene.perPerson(
            """
            2026-12-01 | Tue | Wed | Thu
            stock      | 9   | 9   | 9
            adult in 3 | 5   | 3   | 0
            """)
        .withPolicy(band(0, 9, true, BandPricing.SHARE_OF_ADULT, 5_000))
        .check(
            "1-1,2",
            """
            Tue 1 night  | 11
            Wed 1 night  | 7
            Thu 1 night  | 0
            Tue 3 nights | 18
            """);
  }

  @Test
  void shareOfAnAdultNeedsTheAdultsCellAndAmountsNone() {
    StayScene.perRoom(
            """
            2026-12-01 | Tue
            stock      | 9
            room for 1 | 100
            """)
        .withPolicy(SMALL, SCHOOL, band(12, 17, true, BandPricing.FREE, 0))
        .check("1-3", "Tue 1 night | 2600");
  }

  @Test
  void theFirstBandThatHoldsAnAgeCounts() {
    StayScene scene = inn().withPolicy(band(0, 5, true, BandPricing.FREE, 0), SMALL, SCHOOL);
    assertThat(scene.verdict("1-5", 0, 1)).isEqualTo("8000");
    assertThat(scene.verdict("1-6", 0, 1)).isEqualTo("13600");
  }

  @Test
  void anAgeThatCountsAsAnAdultIsPricedLikeOne() {
    StayScene scene = inn().withPolicy(own(12, 17, PersonClass.ADULT, true));
    assertThat(scene.verdict("1-12", 0, 1)).isEqualTo("16000");
    assertThat(scene.verdict("2-12", 0, 1)).isEqualTo("21000");
  }

  @Test
  void onlyHeadsThatCountAreLimited() {
    StayScene scene = inn().withPolicy(SCHOOL, BABY).with(OfferNumber.MAXIMUM_HEADS, 2);
    scene.with(OfferNumber.MINIMUM_HEADS, 2);
    assertThat(scene.verdict("2-0,1,2", 0, 1)).isEqualTo("16000");
    assertThat(scene.verdict("2-6", 0, 1)).isEqualTo("party");
    assertThat(scene.verdict("1-0", 0, 1)).isEqualTo("party");
    assertThat(scene.verdict("1-6", 0, 1)).isEqualTo("13600");
  }

  @Test
  void withoutAPolicyNoAgeHasABand() {
    assertThat(inn().withPolicies().verdict("2", 0, 1)).isEqualTo("16000");
    assertThat(inn().withPolicies().verdict("2-6", 0, 1)).isEqualTo("party");
    assertThat(inn().verdict("1-6", 0, 1)).isEqualTo("party");
    assertThat(rooms().withPolicies().verdict("1-6", 0, 1)).isEqualTo("party");
    assertThat(unit().withPolicies().verdict("1-6", 0, 1)).isEqualTo("party");
  }

  @Test
  void eachOfferHasItsOwnPolicy() {
    StayScene scene = inn().withPolicy(SCHOOL).withPolicy(OWN_A);
    assertThat(scene.verdict("1-6", 0, 1)).isEqualTo("12000");
    assertThat(scene.with(OfferNumber.POLICY, 0).verdict("1-6", 0, 1)).isEqualTo("13600");
  }

  private static StayScene rooms() {
    return StayScene.perRoom(
        """
        2026-12-01    | Tue   | Wed   | Thu
        stock         | 9     | 9     | 9
        room for 1    | 9000  | 9000  | 9000
        room for 2    | 10000 | 10000 |
        extra adult   | 3001  |       | 3001
        extra child_a | 2000  | 2000  | 2000
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue | 1     | 9000
          Tue | 2     | 10000
          Tue | 3     | 13001
          Tue | 4     | 16002
          Tue | 1;2;3 | 32001
          Wed | 2     | 10000
          Wed | 3     | no_price
          Thu | 1     | 9000
          Thu | 2     | no_price
          Thu | 3     | no_price
          """)
  void aRoomCostsTheSameForItsHeadsAndEveryFurtherOneIsExtra(
      String night, String rooms, String total) {
    rooms().check(rooms, night + " 1 night | " + total);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-6     | 10000
          1-0     | 9000
          2-6     | 12000
          2-3     | 12500
          2-12    | 11501
          3-6     | 15001
          1-6,3   | 12500
          1-6,12  | 11501
          1-3,12  | 12500
          1-12,12 | 11501
          2-0,1,2 | 10000
          2-3,4   | 15000
          """)
  void extraHeadsAreTheLastByClassAndAge(String rooms, String total) {
    AgeBand teenager = band(12, 17, true, BandPricing.SHARE_OF_ADULT, 5_000);
    AgeBand small = new AgeBand(3, 5, PersonClass.CHILD_C, true, BandPricing.AMOUNT, 2_500);
    assertThat(rooms().withPolicy(OWN_A, teenager, small, BABY).verdict(rooms, 0, 1))
        .isEqualTo(total);
  }

  @Test
  void withinAClassAdultsComeFirstAndThenTheYoungest() {
    AgeBand tall = new AgeBand(12, 17, PersonClass.ADULT, true, BandPricing.AMOUNT, 50);
    AgeBand taller = new AgeBand(9, 11, PersonClass.ADULT, true, BandPricing.AMOUNT, 7);
    StayScene scene =
        StayScene.perRoom(
                """
                2026-12-01 | Tue
                stock      | 9
                room for 2 | 100
                """)
            .withPolicy(tall, taller);
    assertThat(scene.verdict("2-13", 0, 1)).isEqualTo("150");
    assertThat(scene.verdict("1-13,9", 0, 1)).isEqualTo("150");
    assertThat(scene.verdict("1-10,9", 0, 1)).isEqualTo("107");
    assertThat(scene.verdict("1-9,10,14", 0, 1)).isEqualTo("157");
  }

  @Test
  void whereRoomsHaveNoChildrensPolicyAChildIsAHeadLikeAnAdult() {
    assertThat(rooms().verdict("1-3", 0, 1)).isEqualTo("10000");
    assertThat(rooms().verdict("1-3,17", 0, 1)).isEqualTo("13001");
    assertThat(rooms().with(OfferNumber.MAXIMUM_HEADS, 1).verdict("1-3", 0, 1)).isEqualTo("party");
  }

  @Test
  void anOfferWithFewerPricedHeadsThanOthersHasMoreExtraOnes() {
    StayScene scene = rooms().with(OfferNumber.LARGEST_OCCUPANCY, 1);
    assertThat(scene.verdict("1", 0, 1)).isEqualTo("9000");
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("12001");
    scene.with(OfferNumber.LARGEST_OCCUPANCY, Offers.ABSENT);
    assertThat(scene.verdict("1", 0, 1)).isEqualTo("no_price");
    scene.with(OfferNumber.LARGEST_OCCUPANCY, 7);
    assertThat(scene.verdict("1", 0, 1)).isEqualTo("no_price");
  }

  @Test
  void aTableThatIsNotThereIsAPriceThatIsNotThere() {
    StayScene scene =
        StayScene.perRoom(
                """
                2026-12-01    | Tue
                stock         | 9
                room for 1    | 100
                room for 3    | 300
                extra child_b | 50
                """)
            .withPolicy(SCHOOL, SMALL, OWN_A, own(12, 17, PersonClass.CHILD_B, true));
    assertThat(scene.verdict("1", 0, 1)).isEqualTo("100");
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("no_price");
    assertThat(scene.verdict("3", 0, 1)).isEqualTo("300");
    assertThat(scene.verdict("4", 0, 1)).isEqualTo("no_price");
    assertThat(scene.verdict("3-12", 0, 1)).isEqualTo("350");
    assertThat(scene.verdict("3-6", 0, 1)).isEqualTo("no_price");
    assertThat(scene.verdict("3-3", 0, 1)).isEqualTo("2800");
    assertThat(scene.verdict("1;3", 0, 1)).isEqualTo("400");
    assertThat(scene.verdict("1;2", 0, 1)).isEqualTo("no_price");
    assertThat(scene.verdict("4 in 2", 0, 1)).isEqualTo("400");
    assertThat(scene.verdict("3 in 2", 0, 1)).isEqualTo("no_price");
  }

  private static StayScene unit() {
    return StayScene.perUnit(
        """
        2026-12-01 | Tue | Wed
        stock      | 9   | 9
        unit       | 100 |
        """);
  }

  @Test
  void aUnitCostsTheSameWhoeverSleepsThere() {
    assertThat(unit().verdict("2", 0, 1)).isEqualTo("100");
    assertThat(unit().verdict("5-3,4;1", 0, 1)).isEqualTo("200");
    assertThat(unit().withPolicy(SMALL).verdict("5-3,4;1", 0, 1)).isEqualTo("200");
    assertThat(unit().withPolicy(SMALL).verdict("5-6", 0, 1)).isEqualTo("party");
    assertThat(unit().with(OfferNumber.MAXIMUM_HEADS, 3).verdict("2-3,4", 0, 1)).isEqualTo("party");
    assertThat(unit().verdict("2", 1, 1)).isEqualTo("no_price");
  }

  @Test
  void aReleaseWithoutPriceTablesHasNoPrice() {
    String nights = "2026-12-01 | Tue\nstock | 9\n";
    assertThat(StayScene.perUnit(nights).verdict("2", 0, 1)).isEqualTo("no_price");
    assertThat(StayScene.perRoom(nights).verdict("2", 0, 1)).isEqualTo("no_price");
    assertThat(StayScene.perPerson(nights).verdict("2", 0, 1)).isEqualTo("no_price");
  }

  @Test
  void theLargestAmountsAddUp() {
    StayScene.perPerson(
            """
            2026-12-01  | Tue            | Wed
            stock       | 9              | 9
            adult in 32 | 10000000000000 | 10000000000000
            """)
        .check("32", "Tue 2 nights | 640000000000000");
  }

  @Test
  void aSumBeyondSixtyFourBitsIsNoPrice() {
    StayScene scene =
        StayScene.perPerson(
                """
                2026-12-01 | Tue            | Wed
                stock      | 9              | 9
                adult in 2 | 10000000000000 | 1
                """)
            .withPolicy(band(0, 9, true, BandPricing.SHARE_OF_ADULT, Long.MAX_VALUE / 4));
    assertThat(scene.verdict("1-1", 0, 1)).isEqualTo("no_price");
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("20000000000000");
    assertThat(scene.openNights("1-1")).isEqualTo("230584300921370 to 230584300921370");
  }
}
