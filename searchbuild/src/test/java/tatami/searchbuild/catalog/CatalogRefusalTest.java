package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said about a catalog in which one thing is wrong. The tables {@code refusals.txt} and
 * {@code stay-refusals.txt} have a line {@code WRITTEN ==> REPLACEMENT} for each, and below it,
 * indented, every problem.
 */
class CatalogRefusalTest {

  record Refusal(String written, String replacement, List<String> problems) {
    @Override
    public String toString() {
      return written + " ==> " + replacement;
    }
  }

  static List<Refusal> refusals() throws IOException {
    return read("refusals.txt");
  }

  static List<Refusal> stayRefusals() throws IOException {
    return read("stay-refusals.txt");
  }

  private static List<Refusal> read(String name) throws IOException {
    List<Refusal> refusals = new ArrayList<>();
    try (InputStream table = CatalogRefusalTest.class.getResourceAsStream(name)) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : text.split("\n\n")) {
        List<String> lines =
            Arrays.stream(block.split("\n"))
                .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                .toList();
        if (!lines.isEmpty()) {
          String[] parts = lines.get(0).split(" ==> ?", 2);
          List<String> problems = lines.stream().skip(1).map(line -> line.substring(2)).toList();
          refusals.add(new Refusal(parts[0], parts[1], problems));
        }
      }
    }
    return refusals;
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatIsWrongAndWhere(Refusal refusal) {
    String text = CampCatalog.with(unescape(refusal.written()), unescape(refusal.replacement()));

    assertThat(refusal.problems()).isNotEmpty();
    assertThat(CampCatalog.problemsOf(text)).isEqualTo(refusal.problems());
  }

  @ParameterizedTest
  @MethodSource("stayRefusals")
  void saysWhatIsWrongWithAStayAndWhere(Refusal refusal) {
    String text = InnCatalog.with(unescape(refusal.written()), unescape(refusal.replacement()));

    assertThat(refusal.problems()).isNotEmpty();
    assertThat(CampCatalog.problemsOf(text)).isEqualTo(refusal.problems());
  }

  @Test
  void readsTheCatalogsThatTheTablesBreak() {
    assertThat(CampCatalog.problemsOf(CampCatalog.TEXT)).isEmpty();
    assertThat(CampCatalog.problemsOf(InnCatalog.TEXT)).isEmpty();
  }

  @Test
  void reportsAllProblemsAtOnceInTheOrderOfTheFile() {
    String text =
        CampCatalog.with("surface: text", "surface: txt")
            .replace("currency: NOK", "currency: NOKK")
            .replace("filter: { surface:", "fillter: { surface:")
            .replace("show: [title]", "show: [titel]")
            .replace("stock: { feed: night,", "stock: { feed: nigth,");

    assertThat(CampCatalog.problemsOf(text))
        .containsExactly(
            "currency is an ISO 4217 currency, got \"NOKK\", did you mean \"NOK\"?"
                + " (catalog.yaml:3:11)",
            "unknown type \"txt\" in feeds.pitch.columns.surface, did you mean \"text\"?"
                + " (catalog.yaml:25:16)",
            "unknown column \"titel\" in search.camp.show, did you mean \"title\"?"
                + " (catalog.yaml:50:12)",
            "unknown word \"fillter\" in search.pitch, did you mean \"filter\"?"
                + " (catalog.yaml:55:5)",
            "unknown feed \"nigth\" in search.pitch.stay.stock.feed, did you mean \"night\"?"
                + " (catalog.yaml:57:22)");
  }

  @Test
  void givesLineAndColumnAsNumbersToo() {
    String text = CampCatalog.with("currency: NOK", "currency: nok");

    CatalogProblemsException refused =
        catchThrowableOfType(CatalogProblemsException.class, () -> CampCatalog.parse(text));

    assertThat(refused.problems())
        .containsExactly(
            new CatalogProblem(
                3, 11, "currency is an ISO 4217 currency, got \"nok\", did you mean \"NOK\"?"));
  }

  static String unescape(String text) {
    StringBuilder unescaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char escaped = text.charAt(i) == '\\' ? text.charAt(++i) : 0;
      unescaped.append(
          escaped == 0
              ? text.charAt(i)
              : escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == '\\' ? '\\' : '?');
    }
    return unescaped.toString();
  }
}
