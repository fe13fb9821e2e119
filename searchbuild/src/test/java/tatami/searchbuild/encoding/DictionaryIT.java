package tatami.searchbuild.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DictionaryIT {

  @Test
  void numbersTextsDenselyInCodePointOrder() throws SQLException {
    TreeSet<String> texts = Dictionary.newSet();
    texts.addAll(List.of("b", "😀", "a", "Ａ", "B", "a"));
    Dictionary dictionary = new Dictionary(texts);
    assertThat(dictionary.size()).isEqualTo(5);
    assertThat(WrittenColumns.rows(dictionary.columns(), dictionary.size()))
        .containsExactly("0|B", "1|a", "2|b", "3|Ａ", "4|😀");
    assertThat(dictionary.find("a")).isEqualTo(1);
  }

  @Test
  void hasNoCodeForNullAndForUnknownTexts() {
    Dictionary dictionary = new Dictionary(Dictionary.newSet());
    assertThat(dictionary.find(null)).isNull();
    assertThat(dictionary.find("a")).isNull();
    assertThat(dictionary.size()).isZero();
  }
}
