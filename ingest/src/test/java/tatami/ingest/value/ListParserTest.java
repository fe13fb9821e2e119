package tatami.ingest.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnDefinition.ListFormat;
import tatami.ingest.feed.ColumnType;

class ListParserTest {

  private static final ListFormat JSON = new ListFormat.Json();
  private static final ListFormat BRACES = new ListFormat.Braces();

  /** The expected values are joined by a middle dot. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          ["TV","Wifi"]              | TV·Wifi
          [ "TV" , "Wifi" ]          | TV·Wifi
          []                         | ``
          ["", "TV"]                 | TV
          ["\\u00e9", "a\\"b", "\\/"] | é·a"b·/
          ["64\\u201d TV"]           | 64” TV
          ["a,b", "{c}"]             | a,b·{c}
          ["\\ud83d\\ude00"]         | 😀
          """)
  void readsAJsonArrayOfStrings(String text, String expected) throws BadValueException {
    assertThat(parser(JSON).parse(text)).isEqualTo(values(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"TV\"",
        "[\"TV\",]",
        "[\"TV\"] x",
        "[\"TV\"][\"Wifi\"]",
        "[1]",
        "[\"TV\", 1]",
        "[\"TV\", null]",
        "[[\"TV\"]]",
        "['TV']",
        "[TV]",
        "[",
        "[\"a\\u0000b\"]",
        "[\"half a pair \\ud83d\"]"
      })
  void rejectsWhatIsNoJsonArrayOfStrings(String text) {
    assertRejected(parser(JSON), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          {TV,"Cable TV"}            | TV·Cable TV
          {}                         | ``
          {""}                       | ``
          {TV}                       | TV
          {"Wheelchair, \\"big\\""}  | Wheelchair, "big"
          {"a\\\\b"}                 | a\\b
          {"a}b","{"}                | a}b·{
          {TV,,Wifi}                 | TV·Wifi
          {translation missing: en.x,TV} | translation missing: en.x·TV
          """)
  void readsAListInBraces(String text, String expected) throws BadValueException {
    assertThat(parser(BRACES).parse(text)).isEqualTo(values(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{TV",
        "{TV,",
        "{\"TV}",
        "{\"TV\"",
        "{TV}x",
        "{\"TV\"x}",
        "{TV},{Wifi}",
        "{\"TV\\"
      })
  void rejectsBracesThatDoNotMatch(String text) {
    assertRejected(parser(BRACES), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      emptyValue = "",
      textBlock =
          """
          a|b            ; a·b
          a              ; a
          a||b           ; a·b
          |a|            ; a
          |              ; ``
          ` a | b `      ; ` a · b `
          {a|b}          ; {a·b}
          """)
  void splitsAtTheSeparator(String text, String expected) throws BadValueException {
    assertThat(parser(new ListFormat.Split("|")).parse(text)).isEqualTo(values(expected));
  }

  @Test
  void splitsAtASeparatorOfSeveralCharacters() throws BadValueException {
    assertThat(parser(new ListFormat.Split("::")).parse("a::b:c::")).isEqualTo(List.of("a", "b:c"));
  }

  @Test
  void theFirstFormatThatFitsReads() throws BadValueException {
    ColumnParser parser = parser(JSON, BRACES, new ListFormat.Split(","));
    assertThat(parser.parse("[\"a,b\"]")).isEqualTo(List.of("a,b"));
    assertThat(parser.parse("{\"a,b\"}")).isEqualTo(List.of("a,b"));
    assertThat(parser.parse("a,b")).isEqualTo(List.of("a", "b"));
  }

  @Test
  void rejectsATextThatNoFormatFits() {
    assertRejected(parser(JSON, BRACES), "TV,Wifi");
  }

  private static void assertRejected(ColumnParser parser, String text) {
    assertThatThrownBy(() -> parser.parse(text))
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining("column \"c\"");
  }

  private static List<String> values(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("·"));
  }

  private static ColumnParser parser(ListFormat... formats) {
    return new ColumnParser(
        new ColumnDefinition(
            "c", ColumnType.TEXT_LIST, List.of("c"), false, Map.of(), "", List.of(formats)),
        Currency.getInstance("USD"),
        Set.of());
  }
}
