package tatami.searchtable.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

  private static final List<String> KNOWN =
      List.of("filter", "from", "where", "key", "sort", "show", "min_stay", "max_stay");

  @ParameterizedTest
  @CsvSource({
    "fillter, filter",
    "filer, filter",
    "folter, filter",
    "fitler, filter",
    "FILTER, filter",
    "form, from",
    "soort, sort",
    "minstay, min_stay",
    "keys, key",
    "k, ",
  })
  void findsTheWordThatIsOneSlipAway(String unknown, String expected) {
    assertThat(NearestWord.find(unknown, KNOWN).orElse(null)).isEqualTo(expected);
  }

  @Test
  void findsNothingWhereNoWordIsNear() {
    assertThat(NearestWord.find("children", KNOWN)).isEmpty();
    assertThat(NearestWord.find("", KNOWN)).isEmpty();
    assertThat(NearestWord.find("filter", List.of())).isEmpty();
  }

  @Test
  void doesNotSuggestAWordThatHasNothingInCommon() {
    assertThat(NearestWord.find("x", List.of("y"))).isEmpty();
  }

  @Test
  void prefersTheNearerWord() {
    assertThat(NearestWord.find("max_sty", List.of("min_stay", "max_stay"))).contains("max_stay");
  }

  @Test
  void suggestsTheFirstByCodePointOfEquallyNearWordsWhateverTheOrder() {
    assertThat(NearestWord.find("cat", List.of("hat", "bat"))).contains("bat");
    assertThat(NearestWord.find("cat", List.of("bat", "hat"))).contains("bat");
  }

  @Test
  void answersForAWordOfAnyLength() {
    assertThat(NearestWord.find("f".repeat(1_000_000), KNOWN)).isEmpty();
  }
}
