package tatami.query.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.searchtable.description.StayLayout.PriceModel;

class CursorTest {

  private static final Cursor CURSOR = new Cursor(42, -7L, Long.MAX_VALUE, 123_456);

  @Test
  void readsWhatItWrote() {
    assertThat(Cursor.decode("boats", CURSOR.encode("boats"))).contains(CURSOR);
  }

  @Test
  void isTextForUrls() {
    assertThat(CURSOR.encode("boats")).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void refusesACursorOfAnotherCatalog() {
    assertThat(Cursor.decode("ships", CURSOR.encode("boats"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "AAAA", "=", "å", "null", "../../etc", "\0", "\ud800"})
  void refusesWhatIsNoCursor(String text) {
    assertThat(Cursor.decode("boats", text)).isEmpty();
  }

  @Test
  void refusesEveryChangeOfOneCharacter() {
    String text = CURSOR.encode("boats");
    for (int index = 0; index < text.length(); index++) {
      char other = text.charAt(index) == 'A' ? 'B' : 'A';
      String damaged = text.substring(0, index) + other + text.substring(index + 1);
      assertThat(Cursor.decode("boats", damaged)).as(damaged).isEmpty();
      assertThat(Cursor.decode("boats", text.substring(0, index))).isEmpty();
    }
    assertThat(Cursor.decode("boats", text + "=")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sort\": \"price\"}",
        "{\"price\": {\"max\": 5}}",
        "{\"stay\": {\"check_in\": \"2026-09-01\"}}",
        "{\"stay\": {\"rooms\": [{\"adults\": 1}]}}",
        "{\"where\": {\"kind\": [\"motor\"]}}",
        "{\"where\": {\"tag\": {\"any\": [\"new\"]}}}"
      })
  void theDigestTellsListsApart(String json) {
    assertThat(digest(json)).isNotEqualTo(digest("{}"));
  }

  @Test
  void theDigestIsOfTheListAndNotOfHowItIsShownOrWritten() {
    long digest =
        digest("{\"where\": {\"kind\": [\"sail\", \"motor\"], \"length\": {\"min\": 1}}}");
    assertThat(
            digest(
                "{\"where\": {\"length\": {\"min\": 1.0}, \"kind\": [\"motor\", \"sail\"]},"
                    + " \"size\": 7, \"offers\": 0, \"facets\": [\"area\"], \"show\": [],"
                    + " \"sort\": \"recommended\", \"price\": {\"per\": \"night\"}}"))
        .isEqualTo(digest);
  }

  private static long digest(String json) {
    return RequestDigest.of(
        RequestReader.read(
            RequestReader.parse(json),
            TestReleases.boats(PriceModel.PER_UNIT),
            LocalDate.parse("2026-08-25"),
            false));
  }
}
