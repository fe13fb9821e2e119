package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;
import tatami.searchtable.description.PersonClass;

/** A party takes the cheapest legal rooms. */
class SplitStayTest {

  private static final AgeBand BABY =
      new AgeBand(0, 1, PersonClass.INFANT, false, BandPricing.AMOUNT, 7);
  private static final AgeBand CHILD =
      new AgeBand(2, 9, PersonClass.CHILD_A, true, BandPricing.OWN_CELLS, 0);
  private static final AgeBand HALF =
      new AgeBand(10, 15, PersonClass.CHILD_B, true, BandPricing.SHARE_OF_ADULT, 5_000);

  private static StayScene persons() {
    return StayScene.perPerson(
        """
        2026-12-01   | Tue | Wed
        stock        | 2   | 2
        adult in 1   | 100 | 100
        adult in 2   | 60  | 70
        adult in 3   | 50  | 45
        adult in 4   | 49  | 49
        child_a in 2 | 30  | 30
        child_a in 3 | 10  |
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # party    | nights | rooms    | total
          2 in 2     | 1      | 1;1      | 200
          4 in 2     | 1      | 2;2      | 240
          4 in 2     | 2      | 3;1      | 485
          5 in 2     | 1      | 3;2      | 270
          7 in 2     | 1      | 4;3      | 346
          4 in 1     | 1      | 4        | 196
          2-5 in 2   | 1      | 1-5;1    | 190
          3-5 in 2   | 1      | 2;1-5    | 210
          3-12 in 2  | 1      | 2;1-12   | 210
          2-0 in 2   | 1      | 1-0;1    | 207
          2-1,0 in 2 | 1      | 1-1;1-0  | 214
          """)
  void whereEveryPersonPays(String party, int nights, String rooms, String total) {
    StayScene scene = persons().withPolicy(BABY, CHILD, HALF);
    assertThat(scene.verdict(party, 0, nights)).isEqualTo(total);
    assertThat(scene.rooms(party, 0, nights)).isEqualTo(rooms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 in 2    |   | 3 | 235
          4 in 2    |   | 2 | 280
          4 in 2    | 2 |   | 280
          4 in 2    |   | 1 | party
          4 in 2    | 3 |   | party
          4 in 3    |   |   | no_stock
          9 in 2    |   |   | no_price
          6-5 in 2  |   |   | party
          """)
  void onlyLegalRoomsAreLookedAt(String party, Long fewest, Long most, String answer) {
    StayScene scene = persons();
    if (fewest != null) {
      scene.with(OfferNumber.MINIMUM_HEADS, fewest);
    }
    if (most != null) {
      scene.with(OfferNumber.MAXIMUM_HEADS, most);
    }
    assertThat(scene.verdict(party, 1, 1)).isEqualTo(answer);
  }

  @Test
  void headsThatDoNotCountAreNotLimited() {
    StayScene scene = persons().withPolicy(BABY, CHILD).with(OfferNumber.MAXIMUM_HEADS, 1);
    assertThat(scene.verdict("2-0,1 in 2", 0, 1)).isEqualTo("214");
    assertThat(scene.verdict("2-2 in 2", 0, 1)).isEqualTo("party");
    assertThat(scene.verdict("2-16 in 2", 0, 1)).isEqualTo("party");
  }

  @Test
  void everyNightOfARoomHasItsPrices() {
    StayScene scene = persons().withPolicy(CHILD).with(OfferNumber.MINIMUM_HEADS, 2);
    scene.with(OfferNumber.MAXIMUM_HEADS, 3);
    assertThat(scene.verdict("4-5 in 2", 0, 1)).isEqualTo("230");
    assertThat(scene.rooms("4-5 in 2", 0, 1)).isEqualTo("2-5;2");
    assertThat(scene.verdict("4-5 in 2", 1, 1)).isEqualTo("235");
    assertThat(scene.rooms("4-5 in 2", 1, 1)).isEqualTo("3;1-5");
    assertThat(scene.verdict("3-5,5 in 2", 1, 1)).isEqualTo("no_price");
  }

  @Test
  void theSmallestTotalIsThatAfterRebates() {
    StayScene scene =
        StayScene.perPerson(
            """
            2026-12-01   | Tue | Wed
            stock        | 2   | 2
            adult in 1   | 35  | 35
            adult in 2   | 25  | 50
            adult in 3   | 40  | 40
            """);
    assertThat(scene.verdict("4 in 2", 0, 2)).isEqualTo("300");
    assertThat(scene.rooms("4 in 2", 0, 2)).isEqualTo("2;2");
    scene.withRebates(new Rebate(1, RebateKind.FREE_NIGHTS, 2));
    assertThat(scene.verdict("4 in 2", 0, 2)).isEqualTo("155");
    assertThat(scene.rooms("4 in 2", 0, 2)).isEqualTo("3;1");
    assertThat(scene.verdict("4 in 2", 0, 1)).isEqualTo("100");
    scene.withRebates(new Rebate(1, RebateKind.AMOUNT, 20));
    assertThat(scene.verdict("4 in 2", 0, 2)).isEqualTo("220");
  }

  @Test
  void anOpenNightHasTheRoomsThatAreCheapestOnIt() {
    StayScene scene = persons().withRebates(new Rebate(1, RebateKind.SHARE, 10_000));
    assertThat(scene.openNights("4 in 2")).isEqualTo("235 to 240");
    assertThat(scene.openNights("4 in 3")).isEqualTo("none");
    assertThat(scene.openNights("9 in 2")).isEqualTo("none");
    assertThat(scene.openNights("3-5 in 2")).isEqualTo("none");
  }

  private static StayScene rooms() {
    return StayScene.perRoom(
        """
        2026-12-01  | Tue | Wed
        stock       | 2   | 2
        room for 1  | 90  | 90
        room for 2  | 100 | 100
        extra adult | 40  |
        """);
  }

  @Test
  void whereRoomsAndExtraHeadsPay() {
    assertThat(rooms().verdict("5 in 2", 0, 1)).isEqualTo("240");
    assertThat(rooms().rooms("5 in 2", 0, 1)).isEqualTo("3;2");
    assertThat(rooms().verdict("5 in 2", 1, 1)).isEqualTo("no_price");
    assertThat(rooms().verdict("4 in 2", 1, 1)).isEqualTo("200");
    assertThat(rooms().verdict("3-5,16 in 2", 0, 1)).isEqualTo("240");
    assertThat(rooms().withPolicy(HALF).verdict("4-12 in 2", 0, 1)).isEqualTo("220");
    assertThat(rooms().openNights("5 in 2")).isEqualTo("240 to 240");
  }

  @Test
  void theLargestPricedOccupancyIsTheOffers() {
    StayScene scene = rooms().with(OfferNumber.LARGEST_OCCUPANCY, 1);
    assertThat(scene.verdict("5 in 2", 0, 1)).isEqualTo("300");
    assertThat(scene.rooms("5 in 2", 0, 1)).isEqualTo("3;2");
    scene.with(OfferNumber.LARGEST_OCCUPANCY, Offers.ABSENT);
    assertThat(scene.verdict("5 in 2", 0, 1)).isEqualTo("no_price");
    assertThat(scene.openNights("5 in 2")).isEqualTo("none");
  }

  @Test
  void unitsAreFilledEvenly() {
    StayScene scene =
        StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed
            stock      | 2   | 2
            unit       | 100 | 80
            """);
    assertThat(scene.verdict("5-3,7 in 2", 0, 2)).isEqualTo("360");
    assertThat(scene.rooms("5-3,7 in 2", 0, 2)).isEqualTo("2-3,7;3");
    assertThat(scene.openNights("5-3,7 in 2")).isEqualTo("160 to 200");
    scene.with(OfferNumber.MAXIMUM_HEADS, 3);
    assertThat(scene.verdict("5-3,7 in 2", 0, 2)).isEqualTo("party");
    assertThat(scene.openNights("5-3,7 in 2")).isEqualTo("none");
    scene.withPolicy(BABY).with(OfferNumber.MAXIMUM_HEADS, 4);
    assertThat(scene.verdict("5-0,1 in 2", 0, 2)).isEqualTo("360");
    assertThat(scene.verdict("5-3 in 2", 0, 2)).isEqualTo("party");
  }

  @Test
  void aPriceBeyondAllMeasureIsNone() {
    AgeBand absurd =
        new AgeBand(0, 9, PersonClass.CHILD_A, true, BandPricing.SHARE_OF_ADULT, 1L << 60);
    StayScene scene = persons().withPolicy(absurd);
    assertThat(scene.verdict("3-5 in 2", 0, 1)).isEqualTo("no_price");
    assertThat(scene.openNights("3-5 in 2")).isEqualTo("none");
  }

  @Test
  void tablesOfEveryPossibleRoomAreRead() {
    assertThat(tables(persons(), "4 in 2")).containsExactly(0, 1, 2);
    assertThat(tables(persons(), "4 in 1")).containsExactly(3);
    assertThat(tables(persons(), "9 in 2")).containsExactly(0, 1, 2, 3);
    assertThat(tables(persons(), "2-3 in 2")).isEmpty();
    assertThat(tables(persons().withPolicy(CHILD), "2-3 in 2")).containsExactly(0, 1, 4);
    assertThat(tables(persons().withPolicy(BABY), "2-0 in 2")).containsExactly(0);
  }

  @Test
  void tablesOfRoomsAndOfPossibleExtraHeadsAreRead() {
    StayScene scene =
        StayScene.perRoom(
            """
            2026-12-01    | Tue
            extra adult   | 1
            extra child_a | 1
            extra infant  | 1
            room for 2    | 1
            room for 4    | 1
            """);
    assertThat(tables(scene, "3 in 2")).containsExactly(3);
    assertThat(tables(scene, "4 in 2")).containsExactly(0, 3);
    assertThat(tables(scene, "5 in 2")).containsExactly(0, 3, 4);
    scene.withPolicy(CHILD, BABY);
    assertThat(tables(scene, "2-3 in 2")).containsExactly(3);
    assertThat(tables(scene, "3-3,1 in 2")).containsExactly(1, 3);
  }

  @Test
  void aUnitsTableIsReadWhereTheChildrenAreTakenIn() {
    StayScene scene = StayScene.perUnit("2026-12-01 | Tue\nunit | 1\n");
    assertThat(tables(scene, "3-3 in 2")).containsExactly(0);
    assertThat(tables(scene.withPolicies(), "3-3 in 2")).isEmpty();
    assertThat(tables(StayScene.perUnit("2026-12-01 | Tue\n"), "3 in 2")).isEmpty();
  }

  private static Set<Integer> tables(StayScene scene, String guests) {
    return scene.terms(guests).needs(0, 0, 1).prices();
  }
}
