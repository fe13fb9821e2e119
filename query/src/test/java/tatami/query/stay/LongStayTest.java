package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;

/** What long stays cost less. */
class LongStayTest {

  private static Rebate share(int fromNights, long basisPoints) {
    return new Rebate(fromNights, RebateKind.SHARE, basisPoints);
  }

  private static Rebate amount(int fromNights, long minorUnits) {
    return new Rebate(fromNights, RebateKind.AMOUNT, minorUnits);
  }

  private static Rebate everyFree(int fromNights, long nights) {
    return new Rebate(fromNights, RebateKind.FREE_NIGHTS, nights);
  }

  private static StayScene inn(Rebate... rules) {
    return StayScene.perUnit(
            """
            2026-12-01 | Tue | Wed | Thu | Fri | Sat | Sun
            stock      | 9   | 9   | 9   | 9   | 9   | 9
            unit       | 101 | 50  | 70  | 50  | 200 | 200
            """)
        .withRebates(rules);
  }

  @Test
  void withoutRulesTheSumIsTheTotal() {
    inn().check("2", "Tue 6 nights | 671");
  }

  @Test
  void aShareIsTakenOffTheSumFromSoManyNightsOn() {
    inn(share(2, 1_000))
        .check(
            "2",
            """
            Tue 1 night  | 101
            Tue 2 nights | 136
            Tue 3 nights | 199
            """);
  }

  @Test
  void whatIsLeftIsRoundedHalfUp() {
    inn(share(1, 5_000)).check("2", "Tue 1 night | 51");
    inn(share(1, 3)).check("2", "Tue 1 night | 101");
    inn(share(1, 10_000)).check("2", "Tue 1 night | 0");
    inn(share(1, 0)).check("2", "Tue 1 night | 101");
    inn(share(1, 9_999)).check("2", "Tue 1 night | 0");
  }

  @Test
  void anAmountIsTakenOffForEachNightAndRoom() {
    inn(amount(2, 20))
        .check(
            "2",
            """
            Tue 1 night  | 101
            Tue 2 nights | 111
            Sat 2 nights | 360
            """);
    inn(amount(2, 20)).check("2;1", "Tue 2 nights | 222");
  }

  @Test
  void nothingCostsLessThanNothing() {
    inn(amount(1, 99)).check("2", "Wed 1 night | 0");
    inn(amount(1, Long.MAX_VALUE / 2)).check("2", "Tue 6 nights | 0");
  }

  @Test
  void ofSoManyNightsTheCheapestIsFree() {
    inn(everyFree(1, 3))
        .check(
            "2",
            """
            Tue 2 nights | 151
            Tue 3 nights | 171
            Tue 5 nights | 421
            Tue 6 nights | 571
            """);
    inn(everyFree(1, 1)).check("2", "Tue 2 nights | 0");
    inn(everyFree(4, 2))
        .check(
            "2",
            """
            Tue 3 nights | 221
            Tue 4 nights | 171
            """);
  }

  @Test
  void aNightIsFreeForAllRooms() {
    inn(everyFree(1, 3)).check("2;1", "Tue 3 nights | 342");
  }

  @Test
  void theRuleWithTheSmallestResultCountsAlone() {
    Rebate[] rules = {share(2, 1_000), amount(2, 20), everyFree(2, 3)};
    inn(rules)
        .check(
            "2",
            """
            Tue 1 night  | 101
            Tue 2 nights | 111
            Tue 3 nights | 161
            Sat 2 nights | 360
            Wed 3 nights | 110
            """);
    inn(share(1, 1_000), share(2, 2_000), share(3, 500), share(5, 9_000))
        .check(
            "2",
            """
            Tue 1 night  | 91
            Tue 3 nights | 177
            """);
    inn(amount(1, 10), amount(2, 30), amount(3, 20)).check("2", "Tue 3 nights | 131");
    inn(everyFree(1, 3), everyFree(2, 2), everyFree(3, 9)).check("2", "Tue 4 nights | 171");
  }

  @Test
  void eachOfferHasItsOwnRules() {
    StayScene scene = inn(share(1, 1_000)).withRebates(share(1, 2_000));
    scene.check("2", "Wed 1 night | 40");
    scene.with(OfferNumber.LONG_STAY, 0).check("2", "Wed 1 night | 45");
    scene.with(OfferNumber.LONG_STAY, Offers.ABSENT).check("2", "Wed 1 night | 50");
  }

  @Test
  void sharesOfTheLargestSumsAreExact() {
    RebateTerms terms = new RebateTerms(List.of(new LongStay(List.of(share(1, 3_333)))), 1, 1);
    assertThat(terms.total(0, new long[] {1L << 60})).isEqualTo(768_652_767_121_384_879L);
  }

  @Test
  void oneJudgeSeesStaysOfEveryLength() {
    StayScene scene = inn(share(2, 1_000));
    StayTerms terms = scene.terms("2");
    StayTerms.StayJudge judge = scene.judge(terms, terms.needs(0, 5, 1));
    assertThat(new long[] {judge.judge(0, 0, 1), judge.judge(0, 0, 3), judge.judge(0, 0, 1)})
        .containsExactly(101, 199, 101);
  }
}
