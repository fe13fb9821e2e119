package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.release.TestReleases;

class WhyNotRequestTest {

  private static final String STAY = "\"stay\": {\"check_in\": \"2026-09-01\", \"nights\": 2}";

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"stay\": null}", "{\"stay\": {}}"})
  void needsACheckIn(String json) {
    assertThat(Requests.mistakes(() -> Requests.whyNot(json)))
        .containsExactly(
            "/stay/check_in|null|needed: the check-in that is asked about, such as \"2026-12-05\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "key": 7|/key|7|must be a string: the property's "id"
          "key": ["a", "b"]|/key|["a","b"]|must be a string: the property's "id"
          "key": [7]|/key|[7]|must be a string: the property's "id"
          "key": {}|/key|{}|must be a string: the property's "id"
          "key": "\\u0000"|/key|"\\u0000"|has a sign that no key has: NUL or one half of a surrogate pair
          "keys": "7"|/keys|"7"|unknown field "keys", did you mean "key"? known: stay, where, price, key, sort, size, cursor, offers, facets, show
          "cursor": "x"|/cursor|"x"|this answer has no pages; leave it out
          "size": 0|/size|0|must be an integer from 1 to 100
          "price": {"min": 2, "max": 1}|/price/min|2|must not be above "max": min=2 max=1
          """)
  void saysWhatIsWrong(String field, String pointer, String value, String detail) {
    assertThat(Requests.mistakes(() -> Requests.whyNot("{" + STAY + ", " + field + "}")))
        .containsExactly(pointer + "|" + value + "|" + detail);
  }

  @Test
  void aBadCheckInIsOneMistake() {
    assertThat(
            Requests.mistakes(() -> Requests.whyNot("{\"stay\": {\"check_in\": \"2026-08-24\"}}")))
        .containsExactly("/stay/check_in|\"2026-08-24\"|is in the past: today is 2026-08-25");
    assertThat(Requests.mistakes(() -> Requests.whyNot("{\"stay\": 3}")))
        .containsExactly("/stay|3|must be an object, got a number");
  }

  @Test
  void takesASearchAsItIsAndAKeyInBothForms() {
    WhyNotRequest request =
        Requests.whyNot("{" + STAY + ", \"sort\": \"price\", \"size\": 5, \"cursor\": null}");
    assertThat(request.key()).isNull();
    assertThat(request.search().stay().nights()).isEqualTo(2);
    assertThat(Requests.whyNot("{" + STAY + ", \"key\": null}").key()).isNull();
    assertThat(Requests.whyNot("{" + STAY + ", \"key\": \"7\"}").key()).containsExactly("7");
    assertThat(Requests.whyNot("{" + STAY + ", \"key\": [\"7\"]}").key()).containsExactly("7");
  }

  @Test
  void aCatalogWithoutDatesHasNoWhyNot() {
    assertThat(Requests.mistakes(() -> Requests.whyNot("{}", TestReleases.shops())))
        .containsExactly("|null|catalog \"boats\" has no dates");
  }
}
