package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;
import tatami.searchtable.description.PersonClass;

/** One night without a check-in, and which cells are read at all. */
class OpenNightsTest {

  private static StayScene inn() {
    return StayScene.perPerson(
        """
        2026-12-01       | Tue | Wed | Thu | Fri | Sat | Sun
        stock            | 1   | 1   | 2   | 2   |     | 2
        adult in 2       | 10  | 20  | 30  | 40  | 50  | 45
        adult in 1       |     |     | 11  | 0   |     |
        closed           | x   |     |     |     |     |
        stop_sell        |     | x   |     |     |     |
        arrival_closed   | x   | x   | x   | x   | x   | x
        departure_closed | x   | x   | x   | x   | x   | x
        min_stay         | 2   | 2   | 2   | 2   | 2   | 2
        max_stay         | 0   | 0   | 0   | 0   | 0   | 0
        min_through      | 2   | 2   | 2   | 2   | 2   | 2
        max_through      | 0   | 0   | 0   | 0   | 0   | 0
        pattern          | 0   | 0   | 0   | 0   | 0   | 0
        """);
  }

  @Test
  void closedNightsAreNotOpenAndRulesOfStaysDoNotApply() {
    StayScene scene =
        inn()
            .with(OfferNumber.SALE_TO, 0)
            .withLeadTime(new LeadTime("Asia/Tokyo", null, null, 999, null));
    scene.withRebates(new Rebate(1, RebateKind.SHARE, 10_000));
    assertThat(scene.openNights("2")).isEqualTo("60 to 90");
    assertThat(scene.openNights("1")).isEqualTo("0 to 11");
    assertThat(scene.openNights("2;1")).isEqualTo("71 to 80");
    assertThat(scene.openNights("1;1;1")).isEqualTo("none");
    assertThat(scene.openNights("3")).isEqualTo("none");
  }

  @Test
  void onlyNightsOfTheStayWindowAreOpen() {
    StayScene scene = inn().with(OfferNumber.STAY_FROM, LocalDate.of(2026, 12, 4));
    assertThat(scene.openNights("2")).isEqualTo("80 to 90");
    scene.with(OfferNumber.STAY_TO, LocalDate.of(2026, 12, 4));
    assertThat(scene.openNights("2")).isEqualTo("80 to 80");
    scene.with(OfferNumber.STAY_FROM, LocalDate.of(2026, 12, 5));
    assertThat(scene.openNights("2")).isEqualTo("none");
    scene.with(OfferNumber.STAY_FROM, LocalDate.of(1990, 1, 1));
    scene.with(OfferNumber.STAY_TO, LocalDate.of(9999, 12, 31));
    assertThat(scene.openNights("2")).isEqualTo("60 to 90");
    scene.with(OfferNumber.STAY_TO, LocalDate.of(1991, 1, 1));
    assertThat(scene.openNights("2")).isEqualTo("none");
  }

  @Test
  void nightsBeforeTodayOfTheCatalogAreOver() {
    assertThat(inn().at("2026-12-03T23:59").openNights("2")).isEqualTo("60 to 90");
    assertThat(inn().at("2026-12-04T00:00").openNights("2")).isEqualTo("80 to 90");
    assertThat(inn().at("2026-12-06T12:00").openNights("2")).isEqualTo("90 to 90");
    assertThat(inn().at("2026-12-07T00:00").openNights("2")).isEqualTo("none");
    assertThat(inn().at("2030-01-01T00:00").openNights("2")).isEqualTo("none");
    StayScene abroad = inn().withLeadTime(new LeadTime("Pacific/Kiritimati", null, null, 0, 0));
    assertThat(abroad.at("2026-12-03T23:59").openNights("2")).isEqualTo("60 to 90");
  }

  @Test
  void aPartyThatIsNotTakenInHasNoOpenNight() {
    assertThat(inn().openNights("2-3")).isEqualTo("none");
    assertThat(inn().with(OfferNumber.MAXIMUM_HEADS, 1).openNights("2")).isEqualTo("none");
    AgeBand baby = new AgeBand(0, 3, PersonClass.INFANT, false, BandPricing.AMOUNT, 7);
    assertThat(inn().withPolicy(baby).openNights("2-3")).isEqualTo("67 to 97");
    assertThat(inn().withPolicy(baby).openNights("2-4")).isEqualTo("none");
  }

