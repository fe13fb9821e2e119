package tatami.query.whynot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.request.PriceRequest;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.stay.WhyNot;
import tatami.query.survey.Stays;
import tatami.query.whynot.WhyNotSearch.AskedStay;

class WhyNotSearchTest {

  private static final SortedMap<Integer, StayJudge> NO_OTHER_ROOMS = new TreeMap<>();

  /** Seven check-ins at three inns; night 3 is asked for. */
  private static final JudgedTable INNS =
      JudgedTable.of(
          """
          0  7000  no_stock  5000      no_stock  4000  no_stock  9000
          1  8000  no_stock  no_stock  no_stock  6000  no_stock  no_stock
          1  100   no_stock  no_stock  no_price  6500  no_stock  no_stock
          2
          """);

  @Test
  void hintsAtOtherDaysNearestFirstTheEarlierBeforeTheLater() {
    WhyNotSearch.Answer answer =
        search(INNS, AskedStay.of(3, 1, 0, 100), PriceRequest.DEFAULT).answer(NO_OTHER_ROOMS);
    assertThat(told(answer.hints()))
        .containsExactly(
            "CHECK_IN 2: 1 from 5000",
            "CHECK_IN 4: 2 from 4000",
            "CHECK_IN 0: 2 from 100",
            "CHECK_IN 6: 1 from 9000");
    assertThat(answer.asked().matching()).isZero();
    assertThat(answer.asked().checkIn()).isEqualTo(3);
    assertThat(answer.asked().whyNot())
        .containsEntry(WhyNot.NO_STOCK, 1)
        .containsEntry(WhyNot.NO_PRICE, 1)
        .containsEntry(WhyNot.NO_OFFER, 1)
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # check-in, nights, first night, end | window
          3  | 1 | 0 | 100 | 0 | 6
          3  | 1 | 2 | 100 | 2 | 6
          3  | 1 | 3 | 100 | 3 | 6
          0  | 2 | 0 | 100 | 0 | 3
          50 | 2 | 0 | 54  | 47 | 52
          50 | 4 | 0 | 54  | 47 | 50
          """)
  void looksNoDayBackPastTodayAndNoneBeyondTheHorizon(
      int checkIn, int nights, int firstNight, int end, int first, int last) {
    AskedStay stay = AskedStay.of(checkIn, nights, firstNight, end);
    assertThat(stay.window()).isEqualTo(new Stays(first, last, nights));
    assertThat(stay.checkIn()).isEqualTo(checkIn);
  }

  @Test
  void aWindowHoldsTheAskedDay() {
    assertThatThrownBy(() -> new AskedStay(4, new Stays(1, 3, 1))).hasMessageContaining("4");
    assertThatThrownBy(() -> new AskedStay(0, new Stays(1, 3, 1))).hasMessageContaining("0");
    assertThat(new AskedStay(1, new Stays(1, 1, 1)).checkIn()).isEqualTo(1);
  }

  @Test
  void hintsAtNothingOutsideTheWindow() {
    WhyNotSearch.Answer answer =
        search(INNS, new AskedStay(3, new Stays(2, 4, 1)), PriceRequest.DEFAULT)
            .answer(NO_OTHER_ROOMS);
    assertThat(told(answer.hints()))
        .containsExactly("CHECK_IN 2: 1 from 5000", "CHECK_IN 4: 2 from 4000");
  }

  @Test
  void hintsAtOneRoomFewerAndOneMoreForTheAskedDay() {
    SortedMap<Integer, StayJudge> others = new TreeMap<>();
    others.put(3, JudgedTable.of("0 no_stock 30\n1 no_stock 20\n1 no_stock 40"));
    others.put(1, JudgedTable.of("0 1 no_stock\n1 2 10\n1 3 11"));
    JudgedTable asked = JudgedTable.of("0 no_stock no_stock\n1 no_stock no_stock\n1 5 party");
    WhyNotSearch.Answer answer =
        search(asked, new AskedStay(1, new Stays(0, 1, 1)), PriceRequest.DEFAULT).answer(others);
    assertThat(told(answer.hints()))
        .containsExactly("CHECK_IN 0: 1 from 5", "ROOMS 1: 1 from 10", "ROOMS 3: 2 from 20");
  }

  @Test
  void hintsAtTheSmallestBudgetWhereNothingElseHinders() {
    JudgedTable table = JudgedTable.of("0 900\n1 700\n1 800\n2 700\n3 no_stock");
    AskedStay stay = AskedStay.of(0, 1, 0, 1);
    WhyNotSearch.Answer answer =
        search(table, stay, new PriceRequest(null, 600L, false)).answer(NO_OTHER_ROOMS);
    assertThat(told(answer.hints())).containsExactly("BUDGET 700: 2 from 700");
    assertThat(
            search(table, stay, new PriceRequest(null, 700L, false)).answer(NO_OTHER_ROOMS).hints())
        .isEmpty();
    assertThat(
            search(table, stay, new PriceRequest(901L, null, false)).answer(NO_OTHER_ROOMS).hints())
        .isEmpty();
  }

  @Test
  void hintsKeepTheBudget() {
    JudgedTable table = JudgedTable.of("0 900 500 no_stock\n1 no_stock no_stock 400");
    WhyNotSearch.Answer answer =
        search(table, new AskedStay(1, new Stays(0, 2, 1)), new PriceRequest(450L, 600L, false))
            .answer(NO_OTHER_ROOMS);
    assertThat(answer.asked().matching()).isEqualTo(1);
    assertThat(answer.hints()).isEmpty();
  }

  @Test
  void tellsTheCodeOfEachOffer() {
    JudgedTable table = JudgedTable.of("0 900\n0 closed_property\n0 500\n0 600\n0 no_price\n0 601");
    assertThat(
            search(table, AskedStay.of(0, 1, 0, 1), new PriceRequest(501L, 600L, false))
                .listCodes())
        .containsExactly(
            WhyNot.OVER_BUDGET,
            WhyNot.CLOSED_PROPERTY,
            WhyNot.OVER_BUDGET,
            null,
            WhyNot.NO_PRICE,
            WhyNot.OVER_BUDGET);
    assertThat(
            search(table, AskedStay.of(0, 1, 0, 1), new PriceRequest(500L, null, false))
                .listCodes()
                .get(2))
        .isNull();
  }

  @Test
  void anOfferForNothingCanBeBooked() {
    JudgedTable table = JudgedTable.of("0 0");
    WhyNotSearch search = search(table, AskedStay.of(0, 1, 0, 1), PriceRequest.DEFAULT);
    assertThat(search.listCodes()).containsExactly((WhyNot) null);
  }

  @Test
  void answersForOnePropertyAlone() {
    WhyNotSearch ofOne = search(INNS.only(1), AskedStay.of(3, 1, 0, 100), PriceRequest.DEFAULT);
    WhyNotSearch.Answer answer = ofOne.answer(NO_OTHER_ROOMS);
    assertThat(answer.asked().properties()).isEqualTo(1);
    assertThat(answer.asked().whyNot()).containsOnlyKeys(WhyNot.NO_PRICE);
    assertThat(told(answer.hints()))
        .containsExactly("CHECK_IN 4: 1 from 6000", "CHECK_IN 0: 1 from 100");
    assertThat(ofOne.listCodes()).containsExactly(WhyNot.NO_STOCK, WhyNot.NO_PRICE);
  }

  private static WhyNotSearch search(JudgedTable table, AskedStay stay, PriceRequest budget) {
    return new WhyNotSearch(table.candidates(), table, stay, budget);
  }

  private static List<String> told(List<Hint> hints) {
    return hints.stream()
        .map(
            hint ->
                hint.kind()
                    + " "
                    + hint.value()
                    + ": "
                    + hint.properties()
                    + " from "
                    + hint.lowest())
        .toList();
  }
}
