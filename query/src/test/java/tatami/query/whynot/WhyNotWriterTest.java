package tatami.query.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.query.answer.AnswerFrame;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.stay.WhyNot;
import tatami.query.survey.Outcome;
import tatami.query.whynot.Hint.Kind;
import tatami.query.whynot.WhyNotWriter.JudgedOffer;
import tatami.searchtable.description.StayLayout.PriceModel;

class WhyNotWriterTest {

  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_PERSON);
  private static final List<Hint> HINTS =
      List.of(
          new Hint(Kind.CHECK_IN, 4, 2, 31),
          new Hint(Kind.ROOMS, 1, 1, 31),
          new Hint(Kind.BUDGET, 70, 3, 70));

  @Test
  void tellsCountsAndHintsOfAWholeResult() {
    Map<WhyNot, Integer> codes = Map.of(WhyNot.NO_STOCK, 5, WhyNot.CLOSED_PROPERTY, 1);
    Outcome asked = new Outcome(3, 7, 1, 10L, 10L, codes, null);
    assertThat(writer("").write(new WhyNotSearch.Answer(asked, HINTS)))
        .isEqualTo(
            "{'release':7,'position':0,'properties':7,'matching':1,"
                .concat("'why_not':[{'code':'closed_property','count':1},")
                .concat("{'code':'no_stock','count':5}],")
                .concat("'hints':[{'check_in':'2026-08-24','count':2,")
                .concat("'price':{'min':31,'currency':'JPY'}},")
                .concat("{'rooms':1,'count':1,'price':{'min':31,'currency':'JPY'}},")
                .concat("{'budget':{'max':70},'count':3,")
                .concat("'price':{'min':70,'currency':'JPY'}}],")
                .concat("'warnings':['careful'],'data_age':{}}")
                .replace('\'', '"'));
  }

  @Test
  void dividesShownAmountsByNightsAndRoomsButNoBudget() {
    Outcome asked = new Outcome(3, 7, 0, null, null, Map.of(), null);
    assertThat(
            writer(", \"price\": {\"per\": \"night\"}")
                .write(new WhyNotSearch.Answer(asked, HINTS)))
        .contains("\"check_in\":\"2026-08-24\",\"count\":2,\"price\":{\"min\":8,")
        .contains("\"rooms\":1,\"count\":1,\"price\":{\"min\":16,")
        .contains("\"budget\":{\"max\":70},\"count\":3,\"price\":{\"min\":18,");
  }

  @Test
  void tellsTheCodesOfOneProperty() {
    Outcome asked = new Outcome(3, 1, 0, null, null, Map.of(WhyNot.NO_PRICE, 1), null);
    List<JudgedOffer> offers =
        List.of(
            new JudgedOffer(List.of("p", "r"), WhyNot.NO_PRICE),
            new JudgedOffer(List.of("q", "r"), null));
    assertThat(writer("").write(List.of("7"), new WhyNotSearch.Answer(asked, List.of()), offers))
        .isEqualTo(
            "{'release':7,'position':0,'key':'7','passes_filters':true,'code':'no_price',"
                .concat("'offers':[{'key':['p','r'],'code':'no_price'},")
                .concat("{'key':['q','r'],'code':null}],'hints':[],")
                .concat("'warnings':['careful'],'data_age':{}}")
                .replace('\'', '"'));
  }

  @Test
  void tellsWhetherAPropertyPassesItsFiltersAndItsWholeKey() {
    Outcome none = new Outcome(3, 0, 0, null, null, Map.of(), null);
    assertThat(
            writer("")
                .write(List.of("a", "b"), new WhyNotSearch.Answer(none, List.of()), List.of()))
        .contains("\"key\":[\"a\",\"b\"],\"passes_filters\":false,\"code\":null,\"offers\":[]");
  }

  private static WhyNotWriter writer(String fields) {
    String stay =
        "{\"stay\": {\"check_in\": \"2026-09-01\", \"nights\": 2,"
            + " \"rooms\": [{\"adults\": 1}, {\"adults\": 1}]}";
    SearchRequest request =
        RequestReader.readWhyNot(
                RequestReader.parse(stay + fields + "}"),
                BOATS,
                java.time.LocalDate.parse("2026-08-25"))
            .search();
    AnswerFrame frame = new AnswerFrame(BOATS, 0, List.of("careful"), Instant.EPOCH);
    return new WhyNotWriter(frame, request);
  }
}
