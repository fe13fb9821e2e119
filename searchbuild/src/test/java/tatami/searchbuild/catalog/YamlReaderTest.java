package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

  @Test
  void refusesAnEmptyFile() {
    String message = "the catalog is empty: it begins with \"catalog: NAME\" (catalog.yaml:1:1)";

    assertThat(CampCatalog.problemsOf("")).containsExactly(message);
    assertThat(CampCatalog.problemsOf("# nothing\n\n")).containsExactly(message);
  }

  @Test
  void refusesAnythingButAMap() {
    assertThat(CampCatalog.problemsOf("- catalog\n"))
        .containsExactly("the catalog is a map of words, got a list (catalog.yaml:1:1)");
    assertThat(CampCatalog.problemsOf("---\n"))
        .containsExactly("the catalog is a map of words, got nothing (catalog.yaml:2:1)");
  }

  @Test
  void refusesASecondDocument() {
    assertThat(CampCatalog.problemsOf(CampCatalog.TEXT + "---\ncatalog: other\n"))
        .containsExactly(
            "a second document begins here: a catalog is one document, without \"---\""
                + " (catalog.yaml:61:1)");
  }

  @Test
  void acceptsOneDocumentThatIsMarked() {
    assertThat(CampCatalog.problemsOf("---\n" + CampCatalog.TEXT + "...\n")).isEmpty();
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThat(CampCatalog.problemsOf("catalog: " + "[".repeat(500) + "]".repeat(500)))
        .contains("maps and lists stand at most 30 deep in each other (catalog.yaml:1:39)");
  }

  @Test
  void refusesACharacterThatYamlDoesNotHave() {
    assertThat(CampCatalog.problemsOf("catalog: camp\nname: a\u0001b"))
        .containsExactly("a character that YAML does not allow: U+0001 (catalog.yaml:2:8)");
  }

  @Test
  void refusesAnEscapeThatIsNoCharacter() {
    assertThat(CampCatalog.problemsOf("catalog: camp\nname: \"\\UFFFFFFFF\"\n"))
        .containsExactly(
            "this is not YAML: behind this place stands an escape that is no character"
                + " (catalog.yaml:2:5)");
    assertThat(CampCatalog.problemsOf("\"\\UFFFFFFFF\"")).hasSize(1);
  }

  @Test
  void countsColumnsInCharacters() {
    assertThat(CampCatalog.problemsOf("catalog: { \"\uD83C\uDFD5\": ~ }"))
        .contains(
            "\"~\" stands for nothing in YAML: leave the word out, or put it in quotes"
                + " (catalog.yaml:1:17)");
  }

  @Test
  void keepsUnclearScalarsThatAreQuoted() {
    for (String word : List.of("'yes'", "\"0x1F\"", "'~'", "\"1_000\"", "'12:30'")) {
      String text =
          CampCatalog.with(
              "surface: text", "surface: { type: text, map: { gravel: " + word + " } }");
      assertThat(CampCatalog.problemsOf(text)).as(word).isEmpty();
    }
  }

  @Test
  void keepsTextsThatOnlyLookLikeNumbers() {
    for (String word : List.of("0", "-1", "1.50", "+49", "1.2.3", "2026-01-01", "noon", "0kg")) {
      String text =
          CampCatalog.with(
              "surface: text", "surface: { type: text, map: { gravel: " + word + " } }");
      assertThat(CampCatalog.problemsOf(text)).as(word).isEmpty();
    }
  }
}
