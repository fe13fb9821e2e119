package tatami.searchbuild.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.catalog.LayoutDefinition;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.SortDefinition;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.SqlText;
import tatami.searchbuild.master.MasterRows;

class PropertyNumberingTest {

  private static final List<String> COLUMNS = List.of("code", "reviews", "stars");

  @Test
  void numbersInRecommendedOrderWithAbsentValuesLast() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc"));
    assertThat(
            codes(
                numbering,
                row("a", 5, null),
                row("b", null, null),
                row("c", 100, null),
                row("d", 0, null)))
        .containsExactly("c", "a", "d", "b");
  }

  @Test
  void absentValuesAreLastInAscendingOrderToo() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews"));
    assertThat(codes(numbering, row("a", null, null), row("b", 7, null), row("c", -7, null)))
        .containsExactly("c", "b", "a");
  }

  @Test
  void tiesBreakByTheNextKeyAndInTheEndByBusinessKey() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc", "stars desc"));
    assertThat(
            codes(
                numbering,
                row("d", 1, "4.5"),
                row("b", 1, "4.50"),
                row("a", 1, null),
                row("c", 1, "5")))
        .containsExactly("c", "b", "d", "a");
  }

  @Test
  void numericKeysAreComparedAsNumbersAlsoAboveTwoToTheFiftyThird() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc"));
    List<Object[]> rows =
        rows(
            row(9_007_199_254_740_993L, 1, null),
            row(10L, 1, null),
            row(9L, 1, null),
            row(9_007_199_254_740_992L, 1, null));
    NumberedRows numbered = numbering.number(new MasterRows(COLUMNS, rows));
    assertThat(column(numbered, 0))
        .containsExactly(9L, 10L, 9_007_199_254_740_992L, 9_007_199_254_740_993L);
  }

  @Test
  void textKeysAreComparedByUtf8Bytes() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc"));
    assertThat(
            codes(
                numbering,
                row("😀", 1, null),
                row("Ａ", 1, null),
                row("a", 1, null),
                row("B", 1, null),
                row("9", 1, null),
                row("10", 1, null)))
        .containsExactly("10", "9", "B", "a", "Ａ", "😀");
  }

  @Test
  void datesAndTruthsAreOrdered() {
    PropertyDefinition property =
        property(List.of(sort("recommended", "open desc", "since")), List.of("code"));
    MasterRows rows =
        new MasterRows(
            List.of("code", "open", "since"),
            rows(
                row("a", true, LocalDate.of(2026, 1, 2)),
                row("b", false, LocalDate.of(2020, 1, 1)),
                row("c", true, LocalDate.of(2026, 1, 1))));
    assertThat(column(new PropertyNumbering(property).number(rows), 0))
        .containsExactly("c", "a", "b");
  }

  @Test
  void leavesOutRowsWithoutAKey() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc"));
    assertThat(codes(numbering, row(null, 5, null), row("a", 1, null))).containsExactly("a");
  }

  @Test
  void ranksEveryOtherSortWithTiesByRecommended() {
    PropertyNumbering numbering =
        numbering(
            sort("recommended", "reviews desc"),
            sort("stars", "stars desc", "recommended"),
            sort("worst", "stars"));
    MasterRows rows =
        new MasterRows(
            COLUMNS,
            rows(
                row("a", 9, "4"),
                row("b", 8, null),
                row("c", 7, "5"),
                row("d", 6, "4.0"),
                row("e", 5, null)));
    NumberedRows numbered = numbering.number(rows);
    Map<String, int[]> ranks = numbering.rank(numbered, rows);
    assertThat(ranks).containsOnlyKeys("stars", "worst");
    assertThat(ranks.get("stars")).containsExactly(1, 3, 0, 2, 4);
    assertThat(ranks.get("worst")).containsExactly(0, 3, 2, 1, 4);
  }

  @Test
  void theOrderDoesNotDependOnTheOrderOfTheRows() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc", "stars"));
    List<Object[]> rows = new ArrayList<>();
    Random random = new Random(3);
    for (int index = 0; index < 200; index++) {
      rows.add(
          row(
              "p" + index,
              random.nextInt(4) == 0 ? null : random.nextInt(5),
              random.nextInt(4) == 0 ? null : "" + random.nextInt(3)));
    }
    List<Object> expected = column(numbering.number(new MasterRows(COLUMNS, rows)), 0);
    for (int run = 0; run < 5; run++) {
      Collections.shuffle(rows, random);
      assertThat(column(numbering.number(new MasterRows(COLUMNS, rows)), 0)).isEqualTo(expected);
    }
  }

  @Test
  void refusesTwoRowsWithOneKey() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc"));
    NumberedRows numbered =
        numbering.number(new MasterRows(COLUMNS, rows(row("a", 1, null), row("a", 2, null))));
    assertThatThrownBy(() -> numbered.surrogatesByKey(List.of("code")))
        .isInstanceOf(NumberingException.class)
        .hasMessageContainingAll("two rows have the key [code] = [a]", "the key is too short");
  }

  @Test
  void findsSurrogatesByKeyWhateverTheWidthOfANumber() {
    PropertyNumbering numbering = numbering(sort("recommended", "reviews desc"));
    NumberedRows numbered =
        numbering.number(new MasterRows(COLUMNS, rows(row(7, 1, null), row(8, 2, null))));
    assertThat(numbered.surrogatesByKey(List.of("code")))
        .containsEntry(List.of(8L), 0)
        .containsEntry(List.of(7L), 1);
  }

  private static List<Object> codes(PropertyNumbering numbering, Object[]... rows) {
    return column(numbering.number(new MasterRows(COLUMNS, rows(rows))), 0);
  }

  private static List<Object> column(NumberedRows rows, int position) {
    List<Object> values = new ArrayList<>();
    for (int surrogate = 0; surrogate < rows.count(); surrogate++) {
      values.add(rows.value(surrogate, position));
    }
    return values;
  }

  private static Object[] row(Object code, Object second, Object third) {
    return new Object[] {code, second, third instanceof String text ? new BigDecimal(text) : third};
  }

  private static List<Object[]> rows(Object[]... rows) {
    return new ArrayList<>(Arrays.asList(rows));
  }

  private static SortDefinition sort(String name, String... keys) {
    return new SortDefinition(
        name,
        Arrays.stream(keys)
            .map(key -> new SortKey(key.split(" ")[0], key.endsWith(" desc")))
            .toList());
  }

  private static PropertyNumbering numbering(SortDefinition... sorts) {
    return new PropertyNumbering(property(List.of(sorts), List.of("code")));
  }

  private static PropertyDefinition property(List<SortDefinition> sorts, List<String> key) {
    return new PropertyDefinition(
        "camp",
        new SqlText("camp", 1, 1),
        null,
        key,
        List.of(),
        sorts,
        List.of(),
        null,
        LayoutDefinition.NONE);
  }
}
