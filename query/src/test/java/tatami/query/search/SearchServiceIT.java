package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import tatami.query.TestDatabase;
import tatami.query.inns.Inn;
import tatami.query.inns.InnCatalog;
import tatami.query.inns.InnOffer;
import tatami.query.inns.InnOffer.Rules;
import tatami.query.inns.InnRelease;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches of four inns, checked by hand.
 *
 * <pre>
 * inn  area              kind   amenities   rating  offers (prices for one person: of 1, of 2 heads)
 * a    Hokkaido/Sapporo  onsen  bath, wifi  4.5     p1 150, 100 · p2 –, 120 (two rooms but on night 4)
 * b    Hokkaido          hotel  wifi        4.1     p1 –, 90 (one room, two nights at least)
 * c    Kanto/Tokyo       onsen  –           –       p1 –, 200 (one room, no price on night 3)
 * d    –                 –      –           3       p1 80, –
 * </pre>
 *
 * Ten nights from 25 August 2026, which is today; a cell's unit is 100 yen.
 */
class SearchServiceIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-08-25");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-25T00:00:30Z"));

  private static DataSource database;
  private static SearchService service;

  @BeforeAll
  static void publish() throws SQLException {
    database = TestDatabase.create("search_service");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, inns());
    service = new SearchService(database, CLOCK);
  }

  private static InnCatalog inns() {
    Rules twoNights = new Rules(null, null, null, null, null, null, 2, null, null);
    Inn a =
        inn(
            "a",
            "Hokkaido/Sapporo",
            "onsen",
            List.of("bath", "wifi"),
            "4.5",
            2,
            offer("p1", 0, Rules.NONE, Map.of(1, cells(150), 2, cells(100))),
            offer("p2", 0, Rules.NONE, Map.of(2, cells(120))));
    Inn b =
        inn(
            "b",
            "Hokkaido",
            "hotel",
            List.of("wifi"),
            "4.1",
            4,
            offer("p1", 1, twoNights, Map.of(2, cells(90))));
    Inn c =
        inn(
            "c",
            "Kanto/Tokyo",
            "onsen",
            List.of(),
            null,
            1,
            offer("p1", 1, Rules.NONE, Map.of(2, with(cells(200), 3, -1))));
    Inn d =
        inn("d", null, null, List.of(), "3", 3, offer("p1", 1, Rules.NONE, Map.of(1, cells(80))));
    return new InnCatalog(
        FIRST_NIGHT, 10, List.of(a, b, c, d), List.of(with(cells(2), 4, 0), cells(1)));
  }

  private static Inn inn(
      String code,
      String area,
      String kind,
      List<String> amenities,
      String rating,
      int popularity,
      InnOffer... offers) {
    return new Inn(
        code,
        area,
        kind,
        new TreeSet<>(amenities),
        rating == null ? null : new BigDecimal(rating),
        area == null ? null : new Inn.Spot(430_000_000 + popularity * 100_000, 1_410_000_000),
        popularity,
        List.of(offers));
  }

  private static InnOffer offer(
      String plan, int room, Rules rules, Map<Integer, List<Integer>> prices) {
    return new InnOffer(plan, room, "none", null, new TreeSet<>(), null, rules, prices);
  }

  private static List<Integer> cells(int value) {
    return Collections.nCopies(10, value);
  }

  private static List<Integer> with(List<Integer> cells, int night, int value) {
    List<Integer> changed = new ArrayList<>(cells);
    changed.set(night - 1, value);
    return changed;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"stay": {"check_in": "2026-08-25"}}                                    | a 20000-24000 c 40000-40000
          {"stay": {"check_in": "2026-08-25", "nights": 2}, "sort": "price"}      | b 36000-36000 a 40000-48000 c 80000-80000
          {"stay": {"check_in": "2026-08-25", "nights": 2}, "sort": "-price"}     | c 80000-80000 a 40000-48000 b 36000-36000
          {"stay": {"check_in": "2026-08-25", "nights": 2}, "sort": "popular"}    | b 36000-36000 a 40000-48000 c 80000-80000
          {"stay": {"check_in": "2026-08-25", "nights": 4}}                       | b 72000-72000
          {"stay": {"check_in": "2026-08-25", "nights": 10}}                      | b 180000-180000
          {"stay": {"check_in": "2026-08-29", "nights": 6}}                       | a 120000-144000 b 108000-108000 c 240000-240000
          {"stay": {"check_in": "2026-08-25", "rooms": [{"adults": 1}]}}          | a 15000-15000 d 8000-8000
          {"stay": {"check_in": "2026-08-25", "rooms": [{"adults": 1}, {"adults": 2}]}} | a 35000-35000
          {"stay": {"check_in": "2026-08-25", "rooms": [{"adults": 2}, {"adults": 2}]}} | a 40000-48000
          {"stay": {"check_in": "2026-08-25", "rooms": [{"adults": 9}]}}          |
          {"stay": {"check_in": "2026-08-25"}, "price": {"min": 20001}}           | a 24000-24000 c 40000-40000
          {"stay": {"check_in": "2026-08-25", "nights": 2}, "price": {"max": 40000, "per": "night"}} | a 20000-20000 b 18000-18000
          {}                                                                      | a 20000-24000 b 18000-18000 c 40000-40000 d null
          {"sort": "-price"}                                                      | c 40000-40000 a 20000-24000 b 18000-18000 d null
          {"price": {"max": 20000}}                                               | a 20000-24000 b 18000-18000
          {"stay": {"rooms": [{"adults": 1}]}, "sort": "price"}                   | d 8000-8000 a 15000-15000 b null c null
          {"where": {"area": ["Hokkaido"]}}                                       | a 20000-24000 b 18000-18000
          {"where": {"area": ["Kanto/Tokyo", "Hokkaido/Sapporo"]}}                | a 20000-24000 c 40000-40000
          {"where": {"amenity": {"none": ["bath", "moat"]}}, "sort": "price"}     | b 18000-18000 c 40000-40000 d null
          {"where": {"amenity": {"all": ["wifi", "moat"]}}}                       |
          {"where": {"rating": {"min": 4.1}}}                                     | a 20000-24000 b 18000-18000
          """)
  void findsByHand(String request, String expected) {
    StringBuilder found = new StringBuilder();
    for (JsonNode hit : answer(request).get("hits")) {
      JsonNode price = hit.get("price");
      found.append(found.isEmpty() ? "" : " ").append(hit.get("key").stringValue()).append(' ');
      found.append(price.isNull() ? "null" : price.get("min") + "-" + price.get("max"));
    }
    assertThat(found.toString()).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void answersInTheShapeOfTheContract() {
    SearchReply reply =
        service.search(
            "inns",
            """
            {"stay": {"check_in": "2026-08-25"}, "where": {"kind": ["onsen", "castle"],
             "spot": {"near": {"lat": 43.02, "lon": 141, "km": 5}}}, "sort": "distance", "size": 1,
             "offers": 1, "facets": ["area", "amenity", "rating"], "show": ["rating", "name"]}
            """);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.release()).isEqualTo(1);
    String next = MAPPER.readTree(reply.json()).get("next").stringValue();
    assertThat(reply.json().replace(next, "NEXT"))
        .isEqualTo(
            """
            {"release":1,"position":0,"total":2,"sort":"distance","hits":[\
            {"key":"a","price":{"min":20000,"max":24000,"currency":"JPY"},"offers_matching":2,\
            "offers":[{"key":["p1","r0"],"total":20000,"show":{"plan_name":"Plan p1"}}],\
            "metres":0,"show":{"rating":4.5,"name":"Inn a"}}],\
            "facets":{"area":{"values":[{"value":"Hokkaido","count":1},\
            {"value":"Hokkaido/Sapporo","count":1},{"value":"Kanto","count":1},\
            {"value":"Kanto/Tokyo","count":1}],"more":0},\
            "amenity":{"values":[{"value":"bath","count":1},{"value":"wifi","count":1}],"more":0},\
            "rating":{"min":4.5,"max":4.5,"buckets":[{"from":4.4,"to":4.6,"count":1}]}},\
            "warnings":["where.kind: unknown value \\"castle\\""],"next":"NEXT",\
            "data_age":{"stock":"PT2H30S","price":"PT3H30S"}}""");
  }

  @Test
  void showsEveryTypeOfColumn() {
    assertThat(answer("{\"size\": 3}").get("hits").get(2).get("show").toString())
        .isEqualTo(
            "{\"name\":\"Inn c\",\"rating\":null,\"open\":true,\"since\":\"2001-02-03\","
                + "\"facilities\":[]}");
  }

  @Test
  void anEmptyPageHasATotalAndNoNext() {
    JsonNode answer =
        answer("{\"where\": {\"kind\": [\"castle\"]}, \"facets\": [\"kind\", \"rating\"]}");
    assertThat(answer.get("total").intValue()).isZero();
    assertThat(answer.get("next").isNull()).isTrue();
    assertThat(answer.get("facets").get("kind").get("values").size()).isEqualTo(2);
    assertThat(answer.get("facets").get("rating").toString())
        .isEqualTo("{\"min\":null,\"max\":null,\"buckets\":[]}");
  }

  @Test
  void divisionByNightsAndRoomsRoundsHalfUpAndIsForDisplayOnly() {
    JsonNode hit =
        answer(
                "{\"stay\": {\"check_in\": \"2026-08-25\", \"nights\": 3,"
                    + " \"rooms\": [{\"adults\": 1}, {\"adults\": 2}]}, \"price\": {\"per\": \"night\"}}")
            .get("hits")
            .get(0);
    assertThat(hit.get("price").get("min").intValue()).isEqualTo(17_500);
    assertThat(hit.get("offers").get(0).get("total").intValue()).isEqualTo(17_500);
  }

  @Test
  void pagesOfAnySizeJoinWithoutGapAndACursorBelongsToItsRequest() {
    String request = "{\"sort\": \"-price\", \"size\": %d, \"cursor\": %s}";
    JsonNode first = answer(request.formatted(1, "null"));
    String cursor = "\"" + first.get("next").stringValue() + "\"";
    JsonNode second = answer(request.formatted(3, cursor));
    assertThat(second.get("total").intValue()).isEqualTo(4);
    assertThat(second.get("hits").valueStream().map(hit -> hit.get("key").stringValue()))
        .containsExactly("a", "b", "d");
    assertThat(second.get("next").isNull()).isTrue();
    String foreign = "{\"sort\": \"price\", \"cursor\": " + cursor + "}";
    assertThat(problem(foreign, 400).get("errors").get(0).get("pointer").stringValue())
        .isEqualTo("/cursor");
    problem("{\"sort\": \"-price\", \"cursor\": \"x" + cursor.substring(2) + "}", 400);
  }

  @Test
  void aCursorStaysWithItsReleaseUntilThatIsGone() throws SQLException {
    InnRelease.publish(database, "moving", 1, inns());
    SearchReply first = service.search("moving", "{\"size\": 1}");
    String cursor = MAPPER.readTree(first.json()).get("next").stringValue();
    InnRelease.publish(database, "moving", 2, inns());
    String request = "{\"size\": 1, \"cursor\": \"" + cursor + "\"}";
    assertThat(service.search("moving", "{}").release()).isEqualTo(2);
    assertThat(service.search("moving", request).release()).isEqualTo(1);
    execute(
        "DROP SCHEMA moving_r1 CASCADE; DELETE FROM tatami.release"
            + " WHERE catalog = 'moving' AND release = 1");
    SearchReply gone = service.search("moving", request);
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.json()).contains("start again without a cursor").contains("\"release\":2");
    assertThat(service.search("inns", request).status()).isEqualTo(400);
  }

  @Test
  void readsTheNewPointerWhenTheReleaseIsRetiredMeanwhile() throws SQLException {
    InnRelease.publish(database, "retired", 1, inns());
    assertThat(service.search("retired", "{}").status()).isEqualTo(200);
    InnRelease.publish(database, "retired", 2, inns());
    execute(
        "UPDATE tatami.release SET live = (release = 1) WHERE catalog = 'retired';"
            + " DROP SCHEMA retired_r1 CASCADE");
    Runnable moveOn =
        () ->
            executeUnchecked(
                "UPDATE tatami.release SET live = (release = 2) WHERE catalog = 'retired'");
    SearchService seesTheOldPointerFirst =
        new SearchService(new BeforeSecondConnection(database, moveOn), CLOCK);
    assertThat(seesTheOldPointerFirst.search("retired", "{}").release()).isEqualTo(2);
  }

  @Test
  void refusesWhatCannotBeSearched() throws SQLException {
    SearchReply unknown = service.search("inn", "{}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json()).contains("no catalog \\\"inn\\\"").contains("\"release\":null");
    assertThat(service.describe("\0'; DROP").status()).isEqualTo(404);
    DataSource empty = TestDatabase.create("empty");
    assertThat(new SearchService(empty, CLOCK).search("inns", "{}").status()).isEqualTo(503);
    assertThat(new SearchService(empty, CLOCK).listCatalogs().status()).isEqualTo(503);
    InnRelease.createControlTables(empty);
    assertThat(new SearchService(empty, CLOCK).search("inns", "{}").json())
        .contains("nothing to search yet");
    PGSimpleDataSource away = new PGSimpleDataSource();
    away.setURL("jdbc:postgresql://127.0.0.1:1/away");
    assertThat(new SearchService(away, CLOCK).search("inns", "{}").status()).isEqualTo(503);
  }

  @Test
  void aSearchThatTakesTooLongIsATimeout() throws SQLException {
    InnRelease.publish(database, "slow", 1, inns());
    execute(
        """
        ALTER TABLE slow_r1.inn_page RENAME TO inn_table;
        CREATE VIEW slow_r1.inn_page AS
          SELECT inn_table.* FROM slow_r1.inn_table, pg_sleep(20) AS sleep
        """);
    SearchReply reply =
        new SearchService(database, CLOCK, Duration.ofMillis(200)).search("slow", "{}");
    assertThat(reply.status()).isEqualTo(504);
  }

  @Test
  void aProblemNamesEveryMistakeAndTheRelease() {
    assertThat(problem("{\"size\": 0, \"x\": \"\\ud800\"}", 400).toString())
        .isEqualTo(
            "{\"type\":\"urn:tatami:problem:bad-request\",\"title\":\"Bad request\",\"status\":400,"
                + "\"detail\":\"/x: unknown field \\\"x\\\"; known: stay, where, price, sort, size,"
                + " cursor, offers, facets, show (and 1 more)\",\"errors\":[{\"pointer\":\"/x\","
                + "\"value\":\"\ufffd\",\"detail\":\"unknown field \\\"x\\\"; known: stay, where,"
                + " price, sort, size, cursor, offers, facets, show\"},{\"pointer\":\"/size\","
                + "\"value\":0,\"detail\":\"must be an integer from 1 to 100\"}],\"release\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "' OR 1=1 --", "%", "\\\\", "\\uffff", "{}", "𠮷"})
  void hostileValuesAreUnknownValues(String text) {
    JsonNode answer =
        answer(
            "{\"where\": {\"area\": [\"%1$s\"], \"kind\": [\"%1$s\"], \"amenity\": {\"any\": [\"%1$s\"]}}}"
                .formatted(text));
    assertThat(answer.get("total").intValue()).isZero();
    assertThat(answer.get("warnings").size()).isEqualTo(3);
  }

  /** "o" stands in every kind and in no name, "inn" in every name. */
  @Test
  void ordersByRelevanceOnEveryPageWhereWordsAreGiven() {
    JsonNode all = answer("{\"where\": {\"words\": \"INN\"}}");
    assertThat(all.get("sort").stringValue()).isEqualTo("relevance");
    assertThat(keys(all)).isEqualTo("a b c d");
    assertThat(keys(answer("{\"where\": {\"words\": \"o\"}, \"sort\": \"popular\"}")))
        .isEqualTo("b a c");
    String request = "{\"where\": {\"words\": \"%s\"}, \"size\": 1, \"cursor\": %s}";
    JsonNode first = answer(request.formatted("n o", null));
    String cursor = "\"" + first.get("next").stringValue() + "\"";
    JsonNode second = answer(request.formatted("ｎ　O", cursor));
    assertThat(keys(first) + " " + keys(second)).isEqualTo("a b");
    assertThat(problem(request.formatted("n", cursor), 400).at("/errors/0/pointer").stringValue())
        .isEqualTo("/cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%", "_", "\\\\", "a%", "'; DROP", "$1 ?", "i_n", "in\\\\n", "e\u0301", "{a,b}", "NULL"
      })
  void signsOfWordsStandForThemselves(String words) {
    JsonNode answer = answer("{\"where\": {\"words\": \"" + words + "\"}}");
    assertThat(answer.get("total").intValue()).isZero();
    assertThat(answer.get("warnings").size()).isZero();
  }

  @Test
  void refusesAReleaseOfAnotherFormat() throws SQLException {
    execute(
        "INSERT INTO tatami.release VALUES ('old', 1, TRUE, now(),"
            + " '{\"format\": 1, \"property\": {\"filters\": [{\"kind\": \"keyword\"}]}}')");
    SearchReply reply = service.search("old", "{}");
    execute("DELETE FROM tatami.release WHERE catalog = 'old'");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.json()).contains("release 1 has format 1, this server reads 5; rebuild");
  }

  @Test
  void describesWhatMayBeAsked() {
    SearchReply reply = service.describe("inns");
    JsonNode form = MAPPER.readTree(reply.json());
    assertThat(form.get("horizon").toString())
        .isEqualTo("{\"first_night\":\"2026-08-25\",\"nights\":10}");
    assertThat(form.get("sorts").toString())
        .isEqualTo("[\"recommended\",\"popular\",\"price\",\"-price\",\"distance\",\"relevance\"]");
    assertThat(form.get("filters").get(0).toString())
        .isEqualTo(
            "{\"name\":\"area\",\"kind\":\"path\",\"grain\":\"property\",\"values\":[\"Hokkaido\","
                + "\"Hokkaido/Sapporo\",\"Kanto\",\"Kanto/Tokyo\"]}");
    assertThat(form.get("filters").get(3).toString())
        .isEqualTo(
            "{\"name\":\"rating\",\"kind\":\"number\",\"grain\":\"property\",\"min\":3,\"max\":4.5}");
    assertThat(form.get("price_model").stringValue()).isEqualTo("per_person");
    assertThat(form.get("today").stringValue()).isEqualTo("2026-08-25");
  }

  @Test
  void listsLiveReleases() {
    assertThat(MAPPER.readTree(service.listCatalogs().json()).get("catalogs").get(0).toString())
        .isEqualTo("{\"catalog\":\"inns\",\"release\":1}");
  }

  private static JsonNode answer(String request) {
    SearchReply reply = service.search("inns", request);
    assertThat(reply.status()).as(reply.json()).isEqualTo(200);
    return MAPPER.readTree(reply.json());
  }

  private static String keys(JsonNode answer) {
    return answer.get("hits").values().stream()
        .map(hit -> hit.get("key").stringValue())
        .collect(Collectors.joining(" "));
  }

  private static JsonNode problem(String request, int status) {
    SearchReply reply = service.search("inns", request);
    assertThat(reply.status()).as(reply.json()).isEqualTo(status);
    return MAPPER.readTree(reply.json());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }

  private static void executeUnchecked(String sql) {
    try {
      execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Does something before its second connection is handed out. */
  private static final class BeforeSecondConnection implements DataSource {

    private final DataSource dataSource;
    private final Runnable work;
    private int connections;

    private BeforeSecondConnection(DataSource dataSource, Runnable work) {
      this.dataSource = dataSource;
      this.work = work;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (++connections == 2) {
        work.run();
      }
      return dataSource.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
      dataSource.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      dataSource.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return dataSource.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getLogger("test");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return dataSource.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return dataSource.isWrapperFor(type);
    }
  }
}
