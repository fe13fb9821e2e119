package tatami.searchtable.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          full-width letters  | ＨＯＴＥＬ　ＫＹＯＴＯ | hotel kyoto
          full-width digits   | ２０２６          | 2026
          half-width katakana | ﾎﾃﾙ ｷｮｳﾄ        | ホテル キョウト
          half-width voiced   | ｶﾞｰﾃﾞﾝ ﾊﾟｰｸ     | ガーデン パーク
          hiragana            | おんせん         | オンセン
          small hiragana      | ぁぃっゃゎゕゖ   | ァィッャヮヵヶ
          voiced hiragana     | ゔぎぷ          | ヴギプ
          combining voiced    | か\u3099ぎ        | ガギ
          iteration marks     | いすゞ みゝ      | イスヾ ミヽ
          digraphs            | ゟ ヿ           | ヨリ コト
          kanji               | 新宿温泉旅館     | 新宿温泉旅館
          squared             | ㈱ ㌔ ①         | (株) キロ 1
          long vowel mark     | らーめん         | ラーメン
          half-width mark     | ﾗｰﾒﾝ            | ラーメン
          hyphen-minus        | ラ\u002Dメン       | ラーメン
          full-width hyphen   | ラ\uFF0Dメン       | ラーメン
          hyphen              | ラ\u2010メン       | ラーメン
          no-break hyphen     | ラ\u2011メン       | ラーメン
          en dash             | ラ\u2013メン       | ラーメン
          em dash             | ラ\u2014メン       | ラーメン
          minus               | ラ\u2212メン       | ラーメン
          figure dash         | ラ\u2012メン       | ラ\u2012メン
          wave dash           | ラ\u301Cメン       | ラ\u301Cメン
          sharp s             | Straße          | strasse
          dotless i           | Kadıköy         | kadiköy
          ligature            | ﬁne             | fine
          decomposed accent   | Cafe\u0301        | café
          cyrillic            | ТИХИЙ           | тихий
          beyond the basic    | 🛖 𠮷野家        | 🛖 𠮷野家
          signs               | 100%_\\         | 100%_\\
          """)
  void foldsAwayWhatNobodyTypes(String what, String text, String folded) {
    assertThat(FoldedText.of(text)).as(what).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "  ", "\t", "\r\n", "\u3000", "\u00A0", "\u0085", "\u2003 \u2028", "\u1680"})
  void makesOneBlankOfEveryRunOfWhiteSpace(String space) {
    assertThat(FoldedText.of("a" + space + "b")).isEqualTo("a b");
    assertThat(FoldedText.of(space + "a" + space)).isEqualTo(" a ");
  }

  @Test
  void keepsWhatIsFoldedAlready() {
    for (String text : new String[] {"", "ホテル キョウト", "strasse 1", "ラーメン"}) {
      assertThat(FoldedText.of(text)).isEqualTo(text);
    }
  }
}
