package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Explanations of searches of 40 inns. */
class ExplanationIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String EVERYTHING =
      """
      {"stay": {"check_in": "2026-08-26", "nights": 2, "rooms": [{"adults": 1}, {"adults": 2}]},
       "where": {"rating": {"min": 0}, "amenity": {"none": ["moat"]},
         "spot": {"near": {"lat": 43, "lon": 141, "km": 500}}},
       "sort": "price", "facets": ["area", "meal"]}
      """;

  private static SearchService service;

  @BeforeAll
  static void publish() throws SQLException {
    DataSource database = TestDatabase.create("explanation");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, new RandomInns(11).catalog());
    service =
        new SearchService(database, InstantSource.fixed(Instant.parse("2026-08-25T00:00:30Z")));
  }

  @Test
  void hasEveryStatementOfTheSearchInOrder() {
    assertThat(purposes(explain("{}"))).containsExactly("cells", "master_rows", "master_rows");
    assertThat(purposes(explain("{\"where\": {\"meal\": [\"half\"]}}"))).startsWith("offers");
    assertThat(purposes(explain("{\"offers\": 0, \"facets\": [\"kind\"]}")))
        .containsExactly("cells", "master_rows");
    assertThat(purposes(explain("{\"where\": {\"kind\": [\"moat\"]}}")))
        .containsExactly("properties");
  }

  @Test
  void buffersAreThoseThatPostgresqlCounted() {
    JsonNode explanation = explain(EVERYTHING);
    long sum = 0;
    for (JsonNode statement : explanation.path("statements")) {
      JsonNode top = statement.path("plan").path("Plan");
      long hit = statement.path("shared_buffers").path("hit").asLong(-1);
      assertThat(hit).isPositive().isEqualTo(top.path("Shared Hit Blocks").asLong());
      assertThat(top.path("Actual Rows").isNumber()).isTrue();
      assertThat(statement.path("plan").toString()).contains("\"Output\":[");
      assertThat(statement.path("execution_milliseconds").asDouble()).isPositive();
      sum += hit;
    }
    assertThat(explanation.path("shared_buffers").path("hit").asLong()).isEqualTo(sum);
  }

  @Test
  void tellsWhereEachFilterWasDecided() {
    assertThat(places(explain(EVERYTHING).path("filters"), "filter"))
        .containsExactly(
            "amenity inns_r1.inn filter_amenity",
            "rating inns_r1.inn filter_rating",
            "spot inns_r1.inn filter_spot_latitude filter_spot_longitude");
    assertThat(places(explain("{\"where\": {\"meal\": [\"none\"]}}").path("filters"), "filter"))
        .containsExactly("meal inns_r1.offer filter_meal");
  }

  @Test
  void tellsWhatTheStayWasDecidedOn() {
    assertThat(places(explain(EVERYTHING).path("stay"), "part"))
        .containsExactly(
            "stock inns_r1.stock plane block cells",
            "price inns_r1.price_1 plane block cells",
            "price inns_r1.price_2 plane block cells",
            "minimum_stay inns_r1.minimum_stay_cells plane block cells",
            "offer inns_r1.offer id property stock sale_from sale_to stay_from stay_to minimum_heads"
                + " maximum_heads minimum_stay maximum_stay");
    assertThat(places(explain("{}").path("stay"), "part"))
        .contains(
            "stock inns_r1.stock plane block cells", "price inns_r1.price_2 plane block cells");
  }

  @Test
  void showsTheTextWithAValueForEachPlaceHolder() {
    int values = 0;
    for (JsonNode statement : explain(EVERYTHING).path("statements")) {
      String sql = statement.path("sql").asString();
      assertThat(statement.path("values").size())
          .isEqualTo((int) sql.chars().filter(character -> character == '?').count());
      values += statement.path("values").size();
    }
    assertThat(values).isPositive();
  }

  @Test
  void aLaterPageRunsWhatTheFirstOneRan() {
    String request = "{\"size\": 3, \"sort\": \"popular\"";
    String next =
        MAPPER.readTree(service.search("inns", request + "}").json()).path("next").asString();
    assertThat(texts(explain(request + ", \"cursor\": \"" + next + "\"}")))
        .isEqualTo(texts(explain(request + "}")))
        .anyMatch(text -> text.contains("sort_popular"));
  }

  @Test
  void aBadRequestIsAnsweredAsASearchAnswersIt() {
    for (String bad : List.of("{\"size\": 0}", "nonsense", "{\"where\": {\"moat\": []}}")) {
      assertThat(service.explain("inns", bad)).isEqualTo(service.search("inns", bad));
    }
    assertThat(service.explain("castles", "{}").status()).isEqualTo(404);
  }

  private static JsonNode explain(String request) {
    SearchReply reply = service.explain("inns", request);
    assertThat(reply.status()).as(reply.json()).isEqualTo(200);
    return MAPPER.readTree(reply.json());
  }

  private static List<String> purposes(JsonNode explanation) {
    return explanation
        .path("statements")
        .valueStream()
        .map(statement -> statement.path("purpose").asString())
        .toList();
  }

  private static List<String> texts(JsonNode explanation) {
    return explanation
        .path("statements")
        .valueStream()
        .map(statement -> statement.path("sql").asString())
        .toList();
  }

  private static List<String> places(JsonNode places, String name) {
    return places
        .valueStream()
        .map(
            place ->
                place.path(name).asString()
                    + " "
                    + place.path("table").asString()
                    + " "
                    + String.join(
                        " ", place.path("columns").valueStream().map(JsonNode::asString).toList()))
        .toList();
  }
}
