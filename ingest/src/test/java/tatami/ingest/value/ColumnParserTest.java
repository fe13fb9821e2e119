package tatami.ingest.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.TestFeed;
import tatami.searchtable.description.StayLayout.NightRules;

class ColumnParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          integer | 0                          | 0
          integer | -0                         | 0
          integer | 007                        | 7
          integer | 2.0                        | 2
          integer | 2.000                      | 2
          integer | -3                         | -3
          integer | 2147483647                 | 2147483647
          integer | -2147483648                | -2147483648
          bigint  | 9007199254740993           | 9007199254740993
          bigint  | 713550102391279872         | 713550102391279872
          bigint  | 9223372036854775807        | 9223372036854775807
          bigint  | -9223372036854775808       | -9223372036854775808
          bigint  | 12.00                      | 12
          numeric | 4.70                       | 4.70
          numeric | -0.5                       | -0.5
          numeric | 1e3                        | 1E+3
          numeric | 12345678901234567890.12345 | 12345678901234567890.12345
          boolean | t                          | true
          boolean | f                          | false
          boolean | true                       | true
          boolean | false                      | false
          date    | 2024-02-29                 | 2024-02-29
          date    | 0001-01-01                 | 0001-01-01
          date    | 9999-12-31                 | 9999-12-31
          time    | 00:00                      | 00:00
          time    | 09:05                      | 09:05
          time    | 23:59                      | 23:59
          time_zone | Asia/Tokyo               | Asia/Tokyo
          time_zone | America/Argentina/Ushuaia | America/Argentina/Ushuaia
          time_zone | UTC                      | UTC
          currency | USD                       | USD
          pattern | 0                          | 2
          pattern | 1                          | 3
          pattern | 10                         | 5
          pattern | 01                         | 6
          pattern | 0000                       | 16
          pattern | 1111111111111111111111111111111111111111111111111111111111111 | 4611686018427387903
          pattern | 11111111111111111111111111111111111111111111111111111111111111 | 9223372036854775807
          pattern | 00000000000000000000000000000000000000000000000000000000000000 | 4611686018427387904
          text    | ` padded `                 | ` padded `
          text    | null                       | null
          text    | NULL                       | NULL
          """)
  void readsGoodText(String type, String text, String expected) throws BadValueException {
    assertThat(parser(type, 2).parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          integer | 2.5                   | needs a whole number
          integer | ` 2`                  | needs a whole number
          integer | +2                    | needs a whole number
          integer | -                     | needs a whole number
          integer | .0                    | needs a whole number
          integer | 1e3                   | needs a whole number
          integer | 0x1F                  | needs a whole number
          integer | ２                    | needs a whole number
          integer | 1,000                 | needs a whole number
          integer | 2.0.0                 | needs a whole number
          integer | --1                   | needs a whole number
          integer | 2147483648            | from -2147483648 to 2147483647
          integer | -2147483649           | from -2147483648 to 2147483647
          bigint  | 9223372036854775808   | 64 bits
          bigint  | 99999999999999999999  | 64 bits
          bigint  | N/A                   | needs a whole number
          numeric | four                  | needs a number
          numeric | NaN                   | needs a number
          numeric | Infinity              | needs a number
          numeric | 1.2.3                 | needs a number
          numeric | 1,5                   | needs a number
          numeric | ４.７                 | needs a number
          numeric | 1e31                  | exponent of at most 30
          numeric | 1e999999999           | exponent of at most 30
          numeric | 1e99999999999         | needs a number
          boolean | T                     | needs t, f, true or false
          boolean | yes                   | needs t, f, true or false
          boolean | 1                     | needs t, f, true or false
          time    | 24:00                 | hh:mm, 00:00 to 23:59
          time    | 23:60                 | hh:mm
          time    | 9:5                   | hh:mm
          time    | 9:05                  | hh:mm
          time    | 09:5                  | hh:mm
          time    | 0905                  | hh:mm
          time    | 09.05                 | hh:mm
          time    | 09:05:00              | hh:mm
          time    | ` 9:05`               | hh:mm
          time    | ` 09:05`              | hh:mm
          time    | -1:05                 | hh:mm
          time    | 09:-5                 | hh:mm
          time    | ０9:05                | hh:mm
          time_zone | Asia/Tokio          | IANA name of a time zone
          time_zone | asia/tokyo          | IANA name
          time_zone | `Asia/Tokyo `       | IANA name
          time_zone | +09:00              | IANA name
          time_zone | JST9                | IANA name
          currency | JPY                  | needs USD, the catalog's currency
          currency | usd                  | needs USD
          currency | `USD `               | needs USD
          currency | $                    | needs USD
          pattern | 2                     | pattern of 1 to 62 characters 0 and 1
          pattern | 01 1                  | 1 to 62 characters
          pattern | ` `                   | 1 to 62 characters
          pattern | -1                    | 1 to 62 characters
          pattern | 1０                   | 1 to 62 characters
          pattern | 111111111111111111111111111111111111111111111111111111111111111 | 1 to 62
          date    | 2023-02-30            | no such day
          date    | 2023-02-29            | no such day
          date    | 2023-13-01            | no such day
          date    | 2023-00-10            | no such day
          date    | 0000-01-01            | no such day
          date    | 2023-2-3              | yyyy-mm-dd
          date    | 2023/02/03            | yyyy-mm-dd
          date    | 20230203              | yyyy-mm-dd
          date    | 03-02-2023            | yyyy-mm-dd
          date    | -023-02-03            | yyyy-mm-dd
          date    | 2023-02-03T00:00      | yyyy-mm-dd
          date    | ２023-02-03           | yyyy-mm-dd
          """)
  void rejectsBadTextNamingColumnValueAndNeed(String type, String text, String need) {
    assertThatThrownBy(() -> parser(type, 2).parse(text))
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining("column \"c\": ")
        .hasMessageContaining(need)
        .hasMessageContaining("got \"" + text + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0                | 0
          0 | 1234             | 1234
          0 | 1234.            | 1234
          0 | 1234.00          | 1234
          0 | 10000000000000   | 10000000000000
          2 | 0.00             | 0
          2 | 0.01             | 1
          2 | 1234             | 123400
          2 | 1234.5           | 123450
          2 | 1234.50          | 123450
          2 | 1234.5000        | 123450
          2 | $1,234.00        | 123400
          2 | $12,345,678.90   | 1234567890
          2 | 100000000000.00  | 10000000000000
          3 | 1.005            | 1005
          3 | 1.5              | 1500
          3 | 12               | 12000
          """)
  void readsMoneyInTheMinorUnit(int digits, String text, long expected) throws BadValueException {
    assertThat(money(digits).parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 12.5              | fraction that the currency lacks (0 digits)
          0 | 10000000000001    | above the largest amount
          2 | 1.005             | fraction that the currency lacks (2 digits)
          2 | 100000000000.01   | above the largest amount
          2 | 999999999999999   | needs an amount
          2 | -5                | needs an amount
          2 | +5                | needs an amount
          2 | .50               | needs an amount
          2 | .                 | needs an amount
          2 | $                 | needs an amount
          2 | 1.2.3             | needs an amount
          2 | 1e3               | needs an amount
          2 | €5                | needs an amount
          2 | １2               | needs an amount
          3 | 1.0005            | fraction that the currency lacks (3 digits)
          """)
  void rejectsWhatIsNoAmount(int digits, String text, String need) {
    assertThatThrownBy(() -> money(digits).parse(text))
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining(need);
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void anEmptyFieldIsAbsentInEveryType(ColumnType type) throws BadValueException {
    assertThat(new ColumnParser(TestFeed.column("c", type), currency(2), Set.of()).parse(""))
        .isNull();
  }

  @Test
  void everyTypeGivesItsOwnClass() throws BadValueException {
    assertThat(parser("integer", 2).parse("2")).isEqualTo(2);
    assertThat(parser("bigint", 2).parse("2")).isEqualTo(2L);
    assertThat(parser("money", 2).parse("2")).isEqualTo(200L);
    assertThat(parser("numeric", 2).parse("2")).isEqualTo(new BigDecimal("2"));
    assertThat(parser("boolean", 2).parse("t")).isEqualTo(true);
    assertThat(parser("date", 2).parse("2026-12-05")).isEqualTo(LocalDate.of(2026, 12, 5));
    assertThat(parser("time", 2).parse("09:05")).isEqualTo("09:05");
    assertThat(parser("time_zone", 2).parse("Asia/Tokyo")).isEqualTo("Asia/Tokyo");
    assertThat(parser("currency", 0).parse("JPY")).isEqualTo("JPY");
    assertThat(parser("pattern", 2).parse("1")).isEqualTo(3L);
    assertThat(parser("text[]", 2).parse("a|b")).isEqualTo(List.of("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "01", "110", "0101", "00000000"})
  void aPatternIsReadAsARuleOfNightsReadsIt(String text) throws BadValueException {
    long cell = (Long) parser("pattern", 2).parse(text);

    for (int nights = 1; nights <= 62; nights++) {
      boolean isIn = nights <= text.length() && text.charAt(nights - 1) == '1';
      assertThat(NightRules.isLengthIn(cell, nights)).as("%s nights", nights).isEqualTo(isIn);
    }
  }

  @Test
  void aPatternOfWhichNothingIsLeftIsBad() {
    assertThatThrownBy(() -> stripped(ColumnType.PATTERN, "-").parse("--"))
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining("1 to 62 characters");
  }

  @Test
  void aReferenceMustBeAmongTheValuesItLeadsTo() throws BadValueException {
    assertThat(referring(ColumnType.TEXT, "a", "b").parse("b")).isEqualTo("b");
    assertThat(referring(ColumnType.TEXT).parse("")).isNull();
    assertThat(referring(ColumnType.INTEGER, 7).parse("07")).isEqualTo(7);
    assertThat(referring(ColumnType.BIGINT, 7L).parse("7.0")).isEqualTo(7L);
    assertThatThrownBy(() -> referring(ColumnType.TEXT, "a", "b").parse("B"))
        .isInstanceOf(BadValueException.class)
        .hasMessage("column \"c\": no row of feed \"policy\" has it as its \"code\", got \"B\"");
    assertThatThrownBy(() -> referring(ColumnType.INTEGER, 7).parse("seven"))
        .hasMessageContaining("needs a whole number");
  }

  @Test
  void mapsTextsBeforeTheType() throws BadValueException {
    ColumnParser parser = mapped(ColumnType.INTEGER, Map.of("t", "1", "f", "0", "unknown", ""));
    assertThat(parser.parse("t")).isEqualTo(1);
    assertThat(parser.parse("f")).isEqualTo(0);
    assertThat(parser.parse("unknown")).isNull();
    assertThat(parser.parse("")).isNull();
  }

  @Test
  void rejectsATextThatTheMapLacks() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("t", "1");
    map.put("f", "0");
    assertThatThrownBy(() -> mapped(ColumnType.INTEGER, map).parse("1"))
        .isInstanceOf(BadValueException.class)
        .hasMessageContainingAll("needs one of [t, f]", "got \"1\"");
  }

  @Test
  void aTextOfWhichNothingIsLeftIsAbsent() throws BadValueException {
    assertThat(stripped(ColumnType.TEXT, "-").parse("--")).isNull();
    assertThat(stripped(ColumnType.TEXT, "-").parse("-a-")).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "text[]"})
  void rejectsANulCharacter(String type) {
    assertThatThrownBy(() -> parser(type, 2).parse("a\0b"))
        .isInstanceOf(BadValueException.class)
        .hasMessageContaining("NUL");
  }

  @Test
  void shortensALongBadValue() {
    assertThatThrownBy(() -> parser("date", 2).parse("x".repeat(100_000)))
        .isInstanceOf(BadValueException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).contains("xxx…\""));
  }

  private static ColumnParser parser(String type, int currencyDigits) {
    for (ColumnType known : ColumnType.values()) {
      if (known.catalogName().equals(type)) {
        return new ColumnParser(TestFeed.column("c", known), currency(currencyDigits), Set.of());
      }
    }
    throw new IllegalArgumentException(type);
  }

  private static Currency currency(int digits) {
    return Currency.getInstance(List.of("JPY", "XXX", "USD", "KWD").get(digits));
  }

  private static ColumnParser money(int digits) {
    return new ColumnParser(
        definition(ColumnType.MONEY, Map.of(), "$,"), currency(digits), Set.of());
  }

  private static ColumnParser referring(ColumnType type, Object... known) {
    ColumnDefinition column =
        new ColumnDefinition(
            "c",
            type,
            List.of("c"),
            false,
            Map.of(),
            "",
            List.of(),
            new ColumnReference("policy", "code"));
    return new ColumnParser(column, currency(2), Set.of(known));
  }

  private static ColumnParser mapped(ColumnType type, Map<String, String> map) {
    return new ColumnParser(definition(type, map, ""), currency(2), Set.of());
  }

  private static ColumnParser stripped(ColumnType type, String strip) {
    return new ColumnParser(definition(type, Map.of(), strip), currency(2), Set.of());
  }

  private static ColumnDefinition definition(
      ColumnType type, Map<String, String> map, String strip) {
    return new ColumnDefinition("c", type, List.of("c"), false, map, strip, List.of());
  }
}
