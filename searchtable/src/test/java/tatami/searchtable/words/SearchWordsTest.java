package tatami.searchtable.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  /** Words are parted by bars in the expectation; · is a blank. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          新宿                      ; 新宿
          新宿 温泉                 ; 新宿|温泉
          '　新宿　 温泉　'          ; 新宿|温泉
          "Blue Inn" kyoto        ; blue·inn|kyoto
          ＂新宿　温泉＂ しんじゅく     ; 新宿·温泉|シンジュク
          a"b c"d                 ; a|b·c|d
          "still open here        ; still·open·here
          one "                   ; one
          "" one " "              ; one
          " one"                  ; ·one
          one ONE ｏｎｅ            ; one
          50% a_b \\ it's          ; 50%|a_b|\\|it's
          """)
  void cutsAtWhiteSpaceAndKeepsPhrases(String typed, String words) {
    assertThat(SearchWords.of(typed).stream().map(word -> word.replace(' ', '·')))
        .containsExactly(words.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\n", "\"", "\"\"", "\" \"", "\"\" \"\" \""})
  void findsNoWordWhereNothingWasTyped(String typed) {
    assertThat(SearchWords.of(typed)).isEmpty();
  }
}
