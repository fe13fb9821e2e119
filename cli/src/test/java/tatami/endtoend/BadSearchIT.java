package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bad searches are answered on their own line by a problem document that names the place; the rest
 * goes on. Today is 2016-05-06; the last night is 2016-08-28.
 */
class BadSearchIT {

  private static final String GOOD = "{\"size\":1}";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** What is wrong comes first: the pointer of the first error begins with it. */
  private static final String BAD_SEARCHES =
      """
      /colour                  | {"colour": "red"}
      /where/colour            | {"where": {"colour": ["red"]}}
      /where/area              | {"where": {"area": []}}
      /where/area              | {"where": {"area": "Harbour"}}
      /where/area/0            | {"where": {"area": [7]}}
      /where/room_type         | {"where": {"room_type": []}}
      /where/amenities         | {"where": {"amenities": ["TV"]}}
      /where/amenities/some    | {"where": {"amenities": {"some": ["TV"]}}}
      /where/rating            | {"where": {"rating": {"min": 4, "max": 3}}}
      /where/rating/min        | {"where": {"rating": {"min": "four"}}}
      /where/rating/from       | {"where": {"rating": {"from": 4}}}
      /where/words             | {"where": {"words": ["sea view"]}}
      /where/words             | {"where": {"words": {"all": ["sea"]}}}
      /where/words             | {"where": {"words": 7}}
      /where/words             | {"where": {"words": null}}
      /where/words             | {"where": {"words": ""}}
      /where/words             | {"where": {"words": " \\u3000\\t"}}
      /where/words             | {"where": {"words": "\\"\\" \\" \\""}}
      /where/words             | {"where": {"words": "sea\\u0000view"}}
      /where/words             | {"where": {"words": "\\ud800"}}
      /where/words             | {"where": {"words": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}
      /where/location          | {"where": {"location": {"within": [2, 0, 1, 1]}}}
      /where/location          | {"where": {"location": {"within": [0, 0, 1]}}}
      /where/location          | {"where": {"location": {"within": [0, 0, 91, 1]}}}
      /where/location/near     | {"where": {"location": {"near": {"lat": 1, "lon": 1, "km": -1}}}}
      /where/location/near/lat | {"where": {"location": {"near": {"lat": 91, "lon": 1, "km": 1}}}}
      /stay/nights             | {"stay": {"check_in": "2016-05-10", "nights": 0}}
      /stay/nights             | {"stay": {"check_in": "2016-05-10", "nights": -1}}
      /stay/nights             | {"stay": {"check_in": "2016-05-10", "nights": 1.5}}
      /stay/nights             | {"stay": {"check_in": "2016-05-10", "nights": "two"}}
      /stay/nights             | {"stay": {"check_in": "2016-05-10", "nights": 367}}
      /stay/nights             | {"stay": {"nights": 2}}
      /stay                    | {"stay": {"check_in": "2016-08-28", "nights": 2}}
      /stay/check_in           | {"stay": {"check_in": "2016-08-29"}}
      /stay/check_in           | {"stay": {"check_in": "2016-05-05"}}
      /stay/check_in           | {"stay": {"check_in": "2016-04-30"}}
      /stay/check_in           | {"stay": {"check_in": "2016-02-30"}}
      /stay/check_in           | {"stay": {"check_in": "tomorrow"}}
      /stay/check_in           | {"stay": {"check_in": 20160510}}
      /stay/check_out          | {"stay": {"check_in": "2016-05-10", "check_out": "2016-05-11"}}
      /stay/rooms              | {"stay": {"check_in": "2016-05-10", "rooms": []}}
      /stay/rooms/0/adults     | {"stay": {"check_in": "2016-05-10", "rooms": [{"adults": 0}]}}
      /stay/rooms/0            | {"stay": {"check_in": "2016-05-10", "rooms": [{"children": [5]}]}}
      /stay/rooms/0/children/0 | {"stay": {"rooms": [{"adults": 1, "children": [18]}]}}
      /stay/rooms/0/children   | {"stay": {"rooms": [{"adults": 1, "children": 2}]}}
      /stay/rooms              | {"stay": {"rooms": [{"adults": 33}]}}
      /stay                    | {"stay": {"rooms": [{"adults": 1}], "party": {"adults": 1}}}
      /stay/party/rooms        | {"stay": {"party": {"adults": 12, "rooms": 9}}}
      /stay/party/adults       | {"stay": {"party": {"adults": 99}}}
      /stay/party/adults       | {"stay": {"party": {"adults": 1, "rooms": 2}}}
      /stay/party/children/1   | {"stay": {"party": {"adults": 1, "children": [3, 200]}}}
      /price                   | {"price": {"min": 5, "max": 4}}
      /price/max               | {"price": {"max": "cheap"}}
      /price/max               | {"price": {"max": 10.5}}
      /price/group             | {"price": {"group": "gold"}}
      /sort                    | {"sort": "distance"}
      /sort                    | {"sort": "relevance"}
      /sort                    | {"sort": "-rating"}
      /sort                    | {"sort": 1}
      /size                    | {"size": 0}
      /size                    | {"size": 101}
      /size                    | {"size": "many"}
      /offers                  | {"offers": -1}
      /facets/0                | {"facets": ["colour"]}
      /facets/0                | {"facets": ["location"]}
      /facets                  | {"facets": "area"}
      /show/0                  | {"show": ["colour"]}
      /cursor                  | {"cursor": "nonsense"}
      /cursor                  | {"cursor": 7}
      """;