  @Test
  void aNightBeyondLongIsNotOpenAndCheaperOnesAre() {
    AgeBand dear =
        new AgeBand(
            0, 3, PersonClass.INFANT, false, BandPricing.SHARE_OF_ADULT, 300_000_000_000_000_000L);
    assertThat(inn().withPolicy(dear).openNights("2-3"))
        .isEqualTo("900000000000060 to 900000000000060");
  }

  @Test
  void theCellsOfAllNightsFromTodayOnAreRead() {
    StayTerms terms = inn().at("2026-12-03T23:59").terms("2");
    assertThat(terms.needsOfOpenNights()).isEqualTo(needs(2, 5, 1));
    assertThat(inn().terms("1;2").needsOfOpenNights()).isEqualTo(needs(0, 5, 0, 1));
    assertThat(inn().at("2030-01-01T00:00").terms("2").needsOfOpenNights())
        .isEqualTo(needs(5, 5, 1));
  }

  @Test
  void theCellsOfAllNightsOfAllStaysAreRead() {
    StayTerms terms = inn().terms("2");
    assertThat(terms.needs(1, 1, 1)).isEqualTo(needs(1, 1, 1));
    assertThat(terms.needs(0, 3, 3)).isEqualTo(needs(0, 5, 1));
    assertThat(terms.needs(-3, 3, 9)).isEqualTo(needs(0, 5, 1));
    assertThat(terms.needs(2, 2, 2)).isEqualTo(needs(2, 3, 1));
    assertThat(terms.needs(7, 9, 2)).isEqualTo(needs(5, 5, 1));
  }

  @Test
  void onlyTablesThatAPolicyAsksForAreRead() {
    StayScene scene =
        StayScene.perPerson(
            """
            2026-12-01   | Tue
            adult in 1   | 1
            adult in 2   | 1
            adult in 3   | 1
            child_a in 2 | 1
            child_a in 3 | 1
            child_b in 3 | 1
            infant in 2  | 1
            """);
    assertThat(tables(scene, "1-6")).isEmpty();
    AgeBand free = new AgeBand(0, 5, PersonClass.INFANT, false, BandPricing.FREE, 0);
    scene.withPolicy(free);
    assertThat(tables(scene, "1-3")).containsExactly(0);
    assertThat(tables(scene, "2-6")).isEmpty();
    scene.withPolicy(
        free, new AgeBand(6, 9, PersonClass.CHILD_A, true, BandPricing.SHARE_OF_ADULT, 5_000));
    assertThat(tables(scene, "1-6")).containsExactly(1);
    scene.withPolicy(free, new AgeBand(6, 9, PersonClass.CHILD_B, true, BandPricing.OWN_CELLS, 0));
    assertThat(tables(scene, "1-6")).containsExactly(1);
    assertThat(tables(scene, "2-6")).containsExactly(2, 5);
    assertThat(tables(scene, "3-6")).isEmpty();
  }

  @Test
  void roomsAskForEveryOccupancyThatSomeOfferHasAsItsLargest() {
    StayScene scene =
        StayScene.perRoom(
            """
            2026-12-01    | Tue
            extra adult   | 1
            extra child_a | 1
            room for 2    | 1
            room for 4    | 1
            """);
    assertThat(tables(scene, "1")).isEmpty();
    assertThat(tables(scene, "2")).containsExactly(2);
    assertThat(tables(scene, "3")).containsExactly(0, 2);
    assertThat(tables(scene, "4")).containsExactly(0, 2, 3);
    AgeBand own = new AgeBand(0, 5, PersonClass.CHILD_A, true, BandPricing.OWN_CELLS, 0);
    scene.withPolicy(own);
    assertThat(tables(scene, "3-2")).containsExactly(0, 1, 2, 3);
    assertThat(tables(scene, "2-2")).containsExactly(1, 2);
    scene.withPolicy(new AgeBand(0, 5, PersonClass.CHILD_B, true, BandPricing.SHARE_OF_ADULT, 1));
    assertThat(tables(scene, "2-2")).containsExactly(0, 1, 2);
  }

  private static TreeSet<Integer> tables(StayScene scene, String guests) {
    return new TreeSet<>(scene.terms(guests).needs(0, 0, 1).prices());
  }

  private static StayNeeds needs(int first, int last, Integer... prices) {
    return new StayNeeds(first, last, new TreeSet<>(List.of(prices)));
  }
}
