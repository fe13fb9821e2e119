package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.TestDatabase;
import tatami.query.inns.Inn;
import tatami.query.inns.InnCatalog;
import tatami.query.inns.InnOffer;
import tatami.query.inns.InnOffer.Rules;
import tatami.query.inns.InnRelease;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calendars and why-not of four inns, checked by hand.
 *
 * <pre>
 * inn  kind   offers (hundreds of yen for one person: of 1, of 2 heads)        rooms left
 * a    onsen  p1 150, 100 · p2 –, 120                                          2, none on night 4
 * b    hotel  p1 –, 90 (two nights at least)                                   1
 * c    onsen  p1 –, 200, on night 3 no price                                   1
 * d    –      p1 80, –                                                         1
 * </pre>
 *
 * Ten nights from 25 August 2026, which is today: night 1 is the 25th.
 */
class StayQuestionIT {

  private static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-08-25");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-25T00:00:30Z"));

  private static SearchService service;

  @BeforeAll
  static void publish() throws Exception {
    DataSource database = TestDatabase.create("stay_questions");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, inns());
    service = new SearchService(database, CLOCK);
  }

  private static InnCatalog inns() {
    Rules twoNights = new Rules(null, null, null, null, null, null, 2, null, null);
    Inn a =
        inn(
            "a",
            "onsen",
            1,
            offer("p1", 0, Rules.NONE, Map.of(1, cells(150), 2, cells(100))),
            offer("p2", 0, Rules.NONE, Map.of(2, cells(120))));
    Inn b = inn("b", "hotel", 2, offer("p1", 1, twoNights, Map.of(2, cells(90))));
    Inn c = inn("c", "onsen", 3, offer("p1", 1, Rules.NONE, Map.of(2, with(cells(200), 3, -1))));
    Inn d = inn("d", null, 4, offer("p1", 1, Rules.NONE, Map.of(1, cells(80))));
    return new InnCatalog(
        FIRST_NIGHT, 10, List.of(a, b, c, d), List.of(with(cells(2), 4, 0), cells(1)));
  }

  private static Inn inn(String code, String kind, int popularity, InnOffer... offers) {
    return new Inn(code, null, kind, new TreeSet<>(), null, null, popularity, List.of(offers));
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
          # request without from and to                                          | 27th           | 28th                 | 29th
          {}                                                                      | 20000-24000 a  | 40000-40000 c        | 20000-40000 ac
          {"price": {"max": 21000}}                                               | 20000-20000 a  | min_stay=1 no_stock=1 no_price=1 over_budget=1 | 20000-20000 a
          {"where": {"kind": ["hotel"]}}                                          | min_stay=1     | min_stay=1           | min_stay=1
          {"stay": {"nights": 2}}                                                 | 36000-36000 b  | 36000-80000 bc       | 36000-80000 abc
          {"stay": {"rooms": [{"adults": 2}, {"adults": 2}]}}                     | 40000-48000 a  | min_stay=1 no_stock=3 | 40000-48000 a
          {"stay": {"party": {"adults": 3, "rooms": 2}}}                          | 35000-35000 a  | min_stay=1 no_stock=3 | 35000-35000 a
          {"stay": {"rooms": [{"adults": 1, "children": [5]}]}}                   | min_stay=1 party=3 | min_stay=1 no_stock=1 party=2 | min_stay=1 party=3
          {"where": {"kind": ["boat"]}}                                           |                |                      |
          """)
  void tellsPricesOfEachDay(String request, String third, String fourth, String fifth) {
    JsonNode answer = calendar(request, "2026-08-27", "2026-08-29");
    List<String> told = answer.get("days").valueStream().map(StayQuestionIT::day).toList();
    assertThat(told)
        .containsExactly(
            counted("2026-08-27", third),
            counted("2026-08-28", fourth),
            counted("2026-08-29", fifth));
  }

  /** Letters stand for the inns that match; a calendar tells how many. */
  private static String counted(String date, String expected) {
    String text = expected == null ? "" : expected;
    int letters = text.matches("\\d.*") ? text.length() - text.indexOf(' ') - 1 : 0;
    return date + " " + (letters == 0 ? text : text.substring(0, text.indexOf(' ') + 1) + letters);
  }

  private static String day(JsonNode day) {
    JsonNode price = day.get("price");
    String told =
        price.isNull()
            ? codes(day)
            : price.get("min") + "-" + price.get("max") + " " + day.get("properties");
    return day.get("check_in").stringValue() + " " + told;
  }

  private static String codes(JsonNode answer) {
    return answer
        .get("why_not")
        .valueStream()
        .map(entry -> entry.get("code").stringValue() + "=" + entry.get("count"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCalendarHasTheShapeOfTheContract() {
    SearchReply reply =
        service.calendar("inns", "{\"from\": \"2026-08-28\", \"to\": \"2026-08-28\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.release()).isEqualTo(1);
    assertThat(reply.json())
        .startsWith(
            "{\"release\":1,\"position\":0,\"days\":[{\"check_in\":\"2026-08-28\","
                + "\"price\":{\"min\":40000,\"max\":40000,\"currency\":\"JPY\"},\"properties\":1}],"
                + "\"warnings\":[],\"data_age\":{");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # request | matching | codes | hints
          {"stay": {"check_in": "2026-08-28"}} | 1 of 4 | min_stay=1 no_stock=1 no_price=1 | 2026-08-27:1:20000 2026-08-29:2:20000 2026-08-26:2:20000 2026-08-30:2:20000 2026-08-25:2:20000 2026-08-31:2:20000
          {"stay": {"check_in": "2026-08-28"}, "where": {"kind": ["hotel"]}} | 0 of 1 | min_stay=1 |
          {"stay": {"check_in": "2026-08-28", "nights": 3}, "where": {"kind": ["onsen"]}} | 1 of 2 | no_stock=1 | 2026-08-29:2:60000 2026-08-30:2:60000 2026-08-25:1:60000 2026-08-31:2:60000
          {"stay": {"check_in": "2026-08-25"}, "price": {"max": 15000}} | 0 of 4 | min_stay=1 no_price=1 over_budget=2 | {"max":20000}:1:20000
          {"stay": {"check_in": "2026-08-25"}, "price": {"min": 50000}} | 0 of 4 | min_stay=1 no_price=1 over_budget=2 |
          {"stay": {"check_in": "2026-08-25", "rooms": [{"adults": 4}]}} | 0 of 4 | min_stay=1 no_price=3 | rooms=2:1:40000
          {"stay": {"check_in": "2026-09-03", "nights": 1}} | 2 of 4 | min_stay=1 no_price=1 | 2026-09-02:2:20000 2026-09-01:2:20000 2026-08-31:2:20000 rooms=2:1:30000
          """)
  void tellsWhatHindersAndWhatWouldNot(
      String request, String matching, String codes, String hints) {
    JsonNode answer = whyNot(request);
    assertThat(answer.get("matching") + " of " + answer.get("properties")).isEqualTo(matching);
    assertThat(codes(answer)).isEqualTo(codes);
    assertThat(hints(answer)).isEqualTo(hints == null ? "" : hints);
  }

  private static String hints(JsonNode answer) {
    return answer
        .get("hints")
        .valueStream()
        .map(
            hint -> {
              String change =
                  hint.has("check_in")
                      ? hint.get("check_in").stringValue()
                      : hint.has("rooms")
                          ? "rooms=" + hint.get("rooms")
                          : hint.get("budget").toString();
              return change + ":" + hint.get("count") + ":" + hint.get("price").get("min");
            })
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"stay": {"check_in": "2026-08-28"}, "key": "a"} | true | "no_stock" | p1="no_stock" p2="no_stock" | 2026-08-27:1:20000 2026-08-29:1:20000 2026-08-26:1:20000 2026-08-30:1:20000 2026-08-25:1:20000 2026-08-31:1:20000
          {"stay": {"check_in": "2026-08-25"}, "key": ["a"]} | true | null | p1=null p2=null | 2026-08-26:1:20000 2026-08-27:1:20000 rooms=2:1:30000
          {"stay": {"check_in": "2026-08-25"}, "key": "b"} | true | "min_stay" | p1="min_stay" |
          {"stay": {"check_in": "2026-08-25"}, "key": "a", "price": {"max": 20000}} | true | null | p1=null p2="over_budget" | 2026-08-26:1:20000 2026-08-27:1:20000
          {"stay": {"check_in": "2026-08-25"}, "key": "c", "price": {"max": 1}} | true | "over_budget" | p1="over_budget" | {"max":40000}:1:40000
          {"stay": {"check_in": "2026-08-25"}, "key": "d", "where": {"meal": ["breakfast"]}} | true | "no_offer" | |
          {"stay": {"check_in": "2026-08-25"}, "key": "a", "where": {"kind": ["hotel"]}} | false | null | |
          """)
  void tellsTheObstacleOfOneInn(
      String request, boolean passes, String code, String offers, String hints) {
    JsonNode answer = whyNot(request);
    assertThat(answer.get("passes_filters").booleanValue()).isEqualTo(passes);
    assertThat(answer.get("code")).hasToString(code);
    String told =
        answer
            .get("offers")
            .valueStream()
            .map(offer -> offer.get("key").get(0).stringValue() + "=" + offer.get("code"))
            .collect(Collectors.joining(" "));
    assertThat(told).isEqualTo(offers == null ? "" : offers);
    assertThat(hints(answer)).isEqualTo(hints == null ? "" : hints);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzz", "'", "A", "a ", "%", ""})
  void aKeyThatNoInnHasIsNotFound(String key) {
    String request = "{\"stay\": {\"check_in\": \"2026-08-25\"}, \"key\": \"" + key + "\"}";
    SearchReply reply = service.whyNot("inns", request);
    assertThat(reply.status()).isEqualTo(404);
    JsonNode problem = JsonMapper.shared().readTree(reply.json());
    assertThat(problem.get("type").stringValue()).isEqualTo("urn:tatami:problem:unknown-key");
    assertThat(problem.get("errors").get(0).get("pointer").stringValue()).isEqualTo("/key");
    assertThat(problem.get("errors").get(0).get("value").stringValue()).isEqualTo(key);
    assertThat(problem.get("release").intValue()).isEqualTo(1);
  }

  @Test
  void problemsAreThoseOfASearch() {
    assertThat(service.calendar("boats", "{}").status()).isEqualTo(404);
    assertThat(service.whyNot("boats", "{}").status()).isEqualTo(404);
    assertThat(service.whyNot("inns", "{").status()).isEqualTo(400);
    SearchReply past =
        service.calendar("inns", "{\"from\": \"2026-08-24\", \"to\": \"2026-08-25\"}");
    assertThat(past.status()).isEqualTo(400);
    assertThat(past.release()).isEqualTo(1);
    assertThat(past.json()).contains("\"pointer\":\"/from\"", "today is 2026-08-25");
  }

  @Test
  void aSplitPartyIsShownRoomByRoom() {
    String json =
        "{\"stay\": {\"check_in\": \"2026-08-25\", \"party\": {\"adults\": 3, \"rooms\": 2}}}";
    JsonNode hit = JsonMapper.shared().readTree(service.search("inns", json).json()).at("/hits/0");
    assertThat(hit.at("/offers/0/total").intValue()).isEqualTo(35_000);
    assertThat(hit.at("/offers/0/rooms"))
        .hasToString("[{\"adults\":2,\"children\":[]},{\"adults\":1,\"children\":[]}]");
    String named =
        "{\"stay\": {\"check_in\": \"2026-08-25\", \"rooms\": [{\"adults\": 2}, {\"adults\": 1}]}}";
    JsonNode same =
        JsonMapper.shared().readTree(service.search("inns", named).json()).at("/hits/0");
    assertThat(same.at("/offers/0/total").intValue()).isEqualTo(35_000);
    assertThat(same.at("/offers/0").has("rooms")).isFalse();
  }

  private static JsonNode calendar(String request, String from, String to) {
    String range = "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"";
    String rest = request.equals("{}") ? "}" : ", " + request.substring(1);
    return ok(service.calendar("inns", range + rest));
  }

  private static JsonNode whyNot(String request) {
    return ok(service.whyNot("inns", request));
  }

  private static JsonNode ok(SearchReply reply) {
    assertThat(reply.status()).as(reply.json()).isEqualTo(200);
    return JsonMapper.shared().readTree(reply.json());
  }
}
