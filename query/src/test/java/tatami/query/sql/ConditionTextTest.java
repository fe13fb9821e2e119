package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.TestReleases;
import tatami.query.request.Condition;
import tatami.query.request.Condition.HasTags;
import tatami.query.request.Condition.HasWords;
import tatami.query.request.Condition.InRange;
import tatami.query.request.Condition.InSubtrees;
import tatami.query.request.Condition.Interval;
import tatami.query.request.Condition.IsOneOf;
import tatami.query.request.Condition.Near;
import tatami.query.request.Condition.Within;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.codec.TagCodec;
import tatami.searchtable.description.FilterLayout;

/** The text of each kind of condition, and the values behind its place-holders. */
class ConditionTextTest {

  private static final Tables TABLES = new Tables(TestReleases.shops().description());

  /** Holds a number as it is, NULL where it is absent. */
  private static final NumberCodec NULLABLE =
      new PlainNumber("c", IntegerWidth.INT2, 0, 1, null, true);

  /** Holds a number as it is; its lowest cell is an absent one. */
  private static final NumberCodec WITH_ABSENT =
      new PlainNumber("c", IntegerWidth.INT2, 0, 1, -32_768L, false);

  /** Holds 12, 14 … 40 as the cells 1 to 15, four bits of a word; cell 0 is an absent number. */
  private static final NumberCodec BITS = new BitField("w", IntegerWidth.INT4, 3, 4, 10, 2, 0L);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          -5;  9;     property."c" BETWEEN ? AND ? | -5 9
          9;   -5;    property."c" BETWEEN ? AND ? | 9 -5
          -99999; 99999; property."c" BETWEEN ? AND ? | -32768 32767
          """)
  void aNumberIsBetweenBothEdges(long lowest, long highest, String told) {
    InRange range = new InRange(number(NULLABLE, Grain.PROPERTY), lowest, highest);
    assertThat(told(range)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"13, 20, 2, 5", "12, 40, 1, 15", "0, 99, 1, 15", "41, 99, 16, 15", "0, 11, 1, 0"})
  void aNumberInBitsIsComparedByItsCells(long lowest, long highest, int first, int last) {
    InRange range = new InRange(number(BITS, Grain.OFFER), lowest, highest);
    assertThat(told(range))
        .isEqualTo("((offer.\"w\" >> 3) & 15) BETWEEN ? AND ? | %d %d".formatted(first, last));
  }

  @Test
  void aCategoryIsOneOfItsCodes() {
    assertThat(told(new IsOneOf(category(NULLABLE), List.of(4, 7))))
        .isEqualTo("property.\"c\" = ANY (?) | [4, 7]");
    assertThat(told(new IsOneOf(category(NULLABLE), List.of())))
        .as("no code matches nothing")
        .isEqualTo("property.\"c\" = ANY (?) | []");
    assertThat(told(new IsOneOf(category(BITS), List.of(11, 12, 40, 42))))
        .as("what has no cell is in no row")
        .isEqualTo("((property.\"w\" >> 3) & 15) = ANY (?) | [1, 15]");
  }

  @Test
  void oneSubtreeIsARangeAndSeveralAreTheirCodes() {
    CatalogFilter path = new CatalogFilter(new FilterLayout.Path("p", NULLABLE, "d"), Grain.OFFER);
    assertThat(told(new InSubtrees(path, List.of(new Interval(3, 6)))))
        .isEqualTo("offer.\"c\" BETWEEN ? AND ? | 3 6");
    assertThat(told(new InSubtrees(path, List.of(new Interval(1, 1), new Interval(3, 5)))))
        .isEqualTo("offer.\"c\" = ANY (?) | [1, 3, 4, 5]");
    assertThat(told(new InSubtrees(path, List.of()))).isEqualTo("offer.\"c\" = ANY (?) | []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          -70; 80;  property."lat" BETWEEN ? AND ? AND property."lon" BETWEEN ? AND ? | -5 6 -70 80
          80;  80;  property."lat" BETWEEN ? AND ? AND property."lon" BETWEEN ? AND ? | -5 6 80 80
          80;  -70; property."lat" BETWEEN ? AND ? AND (property."lon" >= ? OR property."lon" <= ?) | -5 6 80 -70
          """)
  void aRectangleMayCrossTheAntimeridian(int west, int east, String told) {
    NumberCodec latitude = new PlainNumber("lat", IntegerWidth.INT4, 0, 1, null, true);
    NumberCodec longitude = new PlainNumber("lon", IntegerWidth.INT4, 0, 1, null, true);
    assertThat(told(new Within(point(latitude, longitude), -5, west, 6, east))).isEqualTo(told);
  }

  @Test
  void anAbsentPointIsNotWestOfAnything() {
    assertThat(told(new Within(point(WITH_ABSENT, WITH_ABSENT), -5, 80, 6, -70)))
        .isEqualTo(
            "property.\"c\" BETWEEN ? AND ?"
                + " AND (property.\"c\" >= ? OR property.\"c\" BETWEEN ? AND ?)"
                + " | -5 6 80 -32767 -70");
  }

  @ParameterizedTest
  @CsvSource({"INT2, java.lang.Short", "INT4, java.lang.Integer"})
  void tagsInAnArrayAreComparedWithArraysOfItsType(IntegerWidth width, Class<?> element) {
    HasTags tags =
        new HasTags(tags(new TagArray("t", width)), List.of(1, 2), List.of(3), List.of());
    assertThat(told(tags))
        .isEqualTo(
            "property.\"t\" @> ? AND property.\"t\" && ? AND NOT property.\"t\" && ?"
                + " | [1, 2] [3] []");
    assertThat(ConditionText.of(tags, TABLES).parameters())
        .hasOnlyElementsOfType(element == Short.class ? ShortArray.class : IntArray.class);
  }

  @Test
  void tagsThatAreNotAskedForAreNoCondition() {
    TagCodec array = new TagArray("t", IntegerWidth.INT4);
    assertThat(told(new HasTags(tags(array), null, List.of(3), null)))
        .isEqualTo("property.\"t\" && ? | [3]");
    assertThat(told(new HasTags(tags(array), List.of(-1), null, null)))
        .as("a code that no row has")
        .isEqualTo("property.\"t\" @> ? | [-1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          15; (property."t" & ?) >= ? | 5 5; (property."t" & ?) >= 1 | 5; (property."t" & ?) < 1 | 5; java.lang.Short
          31; (property."t" & ?) >= ? | 5 5; (property."t" & ?) >= 1 | 5; (property."t" & ?) < 1 | 5; java.lang.Integer
          63; (property."t" & ?) >= ? | 5 5; (property."t" & ?) >= 1 | 5; (property."t" & ?) < 1 | 5; java.lang.Long
          """)
  void tagsInOneWordAreTestedWithAMaskOfItsType(
      int tags, String all, String any, String none, Class<?> mask) {
    CatalogFilter filter = tags(new TagBits("t", tags));
    List<Integer> asked = List.of(0, 2);
    assertThat(told(new HasTags(filter, asked, null, null))).isEqualTo(all);
    assertThat(told(new HasTags(filter, null, asked, null))).isEqualTo(any);
    assertThat(told(new HasTags(filter, null, null, asked))).isEqualTo(none);
    HasTags alone = new HasTags(filter, asked, null, null);
    assertThat(ConditionText.of(alone, TABLES).parameters()).hasOnlyElementsOfType(mask);
  }

  @Test
  void tagsInSeveralWordsAreTestedInThoseThatHaveOne() {
    CatalogFilter filter = tags(new TagBits("t", 3 * TagBits.WORD_BITS));
    List<Integer> asked = List.of(1, 2 * TagBits.WORD_BITS);
    assertThat(told(new HasTags(filter, asked, asked, asked)))
        .isEqualTo(
            "((property.\"t_1\" & ?) >= ? AND (property.\"t_3\" & ?) >= ?)"
                + " AND ((property.\"t_1\" & ?) >= 1 OR (property.\"t_3\" & ?) >= 1)"
                + " AND ((property.\"t_1\" & ?) < 1 AND (property.\"t_3\" & ?) < 1)"
                + " | 2 2 1 1 2 1 2 1");
    assertThat(told(new HasTags(filter, null, List.of(TagBits.WORD_BITS), null)))
        .isEqualTo("(property.\"t_2\" & ?) >= 1 | 1");
  }

  @Test
  void noSetOfBitsHasAnUnknownTag() {
    CatalogFilter filter = tags(new TagBits("t", 9));
    List<Integer> unknown = List.of(HasTags.UNKNOWN_CODE, 1);
    assertThat(told(new HasTags(filter, unknown, null, null))).isEqualTo("FALSE |");
    assertThat(told(new HasTags(filter, null, List.of(), null)))
        .as("none of the asked ones is known")
        .isEqualTo("FALSE |");
    assertThat(told(new HasTags(filter, null, null, List.of())))
        .as("every set has none of no tags")
        .isEqualTo("TRUE |");
    assertThat(told(new HasTags(filter, List.of(1), null, List.of())))
        .isEqualTo("(property.\"t\" & ?) >= ? | 2 2");
  }

  @Test
  void wordsAreFoundByTheirGramsAndTestedByTheirTexts() {
    HasWords words =
        new HasWords(
            new CatalogFilter(new FilterLayout.Keyword("w", "w_words", 2), Grain.OFFER),
            List.of("a", "50%_\\"));
    String told = told(words);
    assertThat(told)
        .startsWith(
            "offer.\"id\" IN ( SELECT words.id FROM \"boats_r7\".\"w_words\" AS words"
                + " WHERE words.grams @> ?"
                + " AND COALESCE(words.text_1 || E'\\n' || words.text_2 LIKE ALL (?), FALSE)) | [")
        .endsWith("] [%a%, %50\\%\\_\\\\%]");
  }

  @Test
  void aCircleIsNoConditionOnARow() {
    Near near = new Near(point(NULLABLE, NULLABLE), 1, 2, 3);
    assertThatThrownBy(() -> ConditionText.of(near, TABLES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a condition on one row: Near[");
  }

  @Test
  void namesAreQuoted() {
    assertThat(Tables.column(Grain.OFFER, "a\"b")).isEqualTo("offer.\"a\"\"b\"");
    assertThat(Tables.column(Grain.PROPERTY, "id")).isEqualTo("property.\"id\"");
    assertThat(TABLES.property()).isEqualTo("\"boats_r7\".\"boat\"");
    assertThat(new Tables(TestReleases.piers().description()).offer())
        .isEqualTo("\"boats_r7\".\"berth\"");
  }

  @Test
  void everyPlaceHolderHasAValue() {
    Fragment both = Fragment.of("a = ?", 1).then(" AND b = ?", 2L);
    assertThat(Told.of(both)).isEqualTo("a = ? AND b = ? | 1 2");
    int[] many = IntStream.range(0, 3).toArray();
    assertThat(Told.of(Fragment.join(", ", List.of(both, Fragment.of("?", new IntArray(many))))))
        .isEqualTo("a = ? AND b = ?, ? | 1 2 [0, 1, 2]");
    assertThatThrownBy(() -> Fragment.of("a = ?")).hasMessage("place-holders=1 values=0: a = ?");
  }

  private static String told(Condition condition) {
    return Told.of(ConditionText.of(condition, TABLES));
  }

  private static CatalogFilter number(NumberCodec codec, Grain grain) {
    return new CatalogFilter(new FilterLayout.Number("n", codec, BigDecimal.ONE, List.of()), grain);
  }

  private static CatalogFilter category(NumberCodec codec) {
    return new CatalogFilter(new FilterLayout.Category("k", codec, "d"), Grain.PROPERTY);
  }

  private static CatalogFilter tags(TagCodec codec) {
    return new CatalogFilter(new FilterLayout.Tags("t", codec, "d"), Grain.PROPERTY);
  }

  private static CatalogFilter point(NumberCodec latitude, NumberCodec longitude) {
    return new CatalogFilter(new FilterLayout.Point("g", latitude, longitude), Grain.PROPERTY);
  }
}
