package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.cursor.RequestDigest;
import tatami.query.problem.ProblemException;
import tatami.query.problem.RequestError;
import tatami.query.release.CatalogFilter;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.Condition.HasWords;
import tatami.query.request.Condition.InRange;
import tatami.query.request.Condition.InSubtrees;
import tatami.query.request.Condition.Interval;
import tatami.query.request.Condition.IsOneOf;
import tatami.query.request.Condition.Near;
import tatami.query.request.Condition.Within;
import tatami.searchtable.description.StayLayout.PriceModel;

class RequestReaderTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease PER_UNIT = TestReleases.boats(PriceModel.PER_UNIT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"stya": {}}|/stya|unknown field "stya", did you mean "stay"? known: stay, where, price, sort, size, cursor, offers, facets, show
          {"stay": []}|/stay|must be an object, got an array
          {"stay": {"nigths": 1}}|/stay/nigths|unknown field "nigths", did you mean "nights"? known: check_in, nights, rooms, party
          {"stay": {"nights": 2}}|/stay/nights|needs "check_in"
          {"stay": {"check_in": "2026-02-30"}}|/stay/check_in|no such date; a date is yyyy-mm-dd
          {"stay": {"check_in": "2026-9-3"}}|/stay/check_in|must be a date such as "2026-12-05"
          {"stay": {"check_in": 20260903}}|/stay/check_in|must be a date such as "2026-12-05"
          {"stay": {"check_in": null}}|/stay/check_in|must be a date such as "2026-12-05"
          {"stay": {"check_in": "2026-08-24"}}|/stay/check_in|is in the past: today is 2026-08-25
          {"stay": {"check_in": "2026-11-28"}}|/stay/check_in|must be a night from 2026-08-20 to 2026-11-27
          {"stay": {"check_in": "2026-11-27", "nights": 2}}|/stay/nights|the stay must end by 2026-11-28, ends 2026-11-29; take fewer nights or an earlier check-in
          {"stay": {"check_in": "2026-09-01", "nights": 0}}|/stay/nights|must be an integer from 1 to 30
          {"stay": {"check_in": "2026-09-01", "nights": 31}}|/stay/nights|must be an integer from 1 to 30
          {"stay": {"check_in": "2026-09-01", "nights": 1.0}}|/stay/nights|must be an integer from 1 to 30
          {"stay": {"check_in": "2026-09-01", "nights": 99999999999999999999}}|/stay/nights|must be an integer from 1 to 30
          {"stay": {"check_in": "2026-09-01", "nights": "2"}}|/stay/nights|must be an integer from 1 to 30, got a string
          {"stay": {"party": {}, "rooms": [{"adults": 1}]}}|/stay/party|either "rooms" or "party", not both
          {"stay": {"rooms": []}}|/stay/rooms|must be an array of 1 to 8 rooms, got 0 rooms
          {"stay": {"rooms": {"adults": 1}}}|/stay/rooms|must be an array of 1 to 8 rooms, got an object
          {"stay": {"rooms": [{}]}}|/stay/rooms/0/adults|each room needs at least one adult
          {"stay": {"rooms": [{"adults": 0}]}}|/stay/rooms/0/adults|must be an integer from 1 to 32
          {"stay": {"rooms": [2]}}|/stay/rooms/0|must be an object, got a number
          {"stay": {"rooms": [{"adults": 1, "children": [18]}]}}|/stay/rooms/0/children/0|must be an integer from 0 to 17
          {"stay": {"rooms": [{"adults": 1, "children": 2}]}}|/stay/rooms/0/children|must be an array of at most 32 ages in years, got a number
          {"stay": {"rooms": [{"adults": 32}, {"adults": 1}]}}|/stay/rooms|at most 32 people in all rooms, got 33
          {"where": []}|/where|must be an object, got an array
          {"where": {"aera": ["x"]}}|/where/aera|unknown filter "aera", did you mean "area"? known: area, kind, tag, length, berth, words, deal
          {"where": {"area": "North"}}|/where/area|must be an array of at least one string, got a string
          {"where": {"area": []}}|/where/area|must be an array of at least one string, got an empty one
          {"where": {"area": null}}|/where/area|must be an array of at least one string, got null
          {"where": {"kind": []}}|/where/kind|must be an array of at least one string, got an empty one
          {"where": {"kind": ["sail", 3]}}|/where/kind/1|must be a string, got a number
          {"where": {"tag": ["new"]}}|/where/tag|must be an object, got an array
          {"where": {"tag": {"al": []}}}|/where/tag/al|unknown field "al", did you mean "all"? known: all, any, none
          {"where": {"tag": {"all": "new"}}}|/where/tag/all|must be an array of at least one string, got a string
          {"where": {"length": 4}}|/where/length|must be an object, got a number
          {"where": {"length": {"min": "4"}}}|/where/length/min|must be a number, got a string
          {"where": {"length": {"min": 5, "max": 4.9}}}|/where/length/min|must not be above "max"
          {"where": {"berth": {}}}|/where/berth|needs "within" or "near"
          {"where": {"berth": {"within": [1, 2, 3]}}}|/where/berth/within|must be [south, west, north, east] in degrees
          {"where": {"berth": {"within": [2, 0, 1, 0]}}}|/where/berth/within|south must not be above north
          {"where": {"berth": {"within": [2, 0, 91, 0]}}}|/where/berth/within/2|must be a number from -90 to 90
          {"where": {"berth": {"within": [2, 0, "3", 0]}}}|/where/berth/within/2|must be a number from -90 to 90
          {"where": {"berth": {"near": {"lat": 1, "lon": 2}}}}|/where/berth/near/km|"near" needs "lat", "lon" and "km"
          {"where": {"berth": {"near": {"lon": 1, "km": 1}}}}|/where/berth/near/lat|"near" needs "lat", "lon" and "km"
          {"where": {"berth": []}}|/where/berth|must be an object, got an array
          {"where": {"berth": {"near": {"lat": 1, "lon": 181, "km": 1}}}}|/where/berth/near/lon|must be a number from -180 to 180
          {"where": {"berth": {"near": {"lat": 1, "lon": 1, "km": 0}}}}|/where/berth/near/km|must be a number above 0, at most 500
          {"where": {"berth": {"near": {"lat": 1, "lon": 1, "km": 500.1}}}}|/where/berth/near/km|must be a number above 0, at most 500
          {"where": {"words": ["inn"]}}|/where/words|must be a string, got an array
          {"where": {"words": null}}|/where/words|must be a string, got null
          {"where": {"words": ""}}|/where/words|must have a word to search for; leave it out for none
          {"where": {"words": "　\\" \\" "}}|/where/words|must have a word to search for; leave it out for none
          {"where": {"words": "a\\u0000b"}}|/where/words|has a sign that no text has: NUL or one half of a surrogate pair
          {"where": {"words": "a\\ud83d"}}|/where/words|has a sign that no text has: NUL or one half of a surrogate pair
          {"price": {"max": 1.5}}|/price/max|must be an integer from 0 to 9223372036854775807 in the minor unit of JPY
          {"price": {"min": -1}}|/price/min|must be an integer from 0 to 9223372036854775807 in the minor unit of JPY
          {"price": {"min": 2, "max": 1}}|/price/min|must not be above "max": min=2 max=1
          {"price": {"per": "day"}}|/price/per|must be "stay" or "night"
          {"price": {"group": "a"}}|/price/group|prices of buyer groups are not available yet
          {"sort": "relevance"}|/sort|needs "words" in "where"
          {"sort": "prise"}|/sort|unknown sort "prise", did you mean "price"? known: recommended, speed, price, -price, distance, relevance
          {"sort": 1}|/sort|must be a string, got a number
          {"sort": "distance"}|/sort|needs "near" of a point in "where"
          {"size": 0}|/size|must be an integer from 1 to 100
          {"size": 101}|/size|must be an integer from 1 to 100
          {"offers": -1}|/offers|must be an integer from 0 to 100
          {"cursor": 3}|/cursor|must be a string, got a number
          {"facets": ["area", 3]}|/facets/1|must be a string, got a number
          {"facets": "area"}|/facets|must be an array of strings, got a string
          {"facets": ["berth"]}|/facets/0|unknown facet "berth"; known: area, kind, tag, length, deal, price
          {"facets": ["words"]}|/facets/0|unknown facet "words"; known: area, kind, tag, length, deal, price
          {"show": ["nmae"]}|/show/0|unknown column "nmae", did you mean "name"? known: name, length
          {"a/b~": 1}|/a~1b~0|unknown field "a/b~"; known: stay, where, price, sort, size, cursor, offers, facets, show
          """)
  void namesThePlaceAndWhatIsAllowed(String json, String pointer, String detail) {
    assertThat(mistakes(json, PER_UNIT)).containsExactly(pointer + " " + detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "3",
        "{\"size\": 1, \"size\": 2}",
        "{\"stay\": {\"nights\": 1, \"nights\": 1}}",
        "{} {}",
        "{} x",
        "{\"size\": NaN}",
        "{\"size\": 01}",
        "{'size': 1}",
        "{\"size\": 1,}",
        "{\"size\": 1} // end",
        "{\"where\": {\"length\": {\"min\": 1e99999999999}}}",
        "\uFEFF{}"
      })
  void refusesWhatIsNotStrictJson(String json) {
    assertThat(mistakes(json, PER_UNIT)).hasSize(1).allMatch(mistake -> mistake.startsWith(" "));
  }

  @Test
  void refusesDeepNestingAndLongTexts() {
    String deep = "{\"where\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}";
    String longText = "{\"sort\": \"" + "é".repeat(40_000) + "\"}";
    assertThat(mistakes(deep, PER_UNIT)).hasSize(1);
    assertThat(mistakes(longText, PER_UNIT)).containsExactly(" a request has at most 65536 bytes");
  }

  @Test
  void takesAsManyBytesAsARequestMayHave() {
    String json = "{}" + " ".repeat(64 * 1024 - 2);
    assertThat(RequestReader.parse(json).isObject()).isTrue();
    assertThat(mistakes(json + " ", PER_UNIT))
        .containsExactly(" a request has at most 65536 bytes");
  }

  @Test
  void saysWhereJsonBreaks() {
    assertThat(mistakes("{\n {", PER_UNIT))
        .singleElement()
        .asString()
        .startsWith(" no valid JSON at line 2, column ");
  }

  @Test
  void tellsFiftyMistakesAndNoMore() {
    String numbers = "0" + ", 0".repeat(50);
    assertThat(mistakes("{\"where\": {\"kind\": [" + numbers + "]}}", PER_UNIT))
        .hasSize(50)
        .last()
        .isEqualTo("/where/kind/49 must be a string, got a number");
  }

  @Test
  void shortensALongName() {
    assertThat(mistakes("{\"" + "x".repeat(60) + "\": 1}", PER_UNIT).get(0)).contains("xx\"; ");
    assertThat(mistakes("{\"" + "x".repeat(61) + "\": 1}", PER_UNIT).get(0))
        .contains("\"" + "x".repeat(60) + "…\"; ");
  }

  @Test
  void tellsAllMistakesAtOnce() {
    String json = "{\"sizes\": 1, \"size\": 0, \"stay\": {\"nights\": 0}, \"price\": {\"per\": 1}}";
    assertThat(mistakes(json, PER_UNIT))
        .extracting(mistake -> mistake.substring(0, mistake.indexOf(' ')))
        .containsExactly("/sizes", "/stay/nights", "/stay/nights", "/price/per", "/size");
  }

  @Test
  void countsValuesOfAllFiltersTogether() {
    String values = "\"x\"" + ", \"x\"".repeat(24);
    String json = "{\"where\": {\"area\": [%s], \"kind\": [%s]%s}}";
    assertThat(read(json.formatted(values, values, "")).where()).hasSize(2);
    assertThat(mistakes(json.formatted(values, values, ", \"tag\": {\"any\": [\"y\"]}"), PER_UNIT))
        .containsExactly("/where at most 50 filter values, got 51");
  }

  @Test
  void readsWordsFoldedAndSortsByRelevanceUnlessAskedOtherwise() {
    String json = "{\"where\": {\"words\": \"ｓｅａ \\\"a, b\\\" SEA\"}%s}";
    SearchRequest request = read(json.formatted(""));
    assertThat(condition(request, HasWords.class).words()).containsExactly("sea", "a, b");
    assertThat(request.sort()).isEqualTo(SortOrder.RELEVANCE);
    assertThat(read(json.formatted(", \"sort\": \"relevance\"")).sort())
        .isEqualTo(SortOrder.RELEVANCE);
    assertThat(read(json.formatted(", \"sort\": \"recommended\"")).sort())
        .isEqualTo(SortOrder.RECOMMENDED);
  }

  @Test
  void countsTheCodePointsOfWords() {
    String json = "{\"where\": {\"words\": \"%s\"}}";
    assertThat(read(json.formatted("🛖".repeat(100))).where()).hasSize(1);
    assertThat(mistakes(json.formatted("🛖".repeat(101)), PER_UNIT))
        .containsExactly("/where/words at most 100 characters, got 101");
  }

  @Test
  void tellsAPhraseFromTwoWordsInACursor() {
    SearchRequest phrase = read("{\"where\": {\"words\": \"\\\"a, b\\\"\"}}");
    SearchRequest words = read("{\"where\": {\"words\": \"a, b\"}}");
    assertThat(RequestDigest.of(phrase)).isNotEqualTo(RequestDigest.of(words));
  }

  @Test
  void refusesMoreThanTwentyFacets() {
    String facets = "\"area\"" + ", \"area\"".repeat(20);
    assertThat(mistakes("{\"facets\": [" + facets + "]}", PER_UNIT))
        .containsExactly("/facets at most 20 facets, got 21");
    assertThat(read("{\"facets\": [\"area\", \"kind\", \"area\"]}").facets()).hasSize(2);
    assertThat(read("{\"facets\": [" + facets.substring(8) + "]}").facets()).hasSize(1);
  }

  @Test
  void thePriceIsAFacetOfCatalogsWithDates() {
    SearchRequest request = read("{\"facets\": [\"price\", \"kind\"]}");
    assertThat(request.priceFacet()).isTrue();
    assertThat(request.facets()).extracting(CatalogFilter::name).containsExactly("kind");
    assertThat(read("{\"facets\": [\"kind\"]}").priceFacet()).isFalse();
    assertThat(mistakes("{\"facets\": [\"price\"]}", TestReleases.shops()))
        .containsExactly("/facets/0 unknown facet \"price\"; known: area, kind, tag, length");
  }

  @Test
  void aCatalogWithoutOffersHasNoStayPriceOrOffers() {
    OpenRelease shops = TestReleases.shops();
    String json = "{\"stay\": {}, \"price\": {\"max\": 1}, \"offers\": 3, \"sort\": \"-price\"}";
    assertThat(mistakes(json, shops))
        .containsExactly(
            "/stay catalog \"boats\" has no dates",
            "/price catalog \"boats\" has no prices",
            "/sort catalog \"boats\" has no prices to sort by",
            "/offers catalog \"boats\" has no offers");
  }

  @Test
  void nullIsAbsentAtTheTopAndTheDefaultsAreThoseOfTheContract() {
    String nulls =
        "{\"stay\": null, \"where\": null, \"price\": null, \"sort\": null, \"size\": null,"
            + " \"cursor\": null, \"offers\": null, \"facets\": null, \"show\": null}";
    SearchRequest request = read(nulls);
    assertThat(request).isEqualTo(read("{}"));
    assertThat(request.size()).isEqualTo(20);
    assertThat(request.offers()).isEqualTo(3);
    assertThat(request.sort()).isEqualTo(SortOrder.RECOMMENDED);
    assertThat(request.stay()).isEqualTo(StayRequest.DEFAULT);
    assertThat(request.show()).hasSize(2);
    assertThat(read("{\"show\": []}").show()).isEmpty();
  }

  @Test
  void aCheckInMayBeTodayAndTheStayMayEndAfterTheLastNight() {
    assertThat(read("{\"stay\": {\"check_in\": \"2026-08-25\"}}").stay().nights()).isEqualTo(1);
    assertThat(read("{\"stay\": {\"check_in\": \"2026-11-27\"}}").stay().isDated()).isTrue();
  }

  @Test
  void unknownValuesMatchNothingAndAreWarnedOfOnce() {
    SearchRequest request =
        read(
            "{\"where\": {\"area\": [\"north\", \"North\\u0000\", \"\\ud800\"],"
                + " \"kind\": [\"a b\", \"a b \", \"a b\"], \"tag\": {\"none\": [\"New\"]}}}");
    assertThat(condition(request, InSubtrees.class).intervals()).isEmpty();
    assertThat(condition(request, IsOneOf.class).codes()).containsExactly(2);
    assertThat(condition(request, Condition.HasTags.class).none()).isEmpty();
    assertThat(request.warnings())
        .containsExactly(
            "where.area: unknown value \"north\"",
            "where.area: unknown value \"North\0\"",
            "where.area: unknown value \"\ud800\"",
            "where.kind: unknown value \"a b\"",
            "where.tag: unknown value \"New\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "South/Bay"|4-4
          "North"|0-2
          "North/Lake", "North"|0-2
          "North/Hill", "South"|1-1 3-4
          "South", "North"|0-4
          """)
  void mergesSubtrees(String values, String intervals) {
    InSubtrees subtrees =
        condition(read("{\"where\": {\"area\": [" + values + "]}}"), InSubtrees.class);
    String merged =
        subtrees.intervals().stream()
            .map((Interval interval) -> interval.first() + "-" + interval.last())
            .collect(Collectors.joining(" "));
    assertThat(merged).isEqualTo(intervals);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.25, 0.5, 1, 2
          0.5, 0.5, 2, 2
          0, 0.25, 0, 1
          -0.25, 0, -1, 0
          12.5, 12.5, 50, 9223372036854775807
          -3, -3, -9223372036854775808, -12
          0.26, 0.74, 2, 2
          0.26, 0.49, 2, 1
          -0.3, 1e-999999999, -1, 0
          1e-999999999, 9, 1, 36
          -1e-999999999, 0, 0, 0
          -3, 12.5, -9223372036854775808, 9223372036854775807
          -1e999999999, 1e999999999, -9223372036854775808, 9223372036854775807
          12.51, 99, 1, 0
          -99, -3.01, 1, 0
          """)
  void translatesNumbersToStepsExactly(String minimum, String maximum, long lowest, long highest) {
    String json = "{\"where\": {\"length\": {\"min\": %s, \"max\": %s}}}";
    InRange range = condition(read(json.formatted(minimum, maximum)), InRange.class);
    assertThat(List.of(range.lowest(), range.highest())).containsExactly(lowest, highest);
  }

  @Test
  void roundsCoordinatesToSteps() {
    SearchRequest within =
        read("{\"where\": {\"berth\": {\"within\": [-1.00000004, 179, 1.00000006, -179]}}}");
    assertThat(condition(within, Within.class))
        .extracting(Within::south, Within::west, Within::north, Within::east)
        .containsExactly(-10_000_000, 1_790_000_000, 10_000_001, -1_790_000_000);
    SearchRequest near =
        read("{\"where\": {\"berth\": {\"near\": {\"lat\": 1, \"lon\": 2, \"km\": 0.0000019}}}}");
    assertThat(condition(near, Near.class).radiusMillimetres()).isEqualTo(1);
  }

  @Test
  void edgesOfTheGlobeAndOfACircleAreAllowed() {
    SearchRequest within = read("{\"where\": {\"berth\": {\"within\": [90, -180, 90, 180]}}}");
    assertThat(condition(within, Within.class))
        .extracting(Within::south, Within::west, Within::north, Within::east)
        .containsExactly(900_000_000, -1_800_000_000, 900_000_000, 1_800_000_000);
    String near = "{\"where\": {\"berth\": {\"near\": {\"lat\": -3, \"lon\": 2, \"km\": %s}}}}";
    Near far = condition(read(near.formatted("500")), Near.class);
    assertThat(List.of(far.latitude(), far.longitude())).containsExactly(-30_000_000, 20_000_000);
    assertThat(far.radiusMillimetres()).isEqualTo(500_000_000);
    assertThat(condition(read(near.formatted("0.000001")), Near.class).radiusMillimetres())
        .isEqualTo(1);
    assertThat(condition(read(near.formatted("0.00000099")), Near.class).radiusMillimetres())
        .isZero();
  }

  @Test
  void conditionsAreOrderedByTheNameOfTheirFilter() {
    SearchRequest request =
        read(
            "{\"where\": {\"tag\": {\"all\": [\"red\", \"new\"], \"any\": [\"old\", \"x\"]},"
                + " \"kind\": [\"sail\"]}}");
    assertThat(request.where())
        .extracting(asked -> asked.filter().name())
        .containsExactly("kind", "tag");
    Condition.HasTags tags = condition(request, Condition.HasTags.class);
    assertThat(tags.all()).containsExactly(0, 2);
    assertThat(tags.any()).containsExactly(1);
    assertThat(tags.none()).isNull();
  }

  @Test
  void onlyOnePointHasACircle() {
    String circle = "{\"near\": {\"lat\": 1, \"lon\": 2, \"km\": 3}}";
    String json = "{\"where\": {\"head\": " + circle + ", \"%s\": " + circle + "}}";
    assertThat(mistakes(json.formatted("foot"), TestReleases.piers()))
        .containsExactly("/where \"near\" of one point only");
    assertThat(mistakes(json.formatted("post"), TestReleases.piers()))
        .containsExactly(
            "/where/post/near \"near\" a point of an offer is not available yet",
            "/where \"near\" of one point only");
  }

  @Test
  void aNumberThatNoRowHasMatchesNothing() {
    SearchRequest request =
        RequestReader.read(
            RequestReader.parse("{\"where\": {\"depth\": {\"min\": 0, \"max\": 9}}}"),
            TestReleases.piers(),
            TODAY,
            false);
    assertThat(condition(request, InRange.class))
        .extracting(InRange::lowest, InRange::highest)
        .containsExactly(1L, 0L);
  }

  @Test
  void anEmptyTagListIsNoCondition() {
    assertThat(read("{\"where\": {\"tag\": {\"all\": [], \"any\": []}}}").where()).isEmpty();
    assertThat(read("{\"where\": {\"length\": {}}}").where()).isEmpty();
  }

  private static <T> T condition(SearchRequest request, Class<T> type) {
    return request.where().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static SearchRequest read(String json) {
    return RequestReader.read(RequestReader.parse(json), PER_UNIT, TODAY, false);
  }

  private static List<String> mistakes(String json, OpenRelease release) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> RequestReader.read(RequestReader.parse(json), release, TODAY, false));
    assertThat(problem).as(json).isNotNull();
    assertThat(problem.kind().status()).isEqualTo(400);
    return problem.errors().stream()
        .map((RequestError error) -> error.pointer() + " " + error.detail())
        .toList();
  }
}
