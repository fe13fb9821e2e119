package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.release.TestReleases;
import tatami.query.request.SortOrder.Kind;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.StayLayout.PriceModel;

/** What is shown of a result, in which order, and for which budget. */
class PageRequestTest {

  @Test
  void takesSizesAndColumnsAsAsked() {
    SearchRequest request =
        Requests.search(
            "{\"size\": 7, \"offers\": 0, \"show\": [\"length\", \"name\", \"length\"]}");
    assertThat(request.size()).isEqualTo(7);
    assertThat(request.offers()).isZero();
    assertThat(request.show()).extracting(ShowColumn::name).containsExactly("length", "name");
  }

  @ParameterizedTest
  @CsvSource({"size, 1", "size, 100", "offers, 0", "offers, 100"})
  void takesTheLeastAndTheMost(String field, int count) {
    SearchRequest request = Requests.search("{\"" + field + "\": " + count + "}");
    assertThat(field.equals("size") ? request.size() : request.offers()).isEqualTo(count);
  }

  @Test
  void refusesACursorThatIsNotOurs() {
    String damaged =
        "/cursor|\"x\"|not a cursor of this catalog; use the \"next\" of an answer as is";
    assertThat(Requests.mistakes(() -> Requests.search("{\"cursor\": \"x\"}", true)))
        .containsExactly(damaged);
    assertThat(Requests.mistakes(() -> Requests.search("{\"cursor\": 3}", true)))
        .containsExactly("/cursor|3|must be a string, got a number");
    assertThat(Requests.search("{\"cursor\": null}", true)).isEqualTo(Requests.search("{}"));
    assertThat(Requests.search("{\"cursor\": \"x\"}")).isEqualTo(Requests.search("{}"));
  }

  @Test
  void findsTheTextOfACursor() {
    assertThat(RequestReader.findCursor(RequestReader.parse("{\"cursor\": \"x\"}"))).contains("x");
    assertThat(RequestReader.findCursor(RequestReader.parse("{\"cursor\": 3}"))).isEmpty();
    assertThat(RequestReader.findCursor(RequestReader.parse("{}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "recommended, RECOMMENDED, , false",
    "speed, RANK, sort_speed, false",
    "price, PRICE, , true",
    "-price, PRICE_DESCENDING, , true"
  })
  void sortsAsAsked(String name, Kind kind, String column, boolean needsPrice) {
    SortOrder sort = Requests.search("{\"sort\": \"" + name + "\"}").sort();
    assertThat(sort).isEqualTo(new SortOrder(name, kind, column));
    assertThat(sort.needsPrice()).isEqualTo(needsPrice);
  }

  @Test
  void sortsByDistanceFromACircle() {
    String json =
        "{\"where\": {\"berth\": {\"near\": {\"lat\": 1, \"lon\": 2, \"km\": 3}}},"
            + " \"sort\": \"distance\"}";
    assertThat(Requests.search(json).sort())
        .isEqualTo(new SortOrder("distance", Kind.DISTANCE, null));
  }

  @Test
  void listsEverySortOnce() {
    assertThat(SortReader.listNames(TestReleases.boats(PriceModel.PER_UNIT).description()))
        .containsExactly("recommended", "speed", "price", "-price", "distance", "relevance");
    assertThat(SortReader.listNames(TestReleases.piers().description()))
        .as("its own order is the recommended one, and words of offers give no relevance")
        .containsExactly("recommended", "distance");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          relevance | catalog "boats" has no words to sort by
          price     | catalog "boats" has no prices to sort by
          -price    | catalog "boats" has no prices to sort by
          speed     | unknown sort "speed"; known: recommended, distance
          """)
  void saysWhyACatalogHasNoSuchOrder(String sort, String detail) {
    assertThat(
            Requests.mistakes(
                () -> Requests.search("{\"sort\": \"" + sort + "\"}", TestReleases.piers())))
        .containsExactly("/sort|\"" + sort + "\"|" + detail);
  }

  @Test
  void aCatalogsOwnRecommendedOrderIsThatOfTheSurrogates() {
    SearchRequest request = Requests.search("{\"sort\": \"recommended\"}", TestReleases.piers());
    assertThat(request.sort()).isEqualTo(SortOrder.RECOMMENDED);
  }

  @Test
  void wordsOfAnOfferGiveNoRelevance() {
    String json = "{\"where\": {\"notes\": \"shade\"}}";
    assertThat(Requests.search(json, TestReleases.piers()).sort()).isEqualTo(SortOrder.RECOMMENDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {}                     | - | - | false
          {"min": 0}             | 0 | - | false
          {"max": 0}             | - | 0 | false
          {"min": 5, "max": 5}   | 5 | 5 | false
          {"max": 7, "per": "stay"}  | - | 7 | false
          {"max": 7, "per": "night"} | - | 7 | true
          """)
  void readsABudgetWithItsEdges(String price, Long minimum, Long maximum, boolean perNight) {
    PriceRequest read = Requests.search("{\"price\": " + price + "}").price();
    assertThat(read).isEqualTo(new PriceRequest(minimum, maximum, perNight));
    assertThat(read.hasBudget()).isEqualTo(minimum != null || maximum != null);
    assertThat(read.lowest()).isEqualTo(minimum == null ? 0 : minimum);
    assertThat(read.highest()).isEqualTo(maximum == null ? Long.MAX_VALUE : maximum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"stay\": {\"rooms\": [{\"adults\": 1}]}}"})
  void aStayWithoutACheckInHasNoDates(String json) {
    assertThat(Requests.search(json).stay().isDated()).isFalse();
  }
}
