package tatami.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.query.answer.AnswerFrame;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.PriceRequest;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.survey.Outcome;
import tatami.query.survey.StaySurvey;
import tatami.query.survey.Stays;
import tatami.query.whynot.JudgedTable;
import tatami.searchtable.description.StayLayout.PriceModel;

/** A calendar that a hotelier could check: three inns, check-ins from the 26th to the 29th. */
class CalendarWriterTest {

  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_PERSON);
  private static final JudgedTable INNS =
      JudgedTable.of(
          """
          # inn  20th to 25th             26th      27th       28th             29th
          0      - - - - - -              12000     no_stock   closed_property  no_stock
          0      - - - - - -              15001     no_stock   closed_property  10000
          1      - - - - - -              11000     min_stay   no_stock         30001
          2
          """
              .replaceFirst("#.*", ""));

  @Test
  void tellsPricesOfEachDayAndWhatHindersWhereThereAreNone() {
    assertThat(calendar(PriceRequest.DEFAULT, ""))
        .isEqualTo(
            ("{'release':7,'position':0,'days':["
                    + "{'check_in':'2026-08-26','price':{'min':11000,'max':15001,'currency':'JPY'},"
                    + "'properties':2},"
                    + "{'check_in':'2026-08-27','price':null,'properties':0,'why_not':["
                    + "{'code':'no_offer','count':1},{'code':'min_stay','count':1},"
                    + "{'code':'no_stock','count':1}]},"
                    + "{'check_in':'2026-08-28','price':null,'properties':0,'why_not':["
                    + "{'code':'no_offer','count':1},{'code':'closed_property','count':1},"
                    + "{'code':'no_stock','count':1}]},"
                    + "{'check_in':'2026-08-29','price':{'min':10000,'max':30001,'currency':'JPY'},"
                    + "'properties':2}],"
                    + "'warnings':[],'data_age':{}}")
                .replace('\'', '"'));
  }

  @Test
  void aBudgetLeavesOffersOut() {
    assertThat(calendar(new PriceRequest(11001L, 30000L, false), ""))
        .contains("\"2026-08-26\",\"price\":{\"min\":12000,\"max\":15001,\"currency\":\"JPY\"}")
        .contains("\"2026-08-29\",\"price\":null,\"properties\":0,\"why_not\":")
        .contains("{\"code\":\"over_budget\",\"count\":2}]}");
  }

  @Test
  void showsAmountsByNightAndRoom() {
    assertThat(calendar(PriceRequest.DEFAULT, ", \"price\": {\"per\": \"night\"}"))
        .contains("\"2026-08-26\",\"price\":{\"min\":5500,\"max\":7501,")
        .contains("\"2026-08-29\",\"price\":{\"min\":5000,\"max\":15001,");
  }

  private static String calendar(PriceRequest budget, String fields) {
    String json =
        "{\"from\": \"2026-08-26\", \"to\": \"2026-08-29\", \"stay\": {\"nights\": 2}"
            + fields
            + "}";
    SearchRequest request =
        RequestReader.readCalendar(RequestReader.parse(json), BOATS, LocalDate.parse("2026-08-25"))
            .search();
    List<Outcome> outcomes = StaySurvey.of(INNS.candidates(), INNS, new Stays(6, 9, 2), budget);
    AnswerFrame frame = new AnswerFrame(BOATS, 0, request.warnings(), Instant.EPOCH);
    return new CalendarWriter(frame, request).write(outcomes);
  }
}
