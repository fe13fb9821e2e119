package tatami.query.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tatami.query.request.PriceRequest;
import tatami.query.survey.Outcome.AboveBudget;
import tatami.query.whynot.JudgedTable;

class StaySurveyTest {

  /** Three nights at four inns: inn 4 has two offers, inn 7 has none that is asked for. */
  private static final JudgedTable INNS =
      JudgedTable.of(
          """
          2   9000         no_stock        closed_property
          4  12000         min_stay        no_stock
          4  15000         no_stock        lead_time
          5  party         20000           no_price
          7
          """);

  @Test
  void tellsTheLowestAndTheHighestTotalAndHowManyPropertiesMatch() {
    assertThat(survey(INNS, PriceRequest.DEFAULT))
        .containsExactly(
            "0: 2 of 4 from 9000 to 15000 {no_offer=1, party=1}",
            "1: 1 of 4 from 20000 to 20000 {no_offer=1, no_stock=2}",
            "2: 0 of 4 {no_offer=1, closed_property=1, no_stock=1, no_price=1}");
  }

  @Test
  void aBudgetHoldsBothItsEnds() {
    JudgedTable table = JudgedTable.of("0 1000\n1 2000\n2 3000\n3 4000");
    assertThat(survey(table, new PriceRequest(2000L, 3000L, false)))
        .containsExactly("0: 2 of 4 from 2000 to 3000 {over_budget=2} above 4000 at 1");
    assertThat(survey(table, new PriceRequest(2001L, 2999L, false)))
        .containsExactly("0: 0 of 4 {over_budget=4} above 3000 at 1");
    assertThat(survey(table, new PriceRequest(4001L, null, false)))
        .containsExactly("0: 0 of 4 {over_budget=4}");
  }

  @Test
  void aTotalOfNothingIsAPrice() {
    assertThat(survey(JudgedTable.of("0 0"), new PriceRequest(0L, 0L, false)))
        .containsExactly("0: 1 of 1 from 0 to 0 {}");
  }

  @Test
  void anOfferOutsideTheBudgetDoesNotCountAmongThePricesOfItsProperty() {
    JudgedTable table = JudgedTable.of("0 1000\n0 9000\n0 5000");
    assertThat(survey(table, new PriceRequest(null, 5000L, false)))
        .containsExactly("0: 1 of 1 from 1000 to 5000 {} above 9000 at 1");
  }

  @Test
  void aPropertyHasTheCodeFurthestDownAmongItsOffersInAnyOrder() {
    JudgedTable table =
        JudgedTable.of(
            """
            0 no_stock
            0 lead_time
            1 lead_time
            1 no_stock
            2 9000
            2 no_price
            3 party
            3 8000
            """);
    assertThat(survey(table, new PriceRequest(null, 8500L, false)))
        .containsExactly("0: 1 of 4 from 8000 to 8000 {no_stock=2, over_budget=1} above 9000 at 1");
  }

  @Test
  void countsThePropertiesThatAHigherBudgetReachesFirst() {
    JudgedTable table = JudgedTable.of("0 700\n0 600\n1 600\n2 900\n3 no_stock\n4 600\n5 650");
    Outcome outcome = first(table, new PriceRequest(null, 500L, false));
    assertThat(outcome.aboveBudget()).isEqualTo(new AboveBudget(600, 3));
    assertThat(first(table, PriceRequest.DEFAULT).aboveBudget()).isNull();
  }

  @Test
  void looksAtTheAskedCheckInsAlone() {
    List<Outcome> outcomes =
        StaySurvey.of(INNS.candidates(), INNS, new Stays(1, 2, 1), PriceRequest.DEFAULT);
    assertThat(outcomes).extracting(Outcome::checkIn).containsExactly(1, 2);
    assertThat(outcomes).extracting(Outcome::matching).containsExactly(1, 0);
  }

  @Test
  void countsNothingWhereNoPropertyIsLeft() {
    assertThat(survey(JudgedTable.of(""), PriceRequest.DEFAULT)).isEmpty();
    assertThat(first(JudgedTable.of(""), PriceRequest.DEFAULT).whyNot()).isEmpty();
    assertThat(survey(JudgedTable.of("3\n5"), PriceRequest.DEFAULT))
        .containsExactly("0: 0 of 2 {no_offer=2}");
  }

  @Test
  void refusesWhatIsNoStay() {
    assertThat(new Stays(3, 5, 1).count()).isEqualTo(3);
    assertThatThrownBy(() -> new Stays(-1, 0, 1)).hasMessageContaining("firstCheckIn=-1");
    assertThatThrownBy(() -> new Stays(2, 1, 1)).hasMessageContaining("lastCheckIn=1");
    assertThatThrownBy(() -> new Stays(0, 0, 0)).hasMessageContaining("nights=0");
  }

  private static Outcome first(JudgedTable table, PriceRequest budget) {
    return StaySurvey.of(table.candidates(), table, new Stays(0, 0, 2), budget).get(0);
  }

  private static List<String> survey(JudgedTable table, PriceRequest budget) {
    int nights = table == INNS ? 3 : 1;
    return StaySurvey.of(table.candidates(), table, new Stays(0, nights - 1, 2), budget).stream()
        .filter(outcome -> outcome.properties() > 0)
        .map(StaySurveyTest::told)
        .toList();
  }

  private static String told(Outcome outcome) {
    String codes =
        outcome.whyNot().entrySet().stream()
            .map(entry -> entry.getKey().code() + "=" + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    String prices =
        outcome.lowest() == null
            ? " "
            : " from " + outcome.lowest() + " to " + outcome.highest() + " ";
    AboveBudget above = outcome.aboveBudget();
    return outcome.checkIn()
        + ": "
        + outcome.matching()
        + " of "
        + outcome.properties()
        + prices
        + codes
        + (above == null ? "" : " above " + above.total() + " at " + above.properties());
  }
}