  private static Commands commands;
  private static CityUnderTest city;

  @BeforeAll
  static void rebuild() {
    commands = Commands.onAnEmptyDatabase();
    city = new CityUnderTest(commands, "lakeside", "2016-05-06", "USD");
    city.rebuild(SmallCities.folder(SmallVintage.LAKESIDE));
  }

  @Test
  void answersEveryBadSearchOnItsLineWithThePlace() {
    List<List<String>> cases =
        BAD_SEARCHES.lines().map(line -> List.of(line.split(" *\\| ", 2))).toList();
    List<String> requests = new ArrayList<>();
    cases.forEach(each -> requests.addAll(List.of(each.get(1), "", GOOD)));
    Commands.Outcome outcome = city.search(String.join("\n", requests));
    outcome.assertExit(2);
    assertThat(outcome.lines()).hasSize(2 * cases.size());
    for (int at = 0; at < cases.size(); at++) {
      JsonNode problem = MAPPER.readTree(outcome.lines().get(2 * at));
      assertProblem(cases.get(at).get(0), cases.get(at).get(1), problem);
      assertThat(MAPPER.readTree(outcome.lines().get(2 * at + 1)).path("hits").size()).isEqualTo(1);
    }
  }

  private static void assertProblem(String pointer, String request, JsonNode problem) {
    assertThat(problem.path("status").asInt(-1)).as(request).isEqualTo(400);
    for (String field : List.of("type", "title", "detail")) {
      assertThat(problem.path(field).asString("")).as("%s of %s", field, request).isNotBlank();
    }
    JsonNode error = problem.path("errors").path(0);
    assertThat(error.path("pointer").asString("")).as(request).startsWith(pointer);
    assertThat(error.path("detail").asString("")).as(request).isNotBlank();
    assertThat(error.has("value")).as(request).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"stay\":", "[]", "null", "7", "{} {}", "\"x\"", "{\"size\":1,\"size\":2}"})
  void answersTextThatIsNoRequest(String text) {
    Commands.Outcome outcome = city.search(text + "\n" + GOOD + "\n");
    outcome.assertExit(2);
    assertThat(MAPPER.readTree(outcome.lines().get(0)).path("status").asInt(-1)).isEqualTo(400);
    assertThat(MAPPER.readTree(outcome.lines().get(1)).path("total").asInt(-1)).isPositive();
  }

  @Test
  void acceptsTheEdgesOfWhatIsAllowed() {
    Commands.Outcome outcome =
        city.search(
            """
            {"stay": {"check_in": "2016-08-28", "nights": 1}, "size": 100}
            {"stay": {"check_in": "2016-05-06", "nights": 115}}
            {"where": {"amenities": {"all": [], "any": [], "none": []}}}
            {"where": {"location": {"near": {"lat": 46.2, "lon": -121.5, "km": 500}}}}
            {"stay": {"rooms": [{"adults": 1, "children": [0, 17]}]}, "cursor": null}
            {"where": {"words": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}
            {"where": {"words": "\\"'; DROP TABLE x; -- %_\\\\ $1 ?\\u0001\\uffff"}, "sort": "relevance"}
            {}
            """);
    outcome.assertExit(0);
    assertThat(outcome.lines()).hasSize(8);
  }

  @Test
  void answersOneRequestThatIsAnArgument() {
    Commands.Outcome outcome =
        commands.run("search", GOOD, "--name", "lakeside", "--now", "2016-05-06");
    outcome.assertExit(0);
    assertThat(MAPPER.readTree(outcome.out()).path("hits").size()).isEqualTo(1);
    commands
        .run("search", "{\"size\":0}", "--name", "lakeside", "--now", "2016-05-06")
        .assertExit(2);
  }

  @Test
  void saysThatNothingIsBuiltYet() {
    Commands empty = Commands.onAnEmptyDatabase();
    Commands.Outcome outcome = empty.run("search", GOOD, "--name", "lakeside");
    outcome.assertExit(1);
    assertThat(outcome.out() + outcome.err()).contains("nothing to search yet");
  }

  @Test
  void saysThatTheDatabaseIsAway() {
    Commands away = commands.on("postgresql://nobody:nothing@127.0.0.1:1/nowhere");
    Commands.Outcome outcome = away.run("search", GOOD, "--name", "lakeside");
    outcome.assertExit(75);
    assertThat(outcome.err()).contains("127.0.0.1:1").doesNotContain("\tat ");
  }
}
